import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { bodyFault, nameFault, normaliseBody, normaliseName } from '../../src/domain/writing.ts'
import { NAUGHTY_TEXTS, SCRIPTING_TEXTS } from '../support/hostileTexts.ts'
import { isOnServer } from '../support/host.ts'
import { seeHydrated } from '../support/holdModule.ts'
import { openPage } from '../support/openPage.ts'
import { openKerry } from './flows.ts'

declare global {
  interface Window {
    /** What hostile texts set where they run. */
    pwned?: unknown
    /** What the page's Content-Security-Policy refused. */
    refused: string[]
  }
}

const texts = [...new Set([...SCRIPTING_TEXTS, ...NAUGHTY_TEXTS].map(normaliseBody))].filter(
  (text) => bodyFault(text) === null,
)

const DANGEROUS = /^(script|img|image|svg|math|iframe|style|link|meta|base|form|object|embed|video|audio)$/

/** As browsers and editors copy: with styles everywhere; and with what they do not copy. */
const PASTED = `<meta charset="utf-8"><style>p { color: red }</style><p style="color:red">Some
<span style="font-weight:700" onmouseover="pwned=1">bold</span> &amp; <a href="https://a.example/" onclick="pwned=1">linked</a>
<a href="javascript:pwned=1">words</a> <img src="https://evil.example/a.png" onerror="pwned=1"></p>
<script>pwned=1</script><svg onload="pwned=1"></svg><iframe src="https://evil.example/"></iframe><ul><li>x</li></ul>`

/** Runs in the page before anything else. */
function watch(): void {
  window.refused = []
  addEventListener('securitypolicyviolation', (event) => {
    window.refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`)
  })
}

function collectDialogs(page: Page): string[] {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  return dialogs
}

async function seeUnharmed(page: Page, dialogs: readonly string[]): Promise<void> {
  expect(await page.evaluate(() => [typeof window.pwned, window.refused])).toEqual(['undefined', []])
  expect(dialogs).toEqual([])
}

/** Posts each text in both formats, by a writer of that name where it can be one. Gives how many of them are held. */
function post(page: Page): Promise<number> {
  const posts = texts.flatMap((body, index) => [
    {
      body,
      format: 'plain',
      author: { name: nameFault(body) === null ? normaliseName(body) : `Writer ${index}` },
    },
    { body, format: 'markdown', author: { name: `Marker ${index}` } },
  ])
  return page.evaluate(async (all) => {
    let held = 0
    const left = [...all.entries()]
    const postSome = async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const [index, each] = next
        const answer = await fetch('/api/v1/discussions/kerry-to-urge-china/comments', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `hostile-${index}` },
          body: JSON.stringify(each),
        })
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()} for ${JSON.stringify(each)}`)
        if (answer.status === 202) held += 1
      }
    }
    await Promise.all(Array.from({ length: 16 }, postSome))
    return held
  }, posts)
}

test('a page full of hostile texts runs nothing, asks nothing of others, and is as wide as its window', async () => {
  // The page server itself answers what is asked before the worker is there.
  const expected = [/404 .*\/api\/v1\/health/]
  const page = await openKerry({ viewport: { width: 360, height: 740 }, before: watch, expected })
  await expect.poll(() => page.evaluate(async () => (await fetch('/api/v1/health')).status)).toBe(200)
  const dialogs = collectDialogs(page)
  const held = await post(page)
  // The page as it comes has its first comments from the build; the bare one asks for all of them. A server draws them.
  await page.goto(isOnServer ? '/' : '/bare.html')
  await page
    .getByRole('article', { name: /^Comment by/ })
    .first()
    .waitFor()
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          scrollTo(0, document.documentElement.scrollHeight)
          return document.querySelectorAll('article[id^="comment-"]').length
        }),
      { timeout: 120_000 },
    )
    .toBe(25 + 2 * texts.length - held)
  await expect
    .poll(() => page.locator('article p > strong, article li, article pre').count())
    .toBeGreaterThan(5)

  const drawn = await page.evaluate(() => {
    const article = document.querySelectorAll('article[id^="comment-"]')
    const elements = Array.from(article).flatMap((each) => [...each.querySelectorAll('*')])
    const links = elements.flatMap((element) => (element instanceof HTMLAnchorElement ? [element.href] : []))
    return {
      events: elements
        .flatMap(({ attributes }) => Array.from(attributes, ({ name }) => name))
        .filter((name) => name.startsWith('on')),
      elements: [...new Set(elements.map(({ localName }) => localName))],
      protocols: [...new Set(links.map((link) => new URL(link).protocol))],
      width: Math.max(
        document.documentElement.scrollWidth,
        ...elements.map((element) => element.getBoundingClientRect().right),
      ),
    }
  })
  expect(drawn.events).toEqual([])
  expect(drawn.elements.filter((name) => DANGEROUS.test(name))).toEqual([])
  expect(drawn.protocols.toSorted()).toEqual(['http:', 'https:'])
  expect(drawn.width).toBeLessThanOrEqual(360)
  await seeUnharmed(page, dialogs)
}, 300_000)

test('hostile texts in the address run nothing, and the page says what it can', async () => {
  const { page } = await openPage('/', {
    before: watch,
    expected: [isOnServer ? /404 / : /404 .*\/api\/v1\//],
  })
  const dialogs = collectDialogs(page)
  const some = texts.filter((_, index) => index % 32 === 0)
  for (const text of some) {
    const written = encodeURIComponent(text)
    await page.goto(`/?article=${written}&faults=${written}&reset=${written}#${written}`)
    await page.getByRole('main').waitFor()
    await page
      .getByText(/Article not found|Not found|Restore the original|responses/)
      .first()
      .waitFor()
    await seeUnharmed(page, dialogs)
  }
}, 120_000)

test('Markdown whose code does not come stands there as it was written, and is drawn when it comes', async () => {
  // A worker would have kept the code.
  const page = await openKerry({ serviceWorkers: 'block', before: watch, expected: [/MarkdownBody/] })
  await seeHydrated(page)
  await page.route(/MarkdownBody/, (route) => route.abort('internetdisconnected'))
  const form = page.getByRole('form', { name: 'Post a comment' })
  await form.getByRole('textbox', { name: 'Comment' }).fill('A **word**.')
  await form.getByRole('button', { name: 'Formatting' }).click()
  await form.getByRole('textbox', { name: 'Name' }).fill('Ada')
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('MarkdownBody'))
  await form.getByRole('button', { name: 'Post comment' }).click()
  const comment = page.getByRole('article', { name: 'Comment by Ada' }).and(page.locator('[id^="comment-"]'))
  await comment.getByText('A **word**.').waitFor()
  await failed
  const notice = page.getByRole('alert').filter({ hasText: 'A part of this page could not be loaded yet.' })
  await notice.getByRole('button', { name: 'Reload' }).waitFor()
  await page.unroute(/MarkdownBody/)
  await comment.locator('strong', { hasText: 'word' }).waitFor()
  expect(await comment.locator('p').innerText()).toBe('A word.')
  expect(await notice.count()).toBe(0)
  await seeUnharmed(page, [])
})

test('pasted rich text becomes Markdown, is undone by the browser’s own means, and runs nothing', async () => {
  const page = await openKerry({ before: watch })
  const dialogs = collectDialogs(page)
  await seeHydrated(page)
  const form = page.getByRole('form', { name: 'Post a comment' })
  const field = form.getByRole('textbox', { name: 'Comment' })
  await field.focus()
  await form.getByRole('button', { name: 'Formatting' }).click()
  await form.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  await field.fill('Before ')
  await field.evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, PASTED)
  const formatted = 'Before Some **bold** & [linked](https://a.example/) words\n\n- x'
  await expect.poll(() => field.inputValue()).toBe(formatted)
  await field.press('Control+z')
  expect(await field.inputValue()).toBe('Before ')
  await field.press('Control+Shift+z')
  expect(await field.inputValue()).toBe(formatted)
  await field.selectText()
  await field.press('Control+b')
  await expect.poll(() => field.inputValue()).toBe(`**${formatted}**`)
  await field.press('Control+z')
  expect(await field.inputValue()).toBe(formatted)
  await seeUnharmed(page, dialogs)
})

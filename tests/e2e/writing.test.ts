import * as fc from 'fast-check'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { createKeptBrowser } from '../support/keptBrowser.ts'
import { seeHydrated } from '../support/holdModule.ts'
import { isKeptTwice } from '../support/keptTwice.ts'
import { openKerry, postComment, seeKerry } from './flows.ts'

/** What became of a comment is asked first, and the browser complains where it was never kept. */
const ASKED_IN_VAIN = /404.*\/idempotency\//

test('a browser that is killed still has the text, and the place in it', async () => {
  const { open, kill } = await keptBrowser()
  const page = await open()
  await page.getByRole('button', { name: 'Reply to wjm' }).click()
  await reply(page).pressSequentially('Begun before')
  await comment(page).click()
  await page.keyboard.type('Half a thoght')
  for (const _ of 'ght') await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('u')
  await expect.poll(() => isKeptTwice(page)).toBe(true)
  await kill()

  const again = await open()
  await expect.poll(() => comment(again).inputValue()).toBe('Half a thought')
  await comment(again).focus()
  expect(await comment(again).evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(11)
  await again.getByRole('button', { name: 'You have 1 unfinished reply here' }).click()
  await again.getByRole('button', { name: 'Go on with the reply to wjm' }).click()
  expect(await reply(again).inputValue()).toBe('Begun before')
})

test.for(['latency:2000,on:post', 'drop-after-commit:1,latency:300,on:all', 'drop-after-commit:1,on:post'])(
  'a browser that is killed while a comment is on its way, with %s, posts it once',
  async (faults) => {
    const { open, kill } = await keptBrowser()
    // The worker takes what comes after the first visit.
    await open()
    const page = await open()
    await page.evaluate((query) => history.replaceState(null, '', `?faults=${query}`), faults)
    await page.reload()
    await seeKerry(page)
    await postComment(page, 'Ada', 'Across a crash.')
    await expect.poll(() => isKeptTwice(page)).toBe(true)
    await kill()

    const again = await open()
    await expect.poll(() => ownComments(again)).toEqual(['Across a crash.'])
    await expect.poll(() => comment(again).inputValue()).toBe('')
    await again.reload()
    await seeKerry(again)
    await expect.poll(() => ownComments(again)).toEqual(['Across a crash.'])
  },
)

test('what is typed in one tab stands in the other, and one tab at a time sends', async () => {
  const page = await openKerry({ query: 'faults=latency:1000,on:post' })
  const other = await openKerry({ query: 'faults=latency:1000,on:post', context: page.context() })
  await comment(page).pressSequentially('In both')
  await expect.poll(() => comment(other).inputValue()).toBe('In both')
  const log: string[] = []
  for (const tab of [page, other]) {
    tab.on('request', (request) => request.method() === 'POST' && log.push('begun'))
    tab.on('requestfinished', (request) => request.method() === 'POST' && log.push('done'))
  }
  await postComment(page, 'Ada', 'From the one')
  await postComment(other, 'Ada', 'From the other')
  for (const tab of [page, other]) {
    await expect
      .poll(async () => (await ownComments(tab)).toSorted())
      .toEqual(['From the one', 'From the other'])
  }
  expect(log).toEqual(['begun', 'done', 'begun', 'done'])
})

test('what a tab was sending when it was closed is sent by the one that is left', async () => {
  const page = await openKerry({ query: 'faults=latency:20000,on:post' })
  const other = await openKerry({ context: page.context(), expected: [ASKED_IN_VAIN] })
  await postComment(page, 'Ada', 'Goodbye.')
  await other.getByText('Sending').first().waitFor()
  await page.close()
  await expect.poll(() => ownComments(other)).toEqual(['Goodbye.'])
})

test('where the storage of the page is full, a text is kept all the same', async () => {
  const page = await openKerry()
  await seeHydrated(page)
  await page.evaluate(() => {
    for (let size = 5 * 1024 * 1024; size >= 1; size /= 2) {
      try {
        for (let index = 0; ; index += 1) localStorage.setItem(`fill-${size}-${index}`, 'x'.repeat(size))
      } catch {
        // There is no room for so much.
      }
    }
  })
  await comment(page).pressSequentially('There is room')
  await page.getByText('Your draft is kept until you post it.').first().waitFor()
  await page.reload()
  await seeKerry(page)
  await expect.poll(() => comment(page).inputValue()).toBe('There is room')
  await postComment(page, 'Ada', 'There is room')
  await expect.poll(() => ownComments(page)).toEqual(['There is room'])
})

test('where no storage is to be had, it is told, and a text can be written and posted', async () => {
  const page = await openKerry({
    before: () => {
      const refuse = {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      }
      Object.defineProperty(window, 'localStorage', refuse)
      Object.defineProperty(window, 'sessionStorage', refuse)
      Object.defineProperty(window, 'indexedDB', refuse)
    },
  })
  await comment(page).pressSequentially('Only here')
  await page.getByText('This browser could not store your text').first().waitFor()
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Oldest first')
  expect(await comment(page).inputValue()).toBe('Only here')
  await postComment(page, 'Ada', 'Only here')
  await expect.poll(() => ownComments(page)).toEqual(['Only here'])
})

type Step = 'type' | 'send' | 'reload' | 'other tab' | 'close' | 'kill'

const story = fc.record({
  faults: fc.constantFrom('', 'latency:400,on:post', 'drop-after-commit:0.5,on:post', 'fail:0.5,on:post'),
  steps: fc.array(fc.constantFrom<Step>('type', 'type', 'send', 'reload', 'other tab', 'close', 'kill'), {
    minLength: 2,
    maxLength: 4,
  }),
})

test(
  'whatever a person and a browser do in turn, with what is killed in between, nothing is lost or posted twice',
  { timeout: 120_000 },
  async () => {
    const { open, kill } = await keptBrowser()
    let words = 0
    let written = ''
    const sent: string[] = []
    await fc.assert(
      fc.asyncProperty(story, async ({ faults, steps }) => {
        const openOne = async () => {
          const opened = await open(`/?faults=${faults}`)
          await seeKerry(opened)
          return opened
        }
        let page = await openOne()
        for (const step of [...steps, 'kill'] as const) {
          await expect.poll(() => comment(page).inputValue()).toBe(written)
          switch (step) {
            case 'type':
              await comment(page).pressSequentially(`w${words} `)
              written += `w${words} `
              words += 1
              break
            case 'send':
              await postComment(page, 'Ada', `${written}w${words}`)
              sent.push(`${written}w${words}`)
              written = ''
              words += 1
              break
            case 'reload':
              await page.reload()
              break
            case 'other tab':
              page = await openOne()
              break
            case 'close': {
              const next = await openOne()
              await page.close()
              page = next
              break
            }
            case 'kill':
              await expect.poll(() => isKeptTwice(page)).toBe(true)
              await kill()
              page = await openOne()
          }
        }
      }),
      { numRuns: 5, endOnFailure: true },
    )
    await kill()
    const page = await open()
    await expect.poll(async () => (await ownComments(page)).toSorted()).toEqual(sent.toSorted())
    await expect.poll(() => comment(page).inputValue()).toBe(written)
  },
)

async function keptBrowser() {
  const browser = await createKeptBrowser()
  onTestFinished(browser.remove)
  return browser
}

function comment(page: Page) {
  return page.getByRole('textbox', { name: 'Comment' })
}

function reply(page: Page) {
  return page.getByRole('textbox', { name: 'Your reply' })
}

/** The texts that somebody named Ada has in the discussion, as they are posted. */
function ownComments(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('article[id^="comment-"][aria-label="Comment by Ada"]')].map(
      (article) => article.querySelector('p')?.textContent ?? '',
    ),
  )
}

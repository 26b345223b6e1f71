import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { beginReply, postReply } from '../support/answerComment.ts'
import { startApiHost } from '../support/apiHost.ts'
import { element, openHostPage, readKerry, wrapPage } from '../support/hostPage.ts'
import { serviceOver } from '../support/serviceOver.ts'
import { setAttributes } from '../support/setAttributes.ts'
import { seeKerry } from './flows.ts'

const KERRY = 'kerry-to-urge-china'

test('what a page says of a discussion counts whenever it says so, and no text is lost by it', async () => {
  const store = createMemoryStore()
  const { comments, ...rest } = readKerry()
  await store.importDiscussion({ ...rest, comments: comments.slice(0, 1) }, { replace: false })
  const other = await startApiHost(serviceOver(store).handle)
  onTestFinished(() => other.stop())
  const { page, server } = await openHostPage({
    mayOpen: () => true,
    expected: [/404/, new RegExp(other.origin)],
    html: (at) =>
      wrapPage(
        `<soundoff-discussion></soundoff-discussion><script>
          Object.assign(document.querySelector('soundoff-discussion'),
            { discussion: '${KERRY}', backend: '${at.backend}', order: 'oldest', loading: 'manual' })
        </script>`,
        at,
        '<style>html { font-size: 24px }</style>',
      ),
  })
  await page.waitForFunction(() => customElements.get('soundoff-discussion'))
  expect(server.requests).toEqual([])
  await page.evaluate(() => document.querySelector('soundoff-discussion')!.load())
  await seeKerry(page)
  const sorted = page.getByRole('combobox')
  const time = page.getByRole('article', { name: /^(?:Comment by|Kommentar von) cmaenergy/ }).locator('time')
  const size = () => page.locator('[data-soundoff]').evaluate((element) => getComputedStyle(element).fontSize)
  expect([await sorted.inputValue(), await size()]).toEqual(['oldest', '16px'])
  await beginReply(page, 'wjm', 'I see it differently.')

  await setAttributes(page, {
    order: 'replies',
    theme: 'inherit',
    density: 'compact',
    lang: 'de',
    'max-depth': '1',
  })
  await expect.poll(() => sorted.inputValue()).toBe('replies')
  await expect.poll(() => time.textContent()).toMatch(/\d\d\.04\.2013/)
  expect(await size()).toBe('24px')
  expect(await page.locator('[data-branch]:not([data-flat])').count()).toBe(0)
  await setAttributes(page, {
    order: 'nonsense',
    theme: null,
    density: null,
    lang: 'no such_language',
    'max-depth': '-1',
  })
  await expect.poll(() => sorted.inputValue()).toBe('newest')
  await expect.poll(() => time.textContent()).toMatch(/Apr \d\d, 2013/)
  expect(await size()).toBe('16px')
  expect(await page.locator('[data-branch]:not([data-flat])').count()).toBeGreaterThan(0)

  await setAttributes(page, { discussion: 'a-new-one', 'page-title': 'A new one', 'page-url': '/new' })
  await page.getByText('Be the first to respond').waitFor()
  await setAttributes(page, { discussion: KERRY, backend: other.origin })
  await expect.poll(() => page.getByRole('article').count()).toBe(1)
  await setAttributes(page, { discussion: 'not a name', backend: server.origin })
  await page.getByText('has to be a name of letters').waitFor()
  await setAttributes(page, { discussion: KERRY })
  await seeKerry(page)
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Your reply' }).inputValue())
    .toBe('I see it differently.')
  await postReply(page, 'Ada')
  const opened = await server.api.readDiscussion({ discussionId: 'a-new-one' as never })
  expect([opened.title, new URL(opened.url!).pathname]).toEqual(['A new one', '/new'])
})

test('when it is fetched may change, too, until it is', async () => {
  const { page, server } = await openHostPage({
    html: (at) => wrapPage(`<main>${element(at)}</main>`, at, '<style>main { padding-top: 5000px }</style>'),
    others: {
      '/manual': (at) => wrapPage(element(at, 'loading=" Manual"'), at),
    },
  })
  await page.waitForFunction(() => customElements.get('soundoff-discussion'))
  await setAttributes(page, { loading: 'manual' })
  await page.mouse.wheel(0, 5000)
  await page.waitForFunction(() => scrollY > 4000)
  await waitForFrames(page)
  expect(server.requests).toEqual([])
  await setAttributes(page, { loading: 'Eager' })
  await seeKerry(page)

  const asked = server.requests.length
  await page.goto('/manual')
  await page.waitForFunction(() => customElements.get('soundoff-discussion'))
  await waitForFrames(page)
  expect(server.requests).toHaveLength(asked)
  await setAttributes(page, { loading: null })
  await seeKerry(page)
})

/** Long enough for what watches the window to have told whatever it sees. */
function waitForFrames(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame)
  })
}

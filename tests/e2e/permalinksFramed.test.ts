import { expect, test } from 'vitest'
import type { Import } from '../../src/backend/store.ts'
import { focusedIn, seeFrame, topInPage } from '../support/framedPage.ts'
import { generateDiscussion } from '../support/generateDiscussion.ts'
import { openHostPage, readKerry, wrapPage } from '../support/hostPage.ts'
import { openKerry, seeKerry } from './flows.ts'

test('a page’s permalink leads into its frame to a comment that is not loaded, and “Copy link” back to the page', async () => {
  const large = generateDiscussion({ seed: 3, count: 400 })
  const id = oldAndDeep(large)
  const { page, origins, server } = await openHostPage({
    path: `/story?of=today#comment-${id}`,
    seed: [large],
    // Frames of other origins may not write to the clipboard, unless the page lets them.
    expected: [/Clipboard API has been blocked/],
    html: '',
    others: {
      '/story': (at) =>
        wrapPage(
          `<p style="block-size: 900px">A story.</p><soundoff-discussion discussion="${large.discussion.id}"
            backend="${at.backend}" isolation="frame"></soundoff-discussion>`,
          at,
        ),
    },
  })
  const frame = await seeFrame(page)
  await expect.poll(() => focusedIn(frame)).toBe(`comment-${id}`)
  await expect.poll(() => topInPage(frame, `comment-${id}`)).toBeLessThan(100)
  expect(await topInPage(frame, `comment-${id}`)).toBeGreaterThanOrEqual(0)

  expect(server.requests.some((request) => request.includes(`/${id}/context`))).toBe(true)

  const comment = frame.locator(`[id="comment-${id}"]`)
  await comment.getByRole('button', { name: /^More/ }).click()
  await comment.getByRole('button', { name: 'Copy link' }).click()
  const field = comment.getByRole('textbox', { name: 'Copy the link from here' })
  const address = `${origins.page}/story?of=today#comment-${id}`
  await expect
    .poll(async () => (await field.count()) === 0 || (await field.inputValue()) === address)
    .toBe(true)
})

test('of several discussions on a page, none says that a comment of another is not here', async () => {
  const large = generateDiscussion({ seed: 3, count: 400 })
  const id = oldAndDeep(large)
  const { page, server } = await openHostPage({
    path: `/#comment-${id}`,
    seed: [readKerry(), large],
    expected: [/404/],
    html: (at) =>
      wrapPage(
        ['kerry-to-urge-china', large.discussion.id]
          .map(
            (name) =>
              `<soundoff-discussion discussion="${name}" backend="${at.backend}"></soundoff-discussion>`,
          )
          .join(''),
        at,
      ),
  })
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id))
    .toBe(`comment-${id}`)
  const asked = server.requests.filter((request) => request.endsWith(`/${id}/context`))
  expect(asked).toHaveLength(2)
  expect(await page.getByText('leads to a comment that is not here').count()).toBe(0)
})

test('the page shows threads in the order that its address asks for, and keeps to it', async () => {
  const page = await openKerry()
  const first = () =>
    page
      .getByRole('article', { name: /^Comment by/ })
      .first()
      .getAttribute('id')
  const newest = await first()
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('oldest')
  await expect.poll(first).not.toBe(newest)
  const oldest = await first()
  expect(new URL(page.url()).search).toBe('?order=oldest')
  await page.reload()
  await seeKerry(page)
  await expect.poll(first).toBe(oldest)
  expect(await page.getByRole('combobox', { name: 'Sort by' }).inputValue()).toBe('oldest')
  await page.goto('/?order=newest')
  await seeKerry(page)
  expect(await first()).toBe(newest)
})

/** A comment that is loaded only when it is asked for. */
function oldAndDeep({ comments }: Import): string {
  const deep = comments.filter(({ depth }) => depth === 6)
  return deep.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))[0]!.id
}

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { isOnServer } from '../support/host.ts'
import { seeMeasured } from '../support/seeMeasured.ts'
import { focused, openKerry, postComment, seeKerry, tabTo } from './flows.ts'

test('all is done by keyboard alone: to the discussion, a comment, a reply, a fold', async () => {
  const page = await openKerry()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Skip to the discussion')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Name', 3)
  await page.keyboard.type('Ada')
  await tabTo(page, 'Comment', 1)
  await page.keyboard.type('Typed without a mouse.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article', { name: 'Comment by Ada' }).and(posted(page)).waitFor()
  await expect.poll(() => focused(page)).toBe('Comment by Ada')

  await tabTo(page, 'Reply to Ada')
  await page.keyboard.press('Enter')
  await page.keyboard.type('And answered at once.')
  expect(await focused(page)).toBe('Your reply')
  await tabTo(page, 'Post reply', 1)
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Reply by Ada to Ada' }).and(posted(page)).waitFor()
  await expect.poll(() => focused(page)).toBe('Reply by Ada to Ada')
  await page.keyboard.press('Shift+Tab')
  expect(await focused(page)).toBe('More actions for the comment by Ada')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Expand thread by Ada, 1 reply' }).waitFor()

  await page.reload()
  await seeKerry(page)
  expect(await page.getByRole('article', { name: 'Comment by Ada' }).innerText()).toContain(
    'Typed without a mouse.',
  )
  await page.getByRole('button', { name: 'Expand thread by Ada, 1 reply' }).click()
  expect(await page.getByRole('article', { name: 'Reply by Ada to Ada' }).innerText()).toContain(
    'And answered at once.',
  )
  expect(await page.getByRole('heading', { level: 2 }).innerText()).toContain('2 more were posted since')
})

test('a refused post keeps its text in place with the reason, and goes when it is tried again', async () => {
  const page = await openKerry({
    query: 'faults=fail:1,on:post,times:3',
    expected: [/503/, /404.*idempotency/],
  })
  await postComment(page, 'Ada', 'Refused three times.')
  const alert = page.getByRole('alert')
  await alert.waitFor()
  expect(await alert.innerText()).toContain('Not posted. Soundoff cannot answer right now')
  expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('Refused three times.')
  expect(await focused(page)).toBe('Comment')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('article', { name: 'Comment by Ada' }).and(posted(page)).waitFor()
  expect(await page.getByText('Refused three times.').count()).toBe(1)
})

test('a page that is left while a comment is on its way goes on with it at the next visit, and posts it once', async () => {
  const page = await openKerry({
    query: 'faults=drop-after-commit:1,latency:1500,on:post',
    expected: [/ERR_FAILED/, /404.*idempotency/],
  })
  await postComment(page, 'Ada', 'Gone in mid-flight.')
  await page.getByRole('article', { name: 'Comment by Ada' }).getByText('Sending').waitFor()
  await page.goto('/')
  await seeKerry(page)
  await page.getByRole('status').getByText('Comment posted').waitFor()
  await page.reload()
  await seeKerry(page)
  await expect.poll(() => page.getByRole('article', { name: 'Comment by Ada' }).count()).toBe(1)
})

test('two tabs share one discussion and one draft', async () => {
  // Whichever tab comes to it first may ask after the key before it sends.
  const expected = [/404.*idempotency/]
  const page = await openKerry({ expected })
  const other = await openKerry({ context: page.context(), expected })
  await page.getByRole('textbox', { name: 'Comment' }).fill('Begun in one tab')
  await expect
    .poll(() => other.getByRole('textbox', { name: 'Comment' }).inputValue())
    .toBe('Begun in one tab')
  await postComment(other, 'Ada', 'Begun in one tab, posted in the other')
  await other.getByRole('status').getByText('Comment posted').waitFor()
  await expect.poll(() => page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('')
  await postComment(page, 'Ada', 'And one more')
  await page.getByRole('status').getByText('Comment posted').waitFor()
  await other.reload()
  await seeKerry(other)
  await expect.poll(() => other.getByRole('article', { name: 'Comment by Ada' }).count()).toBe(2)
})

test.skipIf(isOnServer)(
  'to start over is asked first, and then brings the discussion back as it was',
  async () => {
    const page = await openKerry()
    await postComment(page, 'Ada', 'Soon to be removed.')
    await page.getByRole('status').getByText('Comment posted').waitFor()
    await page.goto('/?reset')
    await page.getByRole('button', { name: 'Keep everything' }).click()
    await page.getByText('Soon to be removed.').waitFor()
    await page.goto('/?reset')
    await page.getByRole('button', { name: 'Remove and restore' }).click()
    await page.getByRole('status').getByText('The original discussion is restored').waitFor()
    await seeKerry(page)
    expect(await page.getByRole('region', { name: 'Discussion' }).getByRole('article').count()).toBe(25)
    await page.reload()
    await seeKerry(page)
    expect(await page.getByText('Soon to be removed.').count()).toBe(0)
    expect(await page.getByRole('dialog').count()).toBe(0)
  },
)

test('who reads on while a comment is on its way is not moved when it arrives', async () => {
  const page = await openKerry({ query: 'faults=latency:1500,on:post' })
  // The first frame after a jump to what was never laid out takes an estimate for its height.
  await seeMeasured(page)
  await postComment(page, 'Ada', 'Slowly.')
  await page.getByText('Sending').first().waitFor()
  await page.getByRole('article', { name: 'Comment by cmaenergy' }).scrollIntoViewIfNeeded()
  const top = async () =>
    (await page.getByRole('article', { name: 'Comment by cmaenergy' }).boundingBox())?.y ?? Number.NaN
  const before = await top()
  await page.getByRole('status').getByText('Comment posted').waitFor()
  await expect.poll(() => focused(page)).toBe('Comment by Ada')
  // Browsers scroll by whole pixels.
  expect(Math.abs((await top()) - before)).toBeLessThan(1)
})

/** The comments that are no longer on their way. */
function posted(page: Page) {
  return page.locator('[id^="comment-"]')
}

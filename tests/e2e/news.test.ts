import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { isOnServer } from '../support/host.ts'
import { focused, openKerry, postComment, seeKerry } from './flows.ts'

test('a hundred comments from another tab move nothing, and come in when they are asked for', async () => {
  const page = await openKerry()
  const other = await openOther(page)
  await expect.poll(() => followers(page)).toBe(2)
  const reading = page.getByRole('article', { name: 'Comment by john smith' })
  await reading.scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Reply to john smith' }).click()
  const field = page.getByRole('textbox', { name: 'Your reply' })
  await field.pressSequentially('Half a thought')
  const place = await field.boundingBox()
  await postMany(other, 99)
  const parent = await reading.getAttribute('id')
  await postMany(other, 1, parent!.replace('comment-', ''))

  await page.bringToFront()
  const button = page.getByRole('button', { name: 'Show 100 new comments' })
  await button.waitFor()
  await page.getByRole('status').getByText('100 new comments').waitFor()
  expect(await field.boundingBox()).toEqual(place)
  expect(await field.inputValue()).toBe('Half a thought')
  expect(await focused(page)).toBe('Your reply')
  expect(await comments(page).count()).toBe(25)

  await page.getByRole('button', { name: 'Show 1 new reply to john smith' }).click()
  await page.getByRole('article', { name: 'Reply by Zoe to john smith' }).waitFor()
  await page.getByRole('button', { name: 'Show 99 new comments' }).click()
  await expect.poll(() => comments(page).count()).toBe(125)
  await expect.poll(() => focused(page)).toMatch(/^Comment by Zoe(, new)?$/)
  expect(await field.inputValue()).toBe('Half a thought')
})

test('what comes while nobody looks is told when the tab is looked at again, and not before', async () => {
  const page = await openKerry()
  await expect.poll(() => followers(page)).toBe(1)
  await look(page, 'hidden')
  await expect.poll(() => followers(page)).toBe(0)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const other = await openOther(page)
  await postMany(other, 3)
  expect(requests).toEqual([])
  await look(page, 'visible')
  await page.getByRole('button', { name: 'Show 3 new comments' }).waitFor()
})

test('one’s own comments are there after a reload, and those of others that came since the page was made', async () => {
  const page = await openKerry({ expected: [/404/] })
  await postComment(page, 'Ada', 'My own.')
  await page.getByRole('article', { name: 'Comment by Ada' }).and(page.locator('[id^="comment-"]')).waitFor()
  await expect.poll(() => isHandedOver(page)).toBe(true)
  await postMany(page, 2)
  await page.evaluate(() => scrollTo(0, 0))
  await page.reload()
  await seeKerry(page)
  await expect.poll(() => comments(page).count()).toBe(28)
  await expect.poll(() => page.getByRole('heading', { level: 2 }).innerText()).toContain('3 more were posted')
})

test.skipIf(isOnServer)(
  'a reader who comes back into the midst of a discussion finds the own comment, and others counted',
  async () => {
    const page = await openKerry({ expected: [/404/] })
    await postComment(page, 'Ada', 'My own.')
    await page
      .getByRole('article', { name: 'Comment by Ada' })
      .and(page.locator('[id^="comment-"]'))
      .waitFor()
    await expect.poll(() => isHandedOver(page)).toBe(true)
    await postMany(page, 2)
    await page.getByRole('article', { name: 'Comment by cmaenergy' }).scrollIntoViewIfNeeded()
    await page.reload()
    await page.getByRole('button', { name: 'Show 2 new comments' }).waitFor()
    expect(await page.getByText('My own.').count()).toBe(1)
    expect(await comments(page).count()).toBe(26)
  },
)

function comments(page: Page) {
  return page.locator('article[id^="comment-"]')
}

/** Another tab of the same person, once the worker hands its requests over; now and then one has to do without until it is reloaded. */
async function openOther(page: Page): Promise<Page> {
  const other = await openKerry({ context: page.context(), expected: [/404/] })
  for (let tries = 0; tries < 3; tries += 1) {
    const isReady = await vi
      .waitFor(async () => expect(await isHandedOver(other)).toBe(true), { interval: 250, timeout: 8_000 })
      .then(
        () => true,
        () => false,
      )
    if (isReady) return other
    await other.reload()
    await seeKerry(other)
  }
  throw new Error('The worker does not hand over the requests of a second tab')
}

function isHandedOver(page: Page): Promise<boolean> {
  return page.evaluate(async () => (await fetch('/api/v1/health')).headers.has('Soundoff-Api'))
}

/** How many tabs of this browser follow the discussion: one has the stream, the others wait for it. */
function followers(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query()
    return [...held, ...pending].filter(({ name }) => name?.startsWith('soundoff')).length
  })
}

/** Has the page's own backend take comments that the page knows nothing of. */
async function postMany(page: Page, count: number, parentId: string | null = null): Promise<void> {
  const statuses = await page.evaluate(
    async ({ count, parentId }) => {
      const statuses: number[] = []
      for (let index = 0; index < count; index += 1) {
        const { status } = await fetch('/api/v1/discussions/kerry-to-urge-china/comments', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            parentId,
            author: { name: 'Zoe' },
            body: `Number ${index}. ${Math.random()}`,
          }),
        })
        statuses.push(status)
      }
      return statuses
    },
    { count, parentId },
  )
  expect(new Set(statuses)).toEqual(new Set([201]))
}

async function look(page: Page, visibility: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    document.dispatchEvent(new Event('visibilitychange'))
  }, visibility)
}

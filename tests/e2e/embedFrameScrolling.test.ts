import type { Frame, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { boxInPage, framed, openFramedPage, seeSettled, topInPage } from '../support/framedPage.ts'
import { generateDiscussion } from '../support/generateDiscussion.ts'
import { wrapPage, type Origins } from '../support/hostPage.ts'
import { postComment } from './flows.ts'

const ARTICLE = '<p style="block-size: 1500px">An article.</p>'
const SMALL = { width: 800, height: 600 }

test('a long text is written in a field that is no higher than the window', async () => {
  const { page, frame } = await openFramedPage({ viewport: { width: 800, height: 600 } })
  const field = frame.getByRole('textbox', { name: 'Comment' })
  await field.fill('A line.\n'.repeat(200))
  await seeSettled(page, frame)
  expect(await field.evaluate((each) => each.getBoundingClientRect().height)).toBeCloseTo(420, 0)
})

test('a composer that opens below the window is brought into view by the page, which scrolls no further', async () => {
  const { page, frame } = await openFramedPage({
    viewport: SMALL,
    html: (at) => wrapPage(ARTICLE + framed(at, 'loading="eager"') + ARTICLE, at),
  })
  const button = frame.getByRole('button', { name: 'Reply to wjm' })
  const { top } = await boxInPage(button)
  await page.evaluate((by) => scrollBy(0, by), top - SMALL.height + 60)
  await button.click()
  const field = frame.getByRole('textbox', { name: 'Your reply' })
  const belowWindow = async () => {
    const box = await boxInPage(field)
    return box.top + box.height - SMALL.height
  }
  await expect.poll(belowWindow).toBeLessThan(0)
  expect(await belowWindow()).toBeGreaterThan(-SMALL.height / 2)
})

test('what is selected is quoted by a button that stands in the window', async () => {
  const { page, frame } = await openFramedPage({
    viewport: SMALL,
    html: (at) => wrapPage(framed(at) + ARTICLE, at),
  })
  await seeSettled(page, frame)
  await frame.getByRole('article', { name: 'Comment by wjm' }).locator('p').first().dblclick()
  const button = frame.getByRole('button', { name: 'Quote in a reply to wjm' })
  await button.waitFor()
  await expect.poll(async () => (await boxInPage(button)).top).toBeGreaterThan(SMALL.height - 100)
  expect((await boxInPage(button)).top).toBeLessThan(SMALL.height)
  await button.click()
  await expect.poll(() => frame.getByRole('textbox', { name: 'Your reply' }).inputValue()).toMatch(/^> /)
})

test('the button for what is new stays in the window while the threads go by', async () => {
  const { page, frame, server } = await openFramedPage({ viewport: SMALL })
  await expect.poll(() => server.following()).toBe(1)
  const discussionId = 'kerry-to-urge-china' as DiscussionId
  await server.api.postComment({
    discussionId,
    parentId: null,
    author: { name: 'Ann' },
    body: 'Said elsewhere.',
  })
  const button = frame.getByRole('button', { name: 'Show 1 new comment' })
  await button.waitFor()
  await page.mouse.move(300, 300)
  await page.mouse.wheel(0, 3_000)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(3_000)
  await expect.poll(async () => Math.abs((await boxInPage(button)).top - 12)).toBeLessThan(12)
  await button.click()
  await frame.getByRole('article', { name: 'Comment by Ann' }).waitFor()
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(1_000)
})

test('what is read in a long discussion stays where it is as what is above is drawn', async () => {
  const { page, frame } = await openFramedPage({
    seed: [generateDiscussion({ seed: 3, count: 600 })],
    html: ({ embed, backend }) =>
      wrapPage(
        `${ARTICLE}<soundoff-discussion discussion="generated-600" backend="${backend}" isolation="frame" loading="eager">
        </soundoff-discussion>`,
        { embed },
      ),
  })
  await page.evaluate(() => scrollTo(0, 18_000))
  await page.waitForTimeout(500)
  await page.mouse.move(500, 400)
  for (let times = 0; times < 15; times += 1) {
    const outer = await page.locator('iframe').evaluate((each) => each.getBoundingClientRect().top)
    const id = await frame.evaluate((y) => {
      const root = document.querySelector('soundoff-discussion')?.shadowRoot
      return root?.elementFromPoint(300, y)?.closest('[id^=comment-]')?.id
    }, 300 - outer)
    const before = id ? await topInPage(frame, id) : 0
    await page.mouse.wheel(0, -300)
    const moved = async () => Math.round((await topInPage(frame, id ?? '')) - before)
    if (id) await expect.poll(moved).toBe(300)
    await page.waitForTimeout(250)
    if (id) expect(await moved()).toBe(300)
  }
})

test('a comment that is posted takes no focus from a field of the page', async () => {
  const { page, frame, answer } = await openSlow((at) =>
    wrapPage(`<input aria-label="Search">${framed(at)}`, at),
  )
  await postComment(frame, 'Ada', 'Said, and gone.')
  await page.getByRole('textbox', { name: 'Search' }).click()
  answer()
  await seePosted(page, frame)
  await page.keyboard.type('weather')
  expect(await page.getByRole('textbox', { name: 'Search' }).inputValue()).toBe('weather')
})

test('a comment that is posted leads nobody back who has scrolled on', async () => {
  const { page, frame, answer } = await openSlow((at) => wrapPage(framed(at), at))
  await postComment(frame, 'Ada', 'Said, and read on.')
  await page.mouse.move(300, 300)
  await page.mouse.wheel(0, 2_500)
  await page.waitForTimeout(1_200)
  const read = frame.getByRole('article', { name: 'Comment by john smith' }).first()
  const { top } = await boxInPage(read)
  answer()
  await seePosted(page, frame)
  expect(Math.abs((await boxInPage(read)).top - top)).toBeLessThan(2)
})

/** A page whose backend takes no comment before `answer` is called. */
async function openSlow(html: (at: Origins) => string) {
  const opened = await openFramedPage({ html })
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  await opened.context.route('**/comments', async (route) => {
    if (route.request().method() === 'POST') await asked
    await route.continue()
  })
  return { ...opened, answer }
}

/** What follows from it has followed by then. */
async function seePosted(page: Page, frame: Frame): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.told)).toContain('posted')
  await frame.locator('[id^=comment-]').filter({ hasText: 'Said, and' }).waitFor({ state: 'attached' })
  await page.waitForTimeout(300)
}

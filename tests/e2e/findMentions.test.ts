import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findViolations } from '../support/findViolations.ts'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'
import { layoutShift } from '../support/layoutShift.ts'
import { focused, openKerry, seeKerry } from './flows.ts'

const mention = (page: Page, called: string) =>
  page.getByRole('link', { name: `${called}, to the comment by ` }).first()
const article = (page: Page, name: string) => page.getByRole('article', { name }).first()
const isThere = (locator: Locator) => locator.evaluate((each) => each.checkVisibility())

test.for([
  ['@Stancalif', 'Comment by StanCalif', 'It seems obvious'],
  ['@George Patten', 'Reply by George Patton to StanCalif', 'Get Fat Boy to behave'],
])('%s leads to the comment that it answers', async ([called, name, beginning]) => {
  const page = await openKerry()
  await mention(page, called!).click()
  await expect.poll(() => focused(page)).toBe(name)
  const target = page.locator(':focus')
  expect(await target.innerText()).toContain(beginning)
  await expect
    .poll(() => target.evaluate((each) => each.getBoundingClientRect().top))
    .toBeGreaterThanOrEqual(0)
  expect(await target.evaluate((each) => each.getBoundingClientRect().top < innerHeight)).toBe(true)
})

test('who points at a name sees how what it answers begins, can point at that, and puts it away with Escape', async () => {
  const page = await openKerry()
  const link = mention(page, '@George Patten')
  await link.hover()
  const preview = page.getByRole('tooltip')
  await preview.getByText('Get Fat Boy to behave').waitFor()
  expect(await isWhole(preview)).toBe(true)
  const { x, y, width, height } = (await preview.boundingBox())!
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 5 })
  await page.waitForTimeout(600)
  expect(await preview.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => preview.count()).toBe(0)
  await page.mouse.move(0, 0)
  await link.hover()
  await preview.waitFor()
  await page.mouse.move(0, 0)
  await expect.poll(() => preview.count()).toBe(0)
})

test.for(['light', 'dark'] as const)(
  'who comes to a name by keyboard sees it too, in a narrow window, in %s',
  async (theme) => {
    const page = await openKerry({ theme, viewport: { width: 360, height: 740 } })
    const link = mention(page, '@George Patten')
    await link.waitFor()
    await page.getByRole('button', { name: 'Reply to George Patton' }).first().focus()
    while ((await focused(page)) !== '@George Patten, to the comment by George Patton')
      await page.keyboard.press('Tab')
    const preview = page.getByRole('tooltip')
    await preview.getByText('Get Fat Boy to behave').waitFor()
    expect(await isWhole(preview)).toBe(true)
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => preview.count()).toBe(0)
    expect(await link.evaluate((each) => each === document.activeElement)).toBe(true)
  },
)

test('links come into texts without moving anything, and not under what is selected', async () => {
  const before = () => {
    // As a reader who selects before anything is idle.
    const select = () => {
      const text = [...document.querySelectorAll('article p')].find((p) =>
        p.textContent?.startsWith('@Stancalif'),
      )
      if (text) getSelection()?.selectAllChildren(text)
    }
    addEventListener('DOMContentLoaded', select)
  }
  const page = await openKerry({ before })
  await page.getByRole('button', { name: 'People and activity' }).waitFor()
  await page.waitForTimeout(500)
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^@Stancalif/)
  expect(await mention(page, '@Stancalif').count()).toBe(0)
  await page.evaluate(() => getSelection()?.removeAllRanges())
  await mention(page, '@Stancalif').waitFor()
  expect(await layoutShift(page)).toBeLessThan(0.02)
})

test('a writer is muted, which holds over a reload and in other tabs, and can be undone', async () => {
  const page = await openKerry()
  const comment = article(page, 'Reply by Hapa to john smith')
  await comment.getByRole('button', { name: 'More actions for the comment by Hapa' }).click()
  await comment.getByRole('button', { name: 'Mute Hapa' }).click()
  await comment.getByText('You have muted Hapa.').waitFor()
  expect(await focused(page)).toBe('Reply by Hapa to john smith')
  expect(await page.getByText('Americans continue').count()).toBe(0)
  expect(await isThere(comment.locator('header'))).toBe(false)
  expect(await isThere(article(page, 'Reply by Pete to Hapa'))).toBe(true)

  await page.reload()
  await seeKerry(page)
  await comment.getByText('A comment by Hapa, whom you have muted.').waitFor()
  const other = await openKerry({ context: page.context() })
  const otherComment = article(other, 'Reply by Hapa to john smith')
  await otherComment.getByText('A comment by Hapa, whom you have muted.').waitFor()
  await comment.getByRole('button', { name: 'Show it' }).click()
  expect(await isThere(comment.getByText('Americans continue'))).toBe(true)
  expect(await isThere(comment.locator('header'))).toBe(true)
  await otherComment.getByRole('button', { name: 'Unmute Hapa' }).click()
  await otherComment.getByText('Americans continue').waitFor()
  await expect.poll(() => focused(other)).toBe('Reply by Hapa to john smith')
  await expect.poll(() => comment.getByText('You have muted Hapa.').count()).toBe(0)
  expect(await isThere(comment.getByText('Americans continue'))).toBe(true)
})

test.for(['light', 'dark'] as const)('a muting breaks no rule of accessibility, in %s', async (theme) => {
  const page = await openKerry({ theme, viewport: { width: 360, height: 740 } })
  const comment = article(page, 'Reply by Hapa to john smith')
  await comment.getByRole('button', { name: 'More actions for the comment by Hapa' }).click()
  await comment.getByRole('button', { name: 'Mute Hapa' }).click()
  await comment.getByRole('button', { name: 'Undo' }).waitFor()
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Keys and display' }).click()
  await page.getByRole('region', { name: 'Whom you have muted' }).getByText('Hapa').waitFor()
  expect(await findViolations(page)).toEqual([])
})

test('all of it works in an element in somebody’s page', async () => {
  const { page } = await openHostPage({ html: (at) => wrapPage(`<main>${element(at)}</main>`, at) })
  await seeKerry(page)
  const link = mention(page, '@George Patten')
  await link.hover()
  await page.getByRole('tooltip').getByText('Get Fat Boy to behave').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('tooltip').count()).toBe(0)

  const comment = article(page, 'Reply by Hapa to john smith')
  const top = () => comment.evaluate((each) => each.getBoundingClientRect().top)
  const more = comment.getByRole('button', { name: 'More actions for the comment by Hapa' })
  await more.click()
  await comment.getByRole('button', { name: 'Only this branch' }).waitFor()
  const before = await top()
  await comment.getByRole('button', { name: 'Only this branch' }).click()
  await page.getByRole('navigation', { name: 'Branch' }).waitFor()
  await expect.poll(() => page.getByRole('article').count()).toBe(2)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('article').count()).toBe(25)
  await expect.poll(top).toBeCloseTo(before, 0)

  await more.click()
  await comment.getByRole('button', { name: 'Mute Hapa' }).click()
  await comment.getByText('You have muted Hapa.').waitFor()
  expect(await comment.locator('header').isVisible()).toBe(false)
  await comment.getByRole('button', { name: 'Undo' }).click()
  await comment.getByText('Americans continue').waitFor()
  await expect.poll(() => comment.evaluate((each) => each.matches(':focus'))).toBe(true)
})

/** Whether all of it is in the window. */
function isWhole(locator: Locator): Promise<boolean> {
  return locator.evaluate((each) => {
    const { left, top, right, bottom } = each.getBoundingClientRect()
    const { offsetWidth } = document.documentElement
    return left >= 0 && top >= 0 && right <= offsetWidth && bottom <= innerHeight
  })
}

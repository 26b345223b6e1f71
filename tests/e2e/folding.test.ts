import { expect, test } from 'vitest'
import { layoutShift } from '../support/layoutShift.ts'
import { isInView, openKerry, seeKerry } from './flows.ts'

test('a folded thread stays folded over a reload, in this tab and in new ones', async () => {
  const page = await openKerry()
  await page.getByRole('button', { name: 'Collapse thread by john smith' }).click()
  const reply = page.getByRole('article', { name: 'Reply by Jaimie to john smith' })
  await expect.poll(() => reply.count()).toBe(0)
  await page.reload()
  await seeKerry(page)
  expect(await reply.count()).toBe(0)
  await page.getByRole('button', { name: 'Expand thread by john smith, 4 replies' }).waitFor()
  expect(await layoutShift(page)).toBeLessThan(0.02)
  const other = await openKerry({ context: page.context() })
  await other.getByRole('button', { name: 'Expand thread by john smith, 4 replies' }).click()
  await other.getByRole('article', { name: 'Reply by Jaimie to john smith' }).waitFor()
})

test('what the browser itself finds in a folded thread opens it', async () => {
  // Going to a fragment reveals what is hidden until found just as find-in-page does (HTML, "ancestor revealing
  // algorithm"); our own following of the address is kept out of it.
  const before = () => addEventListener('hashchange', (event) => event.stopImmediatePropagation())
  const page = await openKerry({ before })
  const id = await page.getByRole('article', { name: 'Reply by Jaimie to john smith' }).getAttribute('id')
  await page.getByRole('button', { name: 'Collapse thread by john smith' }).click()
  await page.getByRole('button', { name: 'Expand thread by john smith, 4 replies' }).waitFor()
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#${id}`)
  await page.getByRole('button', { name: 'Collapse thread by john smith' }).waitFor()
  expect(await page.getByText('Wake up from your dream').isVisible()).toBe(true)
})

test('a thread folds by a click on its line, and what is then in view is its button', async () => {
  const page = await openKerry()
  const reply = page.getByRole('article', { name: 'Reply by Pete to Hapa' })
  await reply.scrollIntoViewIfNeeded()
  // A line has no name: it is for the pointer only. The first beside the reply is that of its whole thread.
  await reply.locator('xpath=ancestor::*/preceding-sibling::button[@aria-hidden="true"]').first().click()
  const button = page.getByRole('button', { name: 'Expand thread by john smith, 4 replies' })
  await button.waitFor()
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await isInView(button)).toBe(true)
})

test('a permalink opens what is folded above its comment, and puts it in view and in focus', async () => {
  const page = await openKerry()
  const id = await page.getByRole('article', { name: 'Reply by Pete to Hapa' }).getAttribute('id')
  await page.getByRole('button', { name: 'Collapse all' }).click()
  await page.goto(`about:blank`)
  await page.goto(`/#${id}`)
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id)
  await expect.poll(() => isInView(page.locator(`#${id}`))).toBe(true)
})

import { expect, test } from 'vitest'
import { openPage } from '../support/openPage.ts'

test('where the backend runs in the browser, the page of moderators says that there is nothing to moderate, and asks for nothing', async () => {
  const { page } = await openPage('/moderate')
  await page.getByText('Nothing is moderated here').waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  expect(await page.locator('input').count()).toBe(0)
})

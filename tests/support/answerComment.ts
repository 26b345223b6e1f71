import type { Locator, Page } from 'playwright-core'

/** Opens the composer of an answer and types into it, key by key. Gives its field. */
export async function beginReply(page: Page | Locator, to: string, text: string): Promise<Locator> {
  await page
    .getByRole('button', { name: `Reply to ${to}` })
    .first()
    .click()
  const field = page.getByRole('textbox', { name: 'Your reply' })
  await field.pressSequentially(text)
  return field
}

/** Posts what is written as an answer to somebody; gives it once it stands in the discussion. */
export async function postReply(page: Page | Locator, as: string, to = ''): Promise<Locator> {
  await page.getByRole('button', { name: 'Post reply' }).waitFor()
  const name = page.getByRole('form', { name: 'Reply to' }).getByRole('textbox', { name: 'Name' })
  if (await name.isVisible()) await name.fill(as)
  await page.getByRole('button', { name: 'Post reply' }).click()
  const posted = page
    .getByRole('article', { name: `Reply by ${as} to ${to}` })
    .and(page.locator('[id^=comment-]'))
  await posted.waitFor()
  return posted
}

import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPage, type PageOptions } from '../support/openPage.ts'

/** The Kerry article, with its discussion there. `query` is what stands behind the `?` of the address. */
export async function openKerry(options: PageOptions & { query?: string } = {}): Promise<Page> {
  const { page } = await openPage(`/?${options.query ?? ''}`, options)
  await seeKerry(page)
  return page
}

/** A page, or a frame in one. */
type Shown = Pick<Page, 'getByRole'>

export async function seeKerry(page: Shown): Promise<void> {
  await page.getByRole('article', { name: 'Comment by cmaenergy' }).waitFor()
}

export async function postComment(page: Shown, name: string, text: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Post a comment' })
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  await form.getByRole('textbox', { name: 'Comment' }).fill(text)
  await form.getByRole('button', { name: 'Post comment' }).click()
}

/** What has focus, by its accessible name or, of a field, by its label. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const label =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? element.labels?.[0]
        : null
    return label?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })
}

/** Presses Tab, at most `most` times, until that has focus. */
export async function tabTo(page: Page, name: string, most = 60): Promise<void> {
  for (let times = 0; times < most; times += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) === name) return
  }
  expect(await focused(page)).toBe(name)
}

/** Whether all of it stands within the window. */
export function isInView(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })
}

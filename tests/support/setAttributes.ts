import type { Page } from 'playwright-core'

/** Gives the first discussion of a page these attributes, all at once; `null` takes one away. */
export async function setAttributes(page: Page, attributes: Record<string, string | null>): Promise<void> {
  await page.evaluate((attributes) => {
    const element = document.querySelector('soundoff-discussion')!
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) element.removeAttribute(name)
      else element.setAttribute(name, value)
    }
  }, attributes)
}

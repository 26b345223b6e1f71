import type { Page } from 'playwright-core'

/** What each `<soundoff-count>` of a page shows: the count, or, where that is not known, what stands in the element itself. */
export function countsShown(page: Page): Promise<string[]> {
  return page
    .locator('soundoff-count')
    .evaluateAll((elements) => elements.map((each) => each.shadowRoot?.textContent || each.textContent))
}

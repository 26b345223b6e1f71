import type { Page } from 'playwright-core'

/** Has the page at `/` come with data that its script does not know, as from another version, so that it draws itself. */
export async function spoilData(page: Page): Promise<void> {
  await page.route('/', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('"publishedAt"', '"appearedAt"')
    await route.fulfill({ response, body })
  })
}

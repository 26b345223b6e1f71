import type { Page } from 'playwright-core'

/** Holds back the page's own module, and so everything that it does, until what this gives is called. */
export async function holdModule(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** Lets the page's own module not come, as where it is blocked, until what this gives is called. */
export async function loseModule(page: Page): Promise<() => Promise<void>> {
  const path = /\/assets\/.*\.js$/
  await page.route(path, (route) => route.abort('blockedbyclient'))
  return () => page.unroute(path)
}

/** Waits until the page answers to what is done to it. */
export async function seeHydrated(page: Page): Promise<void> {
  await page.locator('#form-new button[type="submit"]:enabled').waitFor()
}

import type { Browser, CDPSession, Page } from 'playwright-core'
import { observePage } from './observePage.ts'

/** A page of a reader who was never here, on a processor that can be slowed. */
export type BenchPage = {
  page: Page
  devtools: CDPSession
  /** How many times slower the processor is from now on. */
  slow(times: number): Promise<void>
  close(): Promise<void>
}

export const SLOWED = 4

/** Opens an empty page of `origin`, so that what a browser does for its first page of an origin is not measured. */
export async function openBenchPage(browser: Browser, origin: string): Promise<BenchPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  // What runs this keeps the names of functions by a helper, which the page lacks.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named' })
  await context.addInitScript(observePage)
  const page = await context.newPage()
  await page.goto(`${origin}/empty`)
  const devtools = await context.newCDPSession(page)
  return {
    page,
    devtools,
    slow: async (rate) => void (await devtools.send('Emulation.setCPUThrottlingRate', { rate })),
    close: () => context.close(),
  }
}

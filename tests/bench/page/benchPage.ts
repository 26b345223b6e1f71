import { setTimeout } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { observePage } from './observePage.ts'

/** A page of a reader who was never here, on a processor that can be slowed. */
export type BenchPage = {
  page: Page
  devtools: CDPSession
  /** How many times slower the processor is from now on. */
  slow(times: number): Promise<void>
  /** Settles with when the first comment of the next page was drawn, in milliseconds since the navigation began. */
  whenDrawn(): Promise<number>
  /** Presses and, a moment later, releases the mouse, and does nothing else in the page. */
  press(place: { x: number; y: number }): Promise<void>
  close(): Promise<void>
}

export const SLOWED = 4
/** A finger takes longer. */
const PRESSED_MS = 50
const PATIENCE_MS = 60_000

/** Opens an empty page of `origin`, so that what a browser does for its first page of an origin is not measured. */
export async function openBenchPage(browser: Browser, origin: string): Promise<BenchPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // What the worker keeps for later is not part of a visit.
    serviceWorkers: 'block',
  })
  // What runs this keeps the names of functions by a helper, which the page lacks.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named' })
  await context.addInitScript(observePage)
  const page = await context.newPage()
  await page.goto(`${origin}/empty`)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Runtime.enable')
  await devtools.send('Runtime.addBinding', { name: 'reportFirstComment' })
  return {
    page,
    devtools,
    slow: async (rate) => void (await devtools.send('Emulation.setCPUThrottlingRate', { rate })),
    whenDrawn: async () => {
      const called = new Promise<string>((resolve) =>
        devtools.once('Runtime.bindingCalled', ({ payload }) => resolve(payload)),
      )
      const late = setTimeout(PATIENCE_MS, null, { ref: false })
      const drawn = await Promise.race([called, late])
      if (drawn === null) throw new Error(`No comment was drawn within ${PATIENCE_MS} ms.`)
      return Number(drawn)
    },
    async press(place) {
      const mouse = { ...place, button: 'left', clickCount: 1 } as const
      await devtools.send('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' })
      await setTimeout(PRESSED_MS)
      await devtools.send('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' })
    },
    close: () => context.close(),
  }
}

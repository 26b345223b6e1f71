import type { Page } from 'playwright-core'

/** The cumulative layout shift so far (https://web.dev/articles/cls), without the windows that make it kinder. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let total = 0
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) total += 'value' in entry ? Number(entry.value) : 0
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(total)))
      }),
  )
}

declare global {
  interface Window {
    /** Whether all of the page had come when there was first something of it to draw. */
    cameWhole?: boolean
  }
}

/** To run in a page before it comes: finds out what had come of it at its first frame, of which browsers tell only when it was seen. */
export function noteFirstFrame(): void {
  const look = () => {
    if (document.getElementById('page')?.firstChild) window.cameWhole = document.readyState !== 'loading'
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Whether a page that notes its first frame was drawn first when all of it had come, and what stands at its end had been done to it. */
export function isDrawnWhole(page: Page): Promise<boolean> {
  return page.evaluate(() => window.cameWhole === true)
}

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

/** A frame that was laid out before something is done may still be told as drawn after it, by so many milliseconds. */
const FRAMES_MS = 32

/** Whether a page was first drawn when all of it had come, and what stands at its end had been done to it. */
export function isDrawnWhole(page: Page): Promise<boolean> {
  return page.evaluate((margin) => {
    const [navigation] = performance.getEntriesByType('navigation')
    const [paint] = performance.getEntriesByType('paint')
    if (!(navigation instanceof PerformanceNavigationTiming) || !paint) {
      throw new Error('the browser tells nothing of what it drew')
    }
    return paint.startTime >= navigation.domInteractive + margin
  }, FRAMES_MS)
}

import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { watchFrames } from './observePage.ts'

export type Scroll = {
  threads: number
  /** In milliseconds. */
  longestFrame: number
}

const THREADS = 500
const STEP = 400
const STEP_MS = 50
const STEPS_BETWEEN_LOOKS = 10
/** How long all of it may take, after which what was reached counts. */
const PATIENCE_MS = 90_000
/** A top-level comment. */
export const THREAD = 'article[aria-label^="Comment by"]'

/** Turns the wheel until 500 threads are above the window, or to the end of fewer. */
export async function measureScroll(page: Page, threadCount: number): Promise<Scroll> {
  await page.mouse.move(640, 400)
  await page.evaluate(watchFrames)
  const start = performance.now()
  let threads = 0
  while (threads < Math.min(THREADS, threadCount) && performance.now() - start < PATIENCE_MS) {
    for (let step = 0; step < STEPS_BETWEEN_LOOKS; step++) {
      await page.mouse.wheel(0, STEP)
      await setTimeout(STEP_MS)
    }
    threads = Math.max(threads, await page.evaluate(countPassed, THREAD))
  }
  const { longestGap, longestFrame } = await page.evaluate(() => {
    globalThis.bench.isWatchingFrames = false
    return globalThis.bench
  })
  return { threads, longestFrame: Math.max(longestGap, longestFrame) }
}

/**
 * Runs in the page: how many threads are above the window, or all where their end is in it. To ask for the place of what the
 * browser has not laid out would have it laid out, so it looks at what is in the window only; and at few elements, as it is part of the frame.
 */
function countPassed(selector: string): number {
  const { scrollTop, scrollHeight, clientHeight } = document.documentElement
  if (scrollTop + clientHeight >= scrollHeight - 2) return document.querySelectorAll(selector).length
  let item: Element | null = null
  for (let seen = document.elementFromPoint(640, 10); seen; seen = seen.parentElement) {
    if ([...seen.children].some((child) => child.matches(selector))) item = seen
  }
  const list = item?.parentElement
  return item && list instanceof HTMLOListElement ? list.start - 1 + [...list.children].indexOf(item) : 0
}

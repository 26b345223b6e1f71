import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** Where the upper edge of what is watched was in each frame that was drawn since it had focus. */
    tops: number[]
    /** How many images were not there yet in the first of them. */
    waitingThen: number
  }
}

/**
 * Has a page watch what gets focus by that id, in its own document or in a shadow root: where its upper edge is in each frame from then on,
 * as the browser draws it. To run before the scripts of the page.
 */
export function watchTop(id: string): void {
  window.tops = []
  const focused = () => document.activeElement?.shadowRoot?.activeElement ?? document.activeElement
  const onFrame = () => {
    const element = focused()
    // Once it has been scrolled to.
    if (element?.id === id) setTimeout(() => requestAnimationFrame(() => watch(element)))
    else requestAnimationFrame(onFrame)
  }
  const watch = (element: Element) => {
    if (window.tops.length === 0) {
      window.waitingThen = [...document.images].filter(({ complete }) => !complete).length
    }
    // What is told right after it is observed is of the layout that is drawn.
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) window.tops.push(entry.boundingClientRect.top)
      observer.disconnect()
    })
    observer.observe(element)
    requestAnimationFrame(() => watch(element))
  }
  requestAnimationFrame(onFrame)
}

/** How far what is watched has moved in all, in CSS pixels, and in how many frames it was seen. */
export async function readTops(page: Page): Promise<{ moved: number; frames: number; top: number }> {
  const tops = await page.evaluate(() => window.tops)
  return { moved: Math.max(...tops) - Math.min(...tops), frames: tops.length, top: tops.at(-1) ?? Number.NaN }
}

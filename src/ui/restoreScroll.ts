import type { DeviceStorage } from './parts/deviceStorage.ts'
import { isReturn } from './parts/isReturn.ts'

const LIMIT_MS = 10_000
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Brings a page that is reloaded or gone back to to where it was left, or as near as it is long enough, while what is loaded
 * makes it longer; a browser tries only with what came drawn (`isDrawn`), which is left to it. Gives up when the reader
 * does something, or after ten seconds.
 */
export function restoreScroll(tab: DeviceStorage, { isDrawn }: { isDrawn: boolean }): void {
  addEventListener('pagehide', () => tab.write(name(), String(Math.round(scrollY))))
  const goal = Number(tab.read(name()) ?? 0)
  if (!isReturn() || !(goal > 0)) return
  // What came drawn is as long as this; a browser that wanted to go further down stands at its end.
  let longest = isDrawn ? furthest() : 0
  if (scrollY < Math.floor(longest)) return

  const stopping = new AbortController()
  const { signal } = stopping
  const stop = () => stopping.abort()
  for (const hand of HANDS) addEventListener(hand, stop, { once: true, passive: true, signal })
  const timer = setTimeout(stop, LIMIT_MS)
  const attempt = () => {
    if (signal.aborted) return
    const length = furthest()
    if (length > longest) scrollTo({ top: Math.min(goal, length), behavior: 'instant' })
    longest = Math.max(longest, length)
    if (longest < goal) requestAnimationFrame(attempt)
    else {
      clearTimeout(timer)
      stop()
    }
  }
  attempt()
}

function furthest(): number {
  return document.documentElement.scrollHeight - innerHeight
}

/** By the address, which may tell another order by the time that the page is left. */
function name(): string {
  return `scroll:${location.pathname}${location.search}`
}

import type { DeviceStorage } from './parts/deviceStorage.ts'
import { isReturn } from './parts/isReturn.ts'

const LIMIT_MS = 10_000
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Brings a page that is reloaded or gone back to to where it was left, or as near as it is long enough, while what is loaded
 * makes it longer; a browser tries only while it is still empty. Gives up when the reader does something, or after ten
 * seconds.
 */
export function restoreScroll(tab: DeviceStorage): void {
  const name = `scroll:${location.pathname}${location.search}`
  addEventListener('pagehide', () => tab.write(name, String(Math.round(scrollY))))
  const goal = Number(tab.read(name) ?? 0)
  if (!isReturn() || !(goal > 0)) return

  const stopping = new AbortController()
  const { signal } = stopping
  const stop = () => stopping.abort()
  for (const hand of HANDS) addEventListener(hand, stop, { once: true, passive: true, signal })
  const timer = setTimeout(stop, LIMIT_MS)
  let longest = 0
  const attempt = () => {
    if (signal.aborted) return
    const most = document.documentElement.scrollHeight - innerHeight
    if (most > longest) scrollTo({ top: Math.min(goal, most), behavior: 'instant' })
    longest = Math.max(longest, most)
    if (longest < goal) requestAnimationFrame(attempt)
    else {
      clearTimeout(timer)
      stop()
    }
  }
  attempt()
}

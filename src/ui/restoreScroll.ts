import type { DeviceStorage } from './parts/deviceStorage.ts'

const LIMIT_MS = 10_000
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Brings a page that is reloaded or gone back to to where it was left, once what is loaded makes it long enough; a browser
 * tries only while it is still empty. Gives up when the reader scrolls, or after ten seconds. An address that points into
 * the page goes first.
 */
export function restoreScroll(tab: DeviceStorage): void {
  const name = `scroll:${location.pathname}${location.search}`
  addEventListener('pagehide', () => tab.write(name, String(Math.round(scrollY))))
  const [navigation] = performance.getEntriesByType('navigation')
  const isReturn =
    navigation instanceof PerformanceNavigationTiming && /^(reload|back_forward)$/.test(navigation.type)
  const goal = Number(tab.read(name) ?? 0)
  if (!isReturn || location.hash !== '' || !(goal > 0)) return

  const stopping = new AbortController()
  const stop = () => stopping.abort()
  for (const hand of HANDS)
    addEventListener(hand, stop, { once: true, passive: true, signal: stopping.signal })
  const timer = setTimeout(stop, LIMIT_MS)
  const attempt = () => {
    if (stopping.signal.aborted) return
    if (document.documentElement.scrollHeight - innerHeight >= goal) {
      scrollTo({ top: goal, behavior: 'instant' })
      clearTimeout(timer)
      stop()
    } else requestAnimationFrame(attempt)
  }
  attempt()
}

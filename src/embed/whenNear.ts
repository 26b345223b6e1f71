/** How near the window it comes: as far away as the window is high. */
const NEAR = '100% 0px'

/**
 * Calls `begin` once, when the element comes near the window, or the address names a comment, which may be one of its. Gives the way to
 * stop waiting.
 */
export function whenNear(element: Element, begin: () => void): () => void {
  const done = new AbortController()
  const end = () => {
    observer.disconnect()
    done.abort()
  }
  const beginOnce = () => {
    end()
    begin()
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) beginOnce()
    },
    { rootMargin: NEAR },
  )
  const look = () => {
    if (location.hash.startsWith('#comment-')) beginOnce()
  }
  observer.observe(element)
  addEventListener('hashchange', look, { signal: done.signal })
  look()
  return end
}

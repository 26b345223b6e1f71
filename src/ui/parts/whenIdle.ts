/** How long a page that is never idle is waited for, in milliseconds. */
const LIMIT_MS = 2_000

/** Calls `action` once the page has nothing better to do; where a browser does not tell, soon. Gives the way to call it off. */
export function whenIdle(action: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(action, 1)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(action, { timeout: LIMIT_MS })
  return () => cancelIdleCallback(handle)
}

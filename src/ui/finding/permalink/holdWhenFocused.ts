import { holdStill } from '../../parts/holdStill.ts'

/** How long focus is waited for, in milliseconds: as long as a slow processor takes to draw a page. */
const PATIENCE_MS = 10_000

/** Once the element of that id has focus, tells so and keeps it where it is. Gives the way to end that, or the waiting. */
export function holdWhenFocused(root: Document | ShadowRoot, id: string, onFocused: () => void): () => void {
  const waiting = new AbortController()
  let stop = () => waiting.abort()
  const look = () => {
    const element = root.activeElement
    if (element?.id !== id || waiting.signal.aborted) return
    waiting.abort()
    onFocused()
    // It is scrolled to right after it got focus.
    queueMicrotask(() => (stop = holdStill(element)))
  }
  root.addEventListener('focusin', look, { signal: waiting.signal })
  const timer = setTimeout(stop, PATIENCE_MS)
  waiting.signal.addEventListener('abort', () => clearTimeout(timer))
  look()
  return () => stop()
}

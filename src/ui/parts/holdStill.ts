import { isFramed } from './isFramed.ts'

/** After the last change, in milliseconds. */
const LIMIT_MS = 10_000
/** How long browsers may take to scroll along with a change themselves. */
const SETTLING_MS = 200
/** What browsers round to. */
const TOLERANCE = 0.5
/** Most elements above what is held that are looked at. */
const MOST_ABOVE = 1_000
const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'Tab'])

/**
 * Something in what scrolls it: how far below the upper edge of that it is kept, where in its content it was last, and whether what scrolls
 * it could not be scrolled as far as it takes.
 */
type Held = { element: Element; scroller: Element; goal: number; place: number; isShort: boolean }

/**
 * Keeps the upper edge of an element where it is in the window while what stands above it changes its size, in each frame before
 * that is seen, whether or not the browser does so itself (CSS Scroll Anchoring). Ends when the reader scrolls or moves focus,
 * when something else scrolls, or ten seconds after the last change. Gives the way to end it. A frame that the page around it scrolls
 * is left to that. Of one that is `settled` only what changes from now on is made good, and not what the reader is scrolling just then.
 */
export function holdStill(element: Element, { isSettled = false } = {}): () => void {
  if (isFramed() || typeof ResizeObserver === 'undefined') return () => {}
  const held = hold(element)
  const ending = new AbortController()
  const end = () => ending.abort()
  const { signal } = ending
  const beganAt = performance.now()
  let changedAt = isSettled ? -Infinity : beganAt

  const settle = () => {
    if (signal.aborted) return
    if (!element.isConnected) return end()
    for (const each of held) {
      const top = topOf(each)
      const place = top + each.scroller.scrollTop
      const hasMoved = Math.abs(place - each.place) >= TOLERANCE
      each.place = place
      if (hasMoved) changedAt = performance.now()
      if (Math.abs(top - each.goal) < TOLERANCE) {
        each.isShort = false
        continue
      }
      const isByItself = performance.now() - changedAt < SETTLING_MS || each.isShort
      if (!isByItself) return end()
      each.scroller.scrollBy({ top: top - each.goal, behavior: 'instant' })
      each.isShort = Math.abs(topOf(each) - each.goal) >= TOLERANCE
    }
  }
  const onFrame = () => {
    settle()
    if (performance.now() - Math.max(beganAt, changedAt) > LIMIT_MS) end()
    if (!signal.aborted) requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)
  // Of sizes the browser tells after it has laid out a frame, and before it draws it.
  const observer = new ResizeObserver(settle)
  for (const each of aboveOf(element)) observer.observe(each)
  signal.addEventListener('abort', () => observer.disconnect())
  addEventListener('load', settle, { capture: true, signal })
  endWithReader(element, held, end, signal)
  return end
}

function hold(element: Element): Held[] {
  const held: Held[] = []
  let inner = element
  for (const scroller of scrollersOf(element)) {
    const each = { element: inner, scroller, goal: 0, place: 0, isShort: false }
    const goal = topOf(each)
    held.push({ ...each, goal, place: goal + scroller.scrollTop })
    inner = scroller
  }
  return held
}

function endWithReader(element: Element, held: readonly Held[], end: () => void, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal }
  for (const act of ['wheel', 'touchmove'] as const) addEventListener(act, end, options)
  addEventListener('keydown', ({ key }) => SCROLL_KEYS.has(key) && end(), options)
  addEventListener('focusin', (event) => event.composedPath()[0] !== element && end(), options)
  addEventListener(
    'pointerdown',
    (event) => {
      const [pressed] = event.composedPath()
      // A scroll bar is no element, and the middle button begins to scroll.
      if (event.button === 1 || held.some(({ scroller }) => scroller === pressed)) end()
    },
    options,
  )
}

function topOf({ element, scroller }: Held): number {
  const { top } = element.getBoundingClientRect()
  return scroller === document.scrollingElement ? top : top - scroller.getBoundingClientRect().top
}

/** All that it is scrolled by, from the inside out. */
function scrollersOf(element: Element): Element[] {
  const nested = ancestorsOf(element).filter((each) => {
    if (each === document.documentElement) return false
    if (each === document.body && overflowOf(document.documentElement) === 'visible') return false
    return /auto|scroll/.test(overflowOf(each))
  })
  const page = document.scrollingElement
  return page && !nested.includes(page) ? [...nested, page] : nested
}

function overflowOf(element: Element): string {
  return getComputedStyle(element).overflowY
}

/** What grows with it, and what stands before it. */
function aboveOf(element: Element): Element[] {
  const above: Element[] = []
  for (const each of [element, ...ancestorsOf(element)]) {
    if (each !== element) above.push(each)
    let before = each.previousElementSibling
    for (; before && above.length < MOST_ABOVE; before = before.previousElementSibling) above.push(before)
  }
  return above
}

/** Also those around a shadow root. */
function ancestorsOf(element: Element): Element[] {
  const ancestors: Element[] = []
  for (let each = parentOf(element); each; each = parentOf(each)) ancestors.push(each)
  return ancestors
}

function parentOf(element: Element): Element | null {
  const { assignedSlot, parentElement } = element
  const root = element.getRootNode()
  return assignedSlot ?? parentElement ?? (root instanceof ShadowRoot ? root.host : null)
}

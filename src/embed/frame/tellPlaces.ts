import { MOST_PIXELS, type ToFrame, type ToPage } from './messages.ts'

type Place = Extract<ToPage, { kind: 'place' }>
type View = Extract<ToFrame, { kind: 'view' }>
type Wanted = { element: Element; block: Place['block']; from: DOMRect | null }

/** How long what comes is taken to follow from what the reader did, in milliseconds. */
const ACT_MS = 1_000

/**
 * Has the page around the frame scroll where this document would: to what gets focus otherwise than by pointing at it, and to what a
 * script scrolls to. Browsers differ in whether a frame may do so itself. What comes by itself leads nobody away who has
 * scrolled on from where focus was, or is in the page around. `findView` tells what is known of the window.
 */
export function tellPlaces(
  { findView, isElsewhere }: { findView: () => View | null; isElsewhere: () => boolean },
  tell: (place: Place) => void,
): void {
  let focusedAt: DOMRect | null = null
  let wanted: Wanted | null = null
  let isPointing = false
  let actedAt = -Infinity

  function want(element: Element, block: Place['block'], from: DOMRect | null): void {
    if (!wanted) queueMicrotask(tellWanted)
    wanted = wanted?.block === 'start' ? wanted : { element, block, from: wanted ? wanted.from : from }
  }

  function tellWanted(): void {
    if (!wanted) return
    const { element, block, from } = wanted
    wanted = null
    const isExpected = performance.now() - actedAt < ACT_MS || (!isElsewhere() && isSeen(from, findView()))
    if (element.isConnected && (block === 'start' || isExpected)) tell(placeOf(element, block))
  }

  const onAct = () => (actedAt = performance.now())
  for (const act of ['keydown', 'pointerdown', 'click']) addEventListener(act, onAct, { capture: true })
  // Where a finger is used, that comes after the pointer has left.
  addEventListener(
    'mousedown',
    () => {
      isPointing = true
      setTimeout(() => (isPointing = false))
    },
    { capture: true },
  )
  addEventListener('blur', () => (focusedAt = null))
  addEventListener('focusin', (event) => {
    const [element] = event.composedPath()
    if (!(element instanceof Element)) return
    const from = focusedAt
    focusedAt = element.getBoundingClientRect()
    if (!isPointing) want(element, 'nearest', from)
  })
  Element.prototype.scrollIntoView = function scrollIntoView(options) {
    want(this, typeof options === 'object' && options.block === 'start' ? 'start' : 'nearest', focusedAt)
  }
}

function isSeen(place: DOMRect | null, view: View | null): boolean {
  return !place || !view || (place.bottom > view.above && place.top < innerHeight - view.below)
}

/** With the room that style sheets want around it. */
function placeOf(element: Element, block: Place['block']): Place {
  const { top, bottom } = element.getBoundingClientRect()
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(element)
  const from = Math.min(Math.max(top - (Number.parseFloat(scrollMarginTop) || 0), 0), MOST_PIXELS)
  const to = Math.max(bottom + (Number.parseFloat(scrollMarginBottom) || 0), from)
  return { kind: 'place', top: from, height: Math.min(to - from, MOST_PIXELS), block }
}

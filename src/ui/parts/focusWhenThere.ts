import { flushSync } from 'react-dom'

const FRAMES = 120

/** The newest move in each place: an older one that still waits for its element gives way. */
const newest = new WeakMap<Document | ShadowRoot, symbol>()

/** To the element of the id `to`, from where focus must still be: within one of `from`, elements or ids, or nowhere. */
export type FocusMove = {
  to: string
  from: readonly (Element | string | null)[]
  /**
   * Where the element comes to stand: `nearest` and `start` as `scrollIntoView` has it; with `if-seen` the page is scrolled
   * only if something of `from` is in view, so that who reads on elsewhere stays there.
   */
  scroll?: 'nearest' | 'start' | 'if-seen'
}

/**
 * Moves focus within the root (document or shadow root), now or as soon as the element is drawn. Does
 * nothing where the reader has meanwhile moved focus on.
 */
export function focusWhenThere(
  root: Document | ShadowRoot,
  { to, from, scroll = 'nearest' }: FocusMove,
): void {
  flushSync(() => {})
  const scrolls = scroll !== 'if-seen' || from.some((each) => isInView(find(root, each)))
  const move = Symbol(to)
  newest.set(root, move)
  const attempt = (frames: number) => {
    if (newest.get(root) !== move || !isFree(root, from)) return
    const element = root.getElementById(to)
    if (!element || element.matches(':disabled')) {
      if (frames > 0) requestAnimationFrame(() => attempt(frames - 1))
      return
    }
    element.focus({ preventScroll: true })
    const block = scroll === 'start' ? 'start' : 'nearest'
    if (scrolls) (element.closest('form') ?? element).scrollIntoView({ block })
  }
  attempt(FRAMES)
}

/** Whether focus is on the element or within it. */
export function hasFocus(element: Element | null): boolean {
  return element !== null && element.contains(rootOf(element).activeElement)
}

/** The document or shadow root that an element stands in. */
export function rootOf(element: Element): Document | ShadowRoot {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root : document
}

function isFree(root: Document | ShadowRoot, from: FocusMove['from']): boolean {
  const { activeElement } = root
  if (activeElement === null || activeElement === document.body) return true
  return from.some((each) => find(root, each)?.contains(activeElement))
}

function find(root: Document | ShadowRoot, each: FocusMove['from'][number]): Element | null {
  return typeof each === 'string' ? root.getElementById(each) : each
}

function isInView(element: Element | null): boolean {
  if (element === null) return false
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

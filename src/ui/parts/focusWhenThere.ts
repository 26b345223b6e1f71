import { flushSync } from 'react-dom'

const FRAMES = 120
/** Frames for which what is coming is waited for: ten seconds, in which the page is seen. */
const PATIENCE = 600

type Waiting = { to: string; from: readonly Place[]; stop: () => void }

/** The move in each place that still waits for its element. */
const waiting = new WeakMap<Document | ShadowRoot, Waiting>()

/** An element, or the id of one. */
type Place = Element | string | null

/** To the element of the id `to`, from where focus must still be: within one of `from`, or nowhere; or where it is now, `anywhere`. */
export type FocusMove = {
  to: string
  from: readonly Place[] | 'anywhere'
  /**
   * Where the element comes to stand: `nearest` and `start` as `scrollIntoView` has it, and `start` shows where that is, even
   * after a click; with `if-seen` the page is scrolled only if something of `from` is in view, so that who reads on elsewhere
   * stays there.
   */
  scroll?: 'nearest' | 'start' | 'if-seen'
}

/**
 * Moves focus within the root (document or shadow root), now or as soon as the element is drawn, which is waited for as long as `isComing`, up to some ten seconds. Does nothing where the reader
 * has meanwhile moved focus on, or does something in a field. The newest move that can begin takes the place of one that
 * waits; if it starts from where that one leads to, it starts from its places, too. Right before, the element tells so by an
 * event `beforefocus`, for what hides it to show it.
 */
export function focusWhenThere(
  root: Document | ShadowRoot,
  { to, from: asked, scroll = 'nearest' }: FocusMove,
  isComing: () => boolean = () => false,
): void {
  const older = waiting.get(root)
  const places = asked === 'anywhere' ? [focusedFrom(root)] : asked
  const from = older && places.includes(older.to) ? [...places, ...older.from] : places
  const scrolls = scroll !== 'if-seen' || from.some((each) => isInView(find(root, each)))
  flushSync(() => {})
  if (!isFree(root, from)) return
  waiting.get(root)?.stop()
  const attempt = (frames: number, patience: number) => {
    const element = root.getElementById(to)
    if (!isFree(root, from)) return stop()
    if (element && !element.matches(':disabled')) {
      stop()
      element.dispatchEvent(new Event('beforefocus', { bubbles: true }))
      element.focus({ preventScroll: true, ...(scroll === 'start' && { focusVisible: true }) })
      const block = scroll === 'start' ? scroll : 'nearest'
      // Pages that scroll smoothly would still be on their way while what is led to is held still.
      if (scrolls) (element.closest('form') ?? element).scrollIntoView({ block, behavior: 'instant' })
    } else if (frames > 0 && patience > 0)
      frame = requestAnimationFrame(() => attempt(frames - (isComing() ? 0 : 1), patience - 1))
    else stop()
  }
  let frame = 0
  const stop = () => {
    cancelAnimationFrame(frame)
    stopListening()
    waiting.delete(root)
  }
  const stopListening = whenInField(stop)
  waiting.set(root, { to, from, stop })
  attempt(FRAMES, PATIENCE)
}

/**
 * Calls the listener whenever the reader does something in a field, of the page or of any shadow root, other than what is being
 * handled; gives the way to stop.
 */
function whenInField(listener: () => void): () => void {
  const onAct = (event: Event) => {
    const isRepeated = event instanceof KeyboardEvent && event.repeat
    const [innermost] = event.composedPath()
    if (innermost instanceof Element && innermost.matches('input, textarea') && !isRepeated) listener()
  }
  const acts = ['keydown', 'pointerdown']
  for (const act of acts) document.addEventListener(act, onAct, { capture: true })
  return () => {
    for (const act of acts) document.removeEventListener(act, onAct, { capture: true })
  }
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

/** Whether focus is on nothing, neither there nor in a page around a shadow root. */
export function isFocusNowhere(root: Document | ShadowRoot): boolean {
  const focused = focusedFrom(root)
  return focused === null || focused === document.body
}

/** What has focus as it is seen from there: of a page around a shadow root, too. */
function focusedFrom(root: Document | ShadowRoot): Element | null {
  return root.activeElement ?? document.activeElement
}

function isFree(root: Document | ShadowRoot, from: readonly Place[]): boolean {
  if (isFocusNowhere(root)) return true
  const focused = focusedFrom(root)
  return from.some((each) => find(root, each)?.contains(focused))
}

function find(root: Document | ShadowRoot, each: Place): Element | null {
  return typeof each === 'string' ? root.getElementById(each) : each
}

function isInView(element: Element | null): boolean {
  if (element === null) return false
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

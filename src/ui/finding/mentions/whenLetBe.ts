import { rootOf } from '../../parts/focusWhenThere.ts'
import { whenIdle } from '../../parts/whenIdle.ts'
import { selectedWithin } from '../../quoting/selectedWithin.ts'

/** What a reader does with a text that is there. */
const ACTS = ['selectionchange', 'focusout']

/**
 * Calls `action` once the page has nothing better to do, and its reader has neither selected anything nor put focus into a text in that
 * place, either of which would be lost with a text that is drawn anew. Gives the way to call it off.
 */
export function whenLetBe(place: Element, action: () => void): () => void {
  const look = () => {
    if (isUsed(place)) return
    stopListening()
    action()
  }
  const later = () => {
    stop()
    stop = whenIdle(look)
  }
  // What goes on within a shadow root is not told outside of it.
  const places = new Set<Document | ShadowRoot>([document, rootOf(place)])
  const stopListening = () =>
    places.forEach((each) => ACTS.forEach((act) => each.removeEventListener(act, later)))
  let stop = whenIdle(look)
  places.forEach((each) => ACTS.forEach((act) => each.addEventListener(act, later)))
  return () => {
    stop()
    stopListening()
  }
}

function isUsed(place: Element): boolean {
  const root = rootOf(place)
  const { activeElement } = root
  if (activeElement?.closest('article p') && place.contains(activeElement)) return true
  return root instanceof ShadowRoot ? selectedWithin(root) !== null : getSelection()?.isCollapsed === false
}

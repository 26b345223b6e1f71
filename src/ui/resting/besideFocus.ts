import { rootOf } from '../parts/focusWhenThere.ts'
import { COMMENTS } from './batches.ts'

/**
 * Tells whether what rests stands right before or behind what has focus, so that Tab would pass it by. None does where that is in the window, as what is
 * around it is drawn.
 */
export function isBesideFocus(list: Element): (resting: Element) => boolean {
  const focused = rootOf(list).activeElement
  if (!focused || !list.contains(focused) || isInWindow(focused)) return () => false
  return (resting) => {
    const all = [...list.querySelectorAll(COMMENTS)].filter((each) => !each.contains(focused))
    const behind = all.findIndex((each) => isBehind(each, focused))
    const next = behind < 0 ? all.length : behind
    return resting === all[next] || resting === all[next - 1]
  }
}

function isBehind(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom >= 0 && top <= innerHeight
}

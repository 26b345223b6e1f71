/** On what stands between the place of a discussion and the comment whose branch is shown alone; `Branch.module.css` hides the rest. */
const WAY = 'data-branch-way'

/** On the place itself. */
const ONLY = 'data-branch-only'

/**
 * Marks the way from the place of a discussion to the item of a comment, and nothing else any more. What comes beside it later is
 * hidden all the same. Without an item, all is shown.
 */
export function markWay(place: Element, item: Element | null): void {
  const way = new Map<Element, string>()
  for (let at = item; at !== null && at !== place; at = at.parentElement) {
    way.set(at, at === item ? 'end' : at.parentElement === place ? 'list' : 'through')
  }
  for (const each of place.querySelectorAll(`[${WAY}]`)) if (!way.has(each)) each.removeAttribute(WAY)
  for (const [each, kind] of way) if (each.getAttribute(WAY) !== kind) each.setAttribute(WAY, kind)
  if (place.hasAttribute(ONLY) !== (item !== null)) place.toggleAttribute(ONLY)
}

/** Whether an element of a discussion is hidden since a branch is shown alone that it does not stand in. */
export function isOutside(element: Element, place: Element): boolean {
  if (!place.hasAttribute(ONLY) || !place.contains(element)) return false
  if (element.closest('form')?.parentElement === place) return true
  const list = element.closest(`[${WAY}='list']`)
  return list !== null && element !== list && element.closest(`[${WAY}='end']`) === null && isComment(element)
}

/** What floats above the threads stays. */
function isComment(element: Element): boolean {
  return element.closest('li') !== null
}

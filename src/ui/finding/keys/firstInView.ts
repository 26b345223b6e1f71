import type { CommentId } from '../../../domain/ids.ts'
import { restingWith } from '../../resting/batches.ts'
import { elementOf } from './currentComment.ts'

/** How far above the window's edge a comment may begin and still count as in it, in pixels. */
const SLACK_PX = 1

/**
 * Of places in the order of reading, the first that begins in the window or below it; the length of the list where there is none. What is folded
 * stands where it is folded under, what rests, where its batch is, and what is not drawn yet, below. Looks at a few of them only.
 */
export function firstInView(place: Element, ids: readonly CommentId[]): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const id = ids[middle]
    if (id !== undefined && topOf(place, id) < -SLACK_PX) low = middle + 1
    else high = middle
  }
  return low
}

function topOf(place: Element, id: CommentId): number {
  const element = elementOf(place, id)
  if (!element) return restingWith(place, id)?.parentElement?.getBoundingClientRect().top ?? Infinity
  let seen: Element = element
  for (let fold = seen.closest('[hidden]'); fold; fold = seen.closest('[hidden]')) {
    const above = fold.parentElement
    if (!above) break
    seen = above
  }
  return seen === element
    ? element.getBoundingClientRect().top
    : (seen.querySelector(':scope > article')?.getBoundingClientRect().top ?? Infinity)
}

import type { CommentId } from '../../../domain/ids.ts'
import { currentComment, isInWindow } from '../keys/currentComment.ts'
import { firstInView } from '../keys/firstInView.ts'
import type { Standing } from '../keys/readingOrder.ts'
import type { FreshPlace } from './freshComments.ts'

/**
 * The first of the new comments behind where the reader is: behind what has focus, or behind where the reader was led last, `gone`, as long
 * as that is in the window; else what begins in the window or below. The length of the list where there is none.
 */
export function firstAhead(
  place: Element,
  places: readonly FreshPlace[],
  standing: readonly Standing[],
  gone: CommentId | null,
): number {
  const from = [currentComment(place), gone].find((id) => id !== null && isInWindow(place, id))
  const at = from ? standing.findIndex(({ id }) => id === from) : -1
  if (at >= 0)
    return orLength(
      places,
      places.findIndex((each) => each.at > at),
    )
  const drawn = places.filter(({ isDrawn }) => isDrawn)
  const first =
    drawn[
      firstInView(
        place,
        drawn.map(({ id }) => id),
      )
    ]
  if (first) return places.indexOf(first)
  const last = drawn.at(-1)
  return last ? places.indexOf(last) + 1 : 0
}

function orLength(places: readonly FreshPlace[], index: number): number {
  return index < 0 ? places.length : index
}

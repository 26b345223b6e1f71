import batchStyles from '../discussion/Batch.module.css'
import { hasFocus } from '../parts/focusWhenThere.ts'

/** Where a batch rests, the element that has its comments' ids. */
export const ASLEEP = '[data-comments]'

const BATCH = `.${batchStyles.batch}`

/** All batches, or those within a batch, that can rest, in the order of reading: what is in another stands after it. */
export function batchesIn(place: Element): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>(BATCH)]
}

/** The ids of all comments of a batch, in the order of reading, also of those that rest in it. */
export function commentsOf(batch: Element): string[] {
  return [...batch.querySelectorAll<HTMLElement>(`article[id^="comment-"], ${ASLEEP}`)].flatMap(
    ({ id, dataset }) => dataset['comments']?.split(' ') ?? id.replace('comment-', ''),
  )
}

/** What rests and has that comment in it; the outermost, as nothing that is in it is there. */
export function restingWith(place: Element, commentId: string): Element | null {
  return place.querySelector(`[data-comments~="${CSS.escape(commentId)}"]`)
}

/**
 * Finds out which batches are so far from the window, in heights of it, above or below. What is in a batch that is far is so, too, and is not asked
 * for its place, for which the browser would have to lay it out.
 */
export function createFar(windows: number): (batch: Element) => boolean {
  const known = new Map<Element, boolean>()
  const isFar = (batch: Element): boolean => {
    const before = known.get(batch)
    if (before !== undefined) return before
    const outer = batch.parentElement?.closest(BATCH) ?? null
    const far = (outer !== null && isFar(outer)) || isAway(batch, windows * innerHeight)
    known.set(batch, far)
    return far
  }
  return isFar
}

/** Whether nobody is at anything in a batch, and all batches within it rest. What is hidden has no height to be kept. */
export function isLetBe(batch: HTMLElement): boolean {
  return (
    batch.isConnected &&
    batch.closest('[hidden]') === null &&
    batch.querySelector('form, [id^="pending-"]') === null &&
    !isResting(batch) &&
    batchesIn(batch).every(isResting) &&
    !hasFocus(batch) &&
    batch.offsetHeight > 0
  )
}

function isResting({ firstElementChild }: Element): boolean {
  return firstElementChild?.matches(ASLEEP) === true
}

function isAway(element: Element, distance: number): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom < -distance || top > innerHeight + distance
}

import { BATCH, outerOf } from '../discussion/outerBatch.ts'
import { hasFocus } from '../parts/focusWhenThere.ts'

/** Where a batch rests, the element that has its comments' ids. */
export const ASLEEP = '[data-comments]'

/** Each comment, or what rests in its place. */
export const COMMENTS = `article[id^="comment-"], ${ASLEEP}`

/** All batches, or those within a batch, that can rest, in the order of reading: what is in another stands after it. */
export function batchesIn(place: Element): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>(BATCH)]
}

/** The ids of all comments of a batch, in the order of reading, also of those that rest in it. */
export function commentsOf(batch: Element): string[] {
  return [...batch.querySelectorAll<HTMLElement>(COMMENTS)].flatMap((each) =>
    each.matches(ASLEEP) ? idsIn(each) : each.id.replace('comment-', ''),
  )
}

/** The ids of the comments that an element stands for. */
export function idsIn({ dataset }: HTMLElement): string[] {
  return dataset['comments']?.split(' ') ?? []
}

/** The same batches, those first that have none in them, and each before what it is in. */
export function innermostFirst(batches: readonly HTMLElement[]): HTMLElement[] {
  const depths = new Map<Element | null, number>([[null, 0]])
  for (const batch of batches) {
    const outer = outerOf(batch)
    depths.set(batch, (depths.get(outer) ?? 0) + 1)
  }
  return batches.toSorted((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0))
}

/** What rests and has that comment in it; the outermost, as nothing that is in it is there. */
export function restingWith(place: Element, commentId: string): Element | null {
  return place.querySelector(`[data-comments~="${CSS.escape(commentId)}"]`)
}

/**
 * Tells where batches are: within so many heights of the window from it, or farther `above` or `below`. What is in a batch that is far is as far, and is
 * not asked for its place, for which the browser would have to lay it out.
 */
export function createPlaces(windows: number): (batch: Element) => 'above' | 'near' | 'below' {
  const known = new Map<Element, 'above' | 'near' | 'below'>()
  const placeOf = (batch: Element): 'above' | 'near' | 'below' => {
    const before = known.get(batch)
    if (before) return before
    const outer = outerOf(batch)
    const around = outer ? placeOf(outer) : 'near'
    const place = around === 'near' ? measuredPlace(batch, windows * innerHeight) : around
    known.set(batch, place)
    return place
  }
  return placeOf
}

/** Whether nobody is at anything in a batch, which is there to be seen, and all batches within it rest. */
export function isLetBe(batch: HTMLElement): boolean {
  return (
    batch.isConnected &&
    batch.closest('[hidden]') === null &&
    batch.querySelector('form, [id^="pending-"]') === null &&
    !isResting(batch) &&
    batchesIn(batch).every(isResting) &&
    !hasFocus(batch)
  )
}

export function isResting({ firstElementChild }: Element): boolean {
  return firstElementChild?.matches(ASLEEP) === true
}

function measuredPlace(element: Element, distance: number): 'above' | 'near' | 'below' {
  const { top, bottom } = element.getBoundingClientRect()
  if (bottom < -distance) return 'above'
  return top > innerHeight + distance ? 'below' : 'near'
}

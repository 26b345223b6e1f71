import { isId, type CommentId } from '../../../domain/ids.ts'
import { rootOf } from '../../parts/focusWhenThere.ts'

const PREFIX = 'comment-'

/** The comment that focus is on, or on something of, such as its composer; `null` where it is on none of those within `place`. */
export function currentComment(place: Element): CommentId | null {
  const focused = rootOf(place).activeElement
  if (!focused || !place.contains(focused)) return null
  for (let item = focused.closest('li'); item; item = item.parentElement?.closest('li') ?? null) {
    const id = item.querySelector(`:scope > article[id^="${PREFIX}"]`)?.id.slice(PREFIX.length)
    if (isId<CommentId>(id)) return id
  }
  return null
}

export function elementOf(place: Element, id: CommentId): HTMLElement | null {
  return rootOf(place).getElementById(PREFIX + id)
}

/** Whether any of a comment is to be seen in the window. */
export function isInWindow(place: Element, id: CommentId): boolean {
  const element = elementOf(place, id)
  if (!element || element.closest('[hidden]')) return false
  const { top, bottom } = element.getBoundingClientRect()
  return bottom >= 0 && top <= innerHeight
}

import { rootOf } from '../parts/focusWhenThere.ts'

/** What comes and goes as a discussion is closed or opened again. */
const COMES_AND_GOES = 'form, textarea, [id^="reply-to-"], [data-while-open]'

/**
 * Whether somebody is writing where a discussion is drawn: a composer has a text, or was opened for one, or focus is where it would be lost.
 */
export function isWrittenIn(place: Element): boolean {
  const { activeElement } = rootOf(place)
  if (activeElement !== null && place.contains(activeElement) && activeElement.closest(COMES_AND_GOES)) {
    return true
  }
  return [...place.querySelectorAll<HTMLTextAreaElement>('form textarea:not([readonly])')].some(
    ({ form, value }) => form?.id !== 'form-new' || value.trim() !== '',
  )
}

import type { DiscussionId } from '../../../domain/ids.ts'

/** The field of a discussion, which the page draws, and whose text is the browser's. `place` is where the discussion is drawn. */
export function findField(place: Element | null): HTMLInputElement | null {
  return place?.querySelector<HTMLInputElement>('input[type=search]') ?? null
}

/** Takes the text out of the field as its reader would. */
export function clearField(place: Element | null): void {
  const field = findField(place)
  if (field === null || field.value === '') return
  field.value = ''
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** What a tab keeps the text under. */
export function searchName(discussionId: DiscussionId): string {
  return `search:${discussionId}`
}

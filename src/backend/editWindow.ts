import type { Instant } from '../domain/ids.ts'
import type { StoredComment, Verdict } from './store.ts'

/** How long after it came its writer may edit or delete a comment, in milliseconds. */
export const EDIT_WINDOW_MS = 15 * 60_000

/** The times of a comment that comes now. */
export function timesFrom(now: Date): Pick<StoredComment, 'createdAt' | 'editableUntil'> {
  const until = new Date(now.getTime() + EDIT_WINDOW_MS)
  return { createdAt: now.toISOString(), editableUntil: until.toISOString() }
}

/** What lets a held comment come now; its writer has the whole window then. */
export function publishedAt(now: Date): Verdict {
  return { status: 'published', ...timesFrom(now) }
}

export function isEditable({ editableUntil }: StoredComment, now: Instant): boolean {
  return editableUntil !== null && now < editableUntil
}

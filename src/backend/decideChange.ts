import { ProblemError } from '../api/problem.ts'
import type { CommentFormat } from '../domain/comment.ts'
import type { Instant } from '../domain/ids.ts'
import { isEditable } from './editWindow.ts'
import { missing } from './missing.ts'
import type { Held, Moderate } from './holdingRules.ts'
import { serve } from './page.ts'
import type { Revision, StoredComment, StoredDiscussion } from './store.ts'

/** What its writer wants of a comment whose `revision` they have seen. */
export type Edit = { revision: number; body: string; format: CommentFormat }

/**
 * What becomes of an edit by who has the right to it; `null` where nothing is to be done, be it that the edit was done
 * already, and is sent again since its answer was lost. What would be held if it were posted is refused, lest posts be edited
 * into that, unless it is no worse by the rules than what stands there. `checked` is why it is held where no rule holds it.
 */
export function decideEdit(
  comment: StoredComment,
  { closed }: StoredDiscussion,
  { revision, body, format }: Edit,
  now: Instant,
  moderate: Moderate,
  checked: Held | null,
): Revision | null {
  if (comment.status !== 'published') missing('comment')
  const stands = comment.body === body && comment.format === format
  const isSeen = comment.revision === revision
  if (stands && (isSeen || comment.revision === revision + 1)) return null
  if (closed) throw new ProblemError({ code: 'discussion-closed' })
  checkRight(comment, revision, now)
  const authorName = comment.author.name
  const holding = moderate({ authorName, body, format }, { authorName, ...comment }) ?? checked
  if (holding) {
    const reason =
      holding.held === 'links' ? 'must not hold so many links' : 'must not hold what is held for review'
    throw new ProblemError({ code: 'invalid', field: 'body', reason })
  }
  return { ...comment, body, format, editedAt: now, revision: revision + 1 }
}

/** What becomes of a deletion by who has the right to it; `null` where it is deleted already. The text is not kept. */
export function decideDeletion(comment: StoredComment, revision: number, now: Instant): Revision | null {
  if (comment.status === 'deleted') return null
  if (comment.status !== 'published') missing('comment')
  checkRight(comment, revision, now)
  return { ...comment, body: '', status: 'deleted', revision: revision + 1, editableUntil: null }
}

function checkRight(comment: StoredComment, revision: number, now: Instant): void {
  if (!isEditable(comment, now)) throw new ProblemError({ code: 'edit-window-over' })
  if (comment.revision !== revision) throw new ProblemError({ code: 'changed', comment: serve(comment) })
}

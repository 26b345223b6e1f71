import { ProblemError } from '../../api/problem.ts'
import type { EntryId } from '../../domain/ids.ts'
import { excerptOf } from '../../domain/moderation.ts'
import { missing } from '../missing.ts'
import type {
  Before,
  CommentDecision,
  CommentFacts,
  DiscussionDecision,
  DiscussionFacts,
  Outcome,
  StoredEntry,
} from '../moderatingStore.ts'
import type { StoredComment } from '../store.ts'
import { asJudged } from './asJudged.ts'

/** Who undoes which entry. */
export type Undoing = { moderator: string; entryId: EntryId; now: Date }

/**
 * What becomes of undoing a decision on a comment, which is as it was before then, reports and all. Of what has come into the
 * discussion the place stays, and readers may have seen it: so one that was held before waits again, without being shown. Only
 * the last decision that still stands can be undone, and only where nothing else happened to the comment since.
 */
export function decideUndoing(
  facts: CommentFacts,
  { moderator, entryId, now }: Undoing,
): CommentDecision | { answered: StoredEntry } {
  const { discussion, comment, holding, entries } = facts
  if (!discussion || !comment) return missing('comment')
  const [last] = entries
  if (last?.undoes === entryId && last.moderator === moderator) return { answered: last }
  const standing = lastStanding(entries)
  const before = standing?.before
  if (standing?.id !== entryId || !before || last?.revision !== comment.revision) {
    throw new ProblemError({ code: 'changed', comment: asJudged(comment, holding) })
  }
  const outcome = outcomeOf(facts, comment, before)
  return {
    outcome,
    entry: {
      at: now.toISOString(),
      moderator,
      action: 'undo',
      discussionId: standing.discussionId,
      commentId: standing.commentId,
      excerpt: excerptOf(before.body),
      reason: null,
      undoes: entryId,
      revision: outcome.kind === 'revised' ? outcome.revision.revision : comment.revision,
      before: null,
    },
  }
}

/** The same of a discussion that was closed or opened again. Of one there is nothing to show that changed meanwhile. */
export function decideReversal(
  { discussion, entries }: DiscussionFacts,
  { moderator, entryId, now }: Undoing,
): DiscussionDecision | { answered: StoredEntry } {
  if (!discussion) return missing('discussion')
  const [last] = entries
  if (last?.undoes === entryId && last.moderator === moderator) return { answered: last }
  const standing = lastStanding(entries)
  if (standing?.id !== entryId || discussion.closed !== (standing.action === 'close')) {
    const reason = 'must be the last one that still stands of its discussion'
    throw new ProblemError({ code: 'invalid', field: 'entryId', reason })
  }
  return {
    closed: !discussion.closed,
    entry: {
      at: now.toISOString(),
      moderator,
      action: 'undo',
      discussionId: discussion.id,
      commentId: null,
      excerpt: excerptOf(discussion.title),
      reason: null,
      undoes: entryId,
      revision: null,
      before: null,
    },
  }
}

function lastStanding(entries: readonly StoredEntry[]): StoredEntry | undefined {
  return entries.find(({ action, undoneBy }) => action !== 'undo' && undoneBy === null)
}

function outcomeOf({ isWithheld }: CommentFacts, comment: StoredComment, before: Before): Outcome {
  const { body, holding } = before
  if (isWithheld) return { kind: 'withheld', heldFor: holding?.reason ?? null, body }
  const status = before.status === 'held' ? 'rejected' : 'published'
  if (comment.status === status) return { kind: 'kept', holding }
  const editableUntil = before.status === 'held' ? null : before.editableUntil
  const revision = { ...comment, status, body, editableUntil, revision: comment.revision + 1 } as const
  return { kind: 'revised', revision, holding }
}

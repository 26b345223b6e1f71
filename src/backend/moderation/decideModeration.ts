import { ProblemError } from '../../api/problem.ts'
import type { Instant } from '../../domain/ids.ts'
import { excerptOf, type Decision } from '../../domain/moderation.ts'
import { timesFrom } from '../editWindow.ts'
import { missing } from '../missing.ts'
import type { CommentDecision, CommentFacts, NewEntry, Outcome, StoredEntry } from '../moderatingStore.ts'
import type { StoredComment } from '../store.ts'
import { asJudged } from './asJudged.ts'

/** What a moderator wants of a comment whose `revision` they have judged. */
export type Judgement = {
  moderator: string
  decision: Decision
  revision: number
  reason: string | null
  now: Date
}

/**
 * What becomes of a decision. What is held may be decided on, and what is published, which to approve there is a reason only where
 * it was reported. What was decided already is answered as before if this was the same, and is not here for anybody else. A
 * decision on another revision than the present one is of a text that nobody reads any more.
 */
export function decideModeration(
  facts: CommentFacts,
  judgement: Judgement,
): CommentDecision | { answered: StoredEntry } {
  const { discussion, comment, holding, openReports, entries } = facts
  if (!discussion || !comment) return missing('comment')
  const { decision, moderator } = judgement
  const isOpen =
    holding !== null || (comment.status === 'published' && (decision !== 'approve' || openReports > 0))
  if (!isOpen) {
    const [last] = entries
    return last?.action === decision && last.moderator === moderator ? { answered: last } : missing('comment')
  }
  if (comment.revision !== judgement.revision) {
    throw new ProblemError({ code: 'changed', comment: asJudged(comment, holding) })
  }
  const outcome = outcomeOf(facts, comment, judgement)
  return { entry: entryOf(facts, comment, judgement, outcome), outcome }
}

function outcomeOf(
  { isWithheld, holding }: CommentFacts,
  comment: StoredComment,
  { decision, now }: Judgement,
): Outcome {
  const revision = comment.revision + 1
  const { editableUntil } = timesFrom(now)
  switch (decision) {
    case 'approve':
      if (isWithheld) return { kind: 'released', ...timesFrom(now) }
      if (!holding) return { kind: 'kept', holding: null }
      return revised({ ...comment, status: 'published', editableUntil, revision })
    case 'reject':
      if (isWithheld) return { kind: 'withheld', heldFor: null, body: comment.body }
      if (holding) return { kind: 'kept', holding: null }
      return revised({ ...comment, status: 'rejected', editableUntil: null, revision })
    case 'delete':
      if (isWithheld) return { kind: 'withheld', heldFor: null, body: '' }
      return revised({ ...comment, status: 'deleted', body: '', editableUntil: null, revision })
  }
}

function revised(revision: StoredComment): Outcome {
  return { kind: 'revised', revision, holding: null }
}

function entryOf(
  { holding }: CommentFacts,
  comment: StoredComment,
  { moderator, decision, reason, now }: Judgement,
  outcome: Outcome,
): NewEntry {
  const { discussionId, id, body, editableUntil } = comment
  const at: Instant = now.toISOString()
  return {
    at,
    moderator,
    action: decision,
    discussionId,
    commentId: id,
    excerpt: excerptOf(body),
    reason,
    undoes: null,
    revision: outcome.kind === 'revised' ? outcome.revision.revision : comment.revision,
    before: { status: holding ? 'held' : 'published', body, editableUntil, holding },
  }
}

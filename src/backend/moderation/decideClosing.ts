import { ProblemError } from '../../api/problem.ts'
import { excerptOf } from '../../domain/moderation.ts'
import { missing } from '../missing.ts'
import type { DiscussionDecision, DiscussionFacts, StoredEntry } from '../moderatingStore.ts'

/** What a moderator wants of a discussion. */
export type Closing = { moderator: string; closed: boolean; reason: string | null; now: Date }

/** What becomes of closing a discussion, or of opening it again. Where the same moderator did so already, it is answered as before. */
export function decideClosing(
  { discussion, entries }: DiscussionFacts,
  { moderator, closed, reason, now }: Closing,
): DiscussionDecision | { answered: StoredEntry } {
  if (!discussion) return missing('discussion')
  const action = closed ? 'close' : 'reopen'
  if (discussion.closed === closed) {
    const [last] = entries
    if (last?.action === action && last.moderator === moderator) return { answered: last }
    throw new ProblemError({ code: 'invalid', field: 'closed', reason: 'must not be what it is already' })
  }
  return {
    closed,
    entry: {
      at: now.toISOString(),
      moderator,
      action,
      discussionId: discussion.id,
      commentId: null,
      excerpt: excerptOf(discussion.title),
      reason,
      undoes: null,
      revision: null,
      before: null,
    },
  }
}

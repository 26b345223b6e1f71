import type { CommentId, DiscussionId, EntryId, Instant } from './ids.ts'
import { codePoints, normaliseBody, textFault, type WritingFault } from './writing.ts'

/** What a moderator may decide on a comment. */
export const DECISIONS = ['approve', 'reject', 'delete'] as const

export type Decision = (typeof DECISIONS)[number]

/** What the log of moderation tells of. */
export const MODERATION_ACTIONS = [...DECISIONS, 'close', 'reopen', 'undo'] as const

export type ModerationAction = (typeof MODERATION_ACTIONS)[number]

/** Most code points of the reason of a decision, after trimming. */
export const REASON_LIMIT = 500

/** How many code points of a text the log shows. */
export const EXCERPT_LENGTH = 140

/** What a moderator did. */
export type LogEntry = {
  id: EntryId
  at: Instant
  /** The moderator's name. */
  moderator: string
  action: ModerationAction
  discussionId: DiscussionId
  /** `null` where it is of the whole discussion. */
  commentId: CommentId | null
  /** How the comment's text began, or the discussion's title, when it was done; empty once its writer has erased the comment. */
  excerpt: string
  reason: string | null
  /** The entry that this one reverts. */
  undoes: EntryId | null
  /** The entry that reverts this one. */
  undoneBy: EntryId | null
}

/** What is wrong with a reason as it would be sent, or `null`. */
export function reasonFault(reason: string): WritingFault | null {
  return textFault(reason, REASON_LIMIT)
}

/** How a text begins, in whole characters. */
export function excerptOf(text: string): string {
  const excerpt = normaliseBody(text)
  return codePoints(excerpt) <= EXCERPT_LENGTH
    ? excerpt
    : Array.from(excerpt).slice(0, EXCERPT_LENGTH).join('')
}

import type { CommentId, DiscussionId, Instant } from './ids.ts'

/** How a text is read; one that was imported is `plain`. */
export const COMMENT_FORMATS = ['plain', 'markdown'] as const

export type CommentFormat = (typeof COMMENT_FORMATS)[number]

/**
 * Why a comment is held until somebody has looked at it: the text has many web addresses, it or the name has words that are looked
 * at first, what checks it from outside has asked for it, a field was filled in that nobody sees, or it was sent sooner than people write.
 */
export const HOLD_REASONS = ['links', 'words', 'check', 'trap', 'haste'] as const

export type HoldReason = (typeof HOLD_REASONS)[number]

/**
 * `held`: nobody but its writer sees it yet. `rejected`: it was held and is never shown, or it was taken down after that and
 * then is served like a deleted one, with its place and replies but without name and text.
 */
export type CommentStatus = 'published' | 'held' | 'rejected' | 'deleted'

export type Author = { name: string; avatarUrl?: string }

/** One contribution to a discussion. Flat: its place follows from `parentId`. */
export type Comment = {
  id: CommentId
  discussionId: DiscussionId
  /** `null` at the top level. */
  parentId: CommentId | null
  /** 1 at the top level. */
  depth: number
  author: Author
  /** Verbatim: paragraphs are parted by an empty line, a single newline is a line break. Empty where a source has no text. */
  body: string
  format: CommentFormat
  status: CommentStatus
  createdAt: Instant
  editedAt: Instant | null
  /** 1 when it is new; grows by one with each edit, and when it is deleted or taken down. */
  revision: number
  /**
   * Its place in the order in which the discussion's comments came. Of one that was posted it is the discussion's
   * `version` that it brought; of imported ones it is below every such version. 0 while it is held.
   */
  sequence: number
  /** All comments below this one, at every depth. */
  replyCount: number
  /** How many of `replyCount` hang below direct replies that this page does not hold. */
  hiddenReplies: number
  /** Where the direct replies that this page does not hold begin; `null` when none is hidden. */
  nextReplyCursor: string | null
  /** Until when its writer may edit it; `null` when it cannot be edited. */
  editableUntil: Instant | null
}

/** What an import says of a comment; the rest is counted or set by the store. */
export type ImportedComment = Pick<Comment, 'id' | 'parentId' | 'depth' | 'body' | 'createdAt'> & {
  author: Pick<Author, 'name'>
}

import type { HoldReason } from '../domain/comment.ts'
import type { CommentId, DiscussionId, EntryId, Instant } from '../domain/ids.ts'
import type { LogEntry } from '../domain/moderation.ts'
import type { Report, Revision, StoredComment, StoredDiscussion } from './store.ts'

/** Why a comment waits for a moderator to look at it, and since when. */
export type Holding = { reason: HoldReason; since: Instant }

/**
 * What a comment was before a decision, as far as undoing that needs it. `status` is `held` also of one that had come before and was
 * taken back.
 */
export type Before = Pick<StoredComment, 'body' | 'editableUntil'> & {
  status: 'held' | 'published'
  holding: Holding | null
}

export type StoredEntry = LogEntry & {
  /** The comment's revision after it, by which other changes since are told; `null` where it is of a discussion. */
  revision: number | null
  /** `null` where it cannot be undone: of a discussion, of what undoes, and where the comment was erased since. */
  before: Before | null
}

export type NewEntry = Omit<StoredEntry, 'id' | 'undoneBy'>

/** What stands in the store at the moment of a decision on a comment. */
export type CommentFacts = {
  discussion: StoredDiscussion | null
  /** Also one that is withheld. */
  comment: StoredComment | null
  /** Whether it has no place in the discussion, as nobody but its writer has seen it. */
  isWithheld: boolean
  /** `null` where it does not wait, but for reports of it. */
  holding: Holding | null
  /** How many reports of it nobody has settled. */
  openReports: number
  /** All that the log has of it, the newest first. */
  entries: readonly StoredEntry[]
}

/**
 * What becomes of a comment. Of one that is withheld: it is `released`, and comes as `Store.release` says, or goes on being
 * `withheld`, held for a reason or rejected where there is none. Of any other: it is `revised` as `Store.revise` says, or `kept` as it is.
 * These two wait from then on where there is a `holding`.
 */
export type Outcome =
  | ({ kind: 'released' } & Pick<StoredComment, 'createdAt' | 'editableUntil'>)
  | { kind: 'withheld'; heldFor: HoldReason | null; body: string }
  | { kind: 'revised'; revision: Revision; holding: Holding | null }
  | { kind: 'kept'; holding: Holding | null }

/** A decision on a comment that is here. One that undoes another opens the reports that that one settled; any other settles all. */
export type CommentDecision = { entry: NewEntry; outcome: Outcome }

/** What stands in the store at the moment of a decision on a whole discussion; `entries` as of a comment. */
export type DiscussionFacts = { discussion: StoredDiscussion | null; entries: readonly StoredEntry[] }

export type DiscussionDecision = { entry: NewEntry; closed: boolean }

/** A comment that waits. */
export type Waiting = {
  /** As it is kept. One that was taken back is `rejected`, and has its text. */
  comment: StoredComment
  discussion: StoredDiscussion
  holding: Holding | null
  /** The first of its open reports, the oldest first. */
  reports: readonly Pick<Report, 'reason' | 'words' | 'receivedAt'>[]
  reportCount: number
  answered: Pick<StoredComment, 'id' | 'author' | 'body' | 'status'> | null
  since: Instant
}

/** A place in the queue: by time, then by both ids. */
export type WaitingPlace = { since: Instant; discussionId: DiscussionId; commentId: CommentId }

/**
 * What moderators need: a part of a store that serves many, to which holds what holds for `Store`. Its log only
 * grows, and stays when a discussion is replaced; what waits, and what is settled, goes with the comments. Each decision, its
 * entry, and what becomes of reports happen in one transaction, or not at all.
 */
export type ModeratingStore = {
  /**
   * What waits after a place, the longest waiting first, each with at most so many `reports`, and how much waits in all: what is
   * held, since it was posted or since then if it was taken back, and what is published and has open reports, since the first of
   * these. The time it takes grows with the queue, not with the discussions.
   */
  listWaiting(
    after: WaitingPlace | null,
    limits: { items: number; reports: number },
  ): Promise<{ items: Waiting[]; total: number }>
  /** The log before an entry, or from its end, the newest first. */
  listEntries(before: EntryId | null, limit: number): Promise<StoredEntry[]>
  readEntry(id: EntryId): Promise<StoredEntry | null>
  /**
   * Hands the facts to `decide` and does what it returns, which is one change of the discussion where the comment is `released` or
   * `revised`, and none otherwise; or does nothing, where it finds an entry to be the answer already. What `decide` throws is
   * thrown, and nothing is changed. Gives the entry, and the comment as it is then.
   */
  decideOnComment(
    discussionId: DiscussionId,
    id: CommentId,
    decide: (facts: CommentFacts) => CommentDecision | { answered: StoredEntry },
  ): Promise<{ entry: StoredEntry; comment: StoredComment }>
  /** The same with a discussion, which changes by it. */
  decideOnDiscussion(
    id: DiscussionId,
    decide: (facts: DiscussionFacts) => DiscussionDecision | { answered: StoredEntry },
  ): Promise<StoredEntry>
}

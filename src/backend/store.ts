import type { Article } from '../domain/article.ts'
import type { Comment, CommentFormat, HoldReason, ImportedComment } from '../domain/comment.ts'
import type { Discussion, ImportedDiscussion } from '../domain/discussion.ts'
import type { ArticleId, CommentId, DiscussionId, IdempotencyKey, Instant } from '../domain/ids.ts'
import type { Order } from '../domain/order.ts'
import type { ReportReason } from '../domain/report.ts'
import type { SearchingStore } from './searchingStore.ts'

/** A comment as it is kept: without what depends on the page that it is served in. Its `sequence` parts comments of one instant. */
export type StoredComment = Omit<Comment, 'hiddenReplies' | 'nextReplyCursor'> & {
  /** The top-level comment that it stands below, or its own id. */
  threadId: CommentId
  /** The discussion's version that its last change brought; of an imported one, the version that the import brought. */
  changedIn: number
  /** Why it is held; of a held one only. */
  heldFor?: HoldReason
}

export type StoredDiscussion = Omit<Discussion, 'now'> & {
  /** The version that its import brought, and so the earliest since which its changes are known. */
  importedIn: number
  /** Tells what was imported from anything else, and in which versions the very same was imported before; not kept of old. */
  imported?: { fingerprint: string; before: readonly number[] }
}

/** Where a page of siblings goes on: the sort keys of the last one that was served, its rank as its `replyCount`. */
export type Position = Pick<StoredComment, 'createdAt' | 'sequence' | 'replyCount'>

export type Siblings = {
  discussionId: DiscussionId
  /** Only what comes after this position in `order`; `null` from the start. */
  after: Position | null
  limit: number
  /** Of threads only: what comes before `after`, or before the end, and the last of it first. */
  backwards?: boolean
} & (Threads | Replies)

type Threads = {
  parentId: null
  order: Order
  /**
   * For the order `replies`, which changes under who pages through it: the version whose reply counts it goes by, threads
   * that came later left out, so that nothing moves across `after`. The counts as they are where it is `null`, or before
   * the discussion's import. Of no account in the other orders, whose keys never change.
   */
  asOf: number | null
}

type Replies = { parentId: CommentId; order: 'oldest'; asOf: null }

/** Siblings, each with what stands below it, and the discussion and their parent of that very moment. */
export type Branches = {
  discussion: StoredDiscussion
  /** `null` for threads, and where it is not here. */
  parent: StoredComment | null
  branches: (Ranked & { below: StoredComment[] })[]
}

/** `rank` is the reply count that the order `replies` goes by. */
export type Ranked = { comment: StoredComment; rank: number }

/** Comments that changed, and the discussion of that very moment. */
export type Changes = { discussion: StoredDiscussion; comments: StoredComment[] }

/** What was asked for in a post, kept with its key so that the same key with another request can be told. */
export type PostRequest = {
  discussionId: DiscussionId
  parentId: CommentId | null
  authorName: string
  body: string
  format: CommentFormat
}

export type PostAttempt = {
  key: IdempotencyKey | null
  request: PostRequest
  /** Comments of the same name at or after this instant are looked through for a duplicate. */
  recentSince: Instant
}

/** What stands in the store at the moment of a post. */
export type PostFacts = {
  discussion: StoredDiscussion | null
  parent: StoredComment | null
  /** What the key was used for before. */
  recorded: { request: PostRequest; comment: StoredComment } | null
  /** Comments of the same name that were posted, not imported, since `recentSince`, held ones among them, in any order. */
  recent: StoredComment[]
}

/** A comment to be added, or to be withheld where its status is `held`; what is left out follows from its place and its time. */
export type NewComment = Omit<StoredComment, 'sequence' | 'replyCount' | 'changedIn' | 'threadId'>

/** What may become of a comment that is here. Its `revision` is to grow, as readers keep what has the greatest one. */
export type Revision = Pick<
  StoredComment,
  'body' | 'format' | 'status' | 'editedAt' | 'revision' | 'editableUntil'
>

/** What becomes of a held comment: it comes at that time, or is never shown. */
export type Verdict =
  ({ status: 'published' } & Pick<StoredComment, 'createdAt' | 'editableUntil'>) | { status: 'rejected' }

/** A reader's report of a comment; who sends it again has the key of the first. */
export type Report = {
  key: IdempotencyKey
  discussionId: DiscussionId
  commentId: CommentId
  reason: ReportReason
  words: string
  receivedAt: Instant
}

/** What stands in the store at the moment of a report: the comment, and what its key was used for before. */
export type ReportFacts = { comment: StoredComment | null; recorded: Report | null }

export type Import = {
  article: Article
  discussion: ImportedDiscussion
  comments: readonly ImportedComment[]
}

/**
 * Where articles and discussions are kept. Every method is atomic: it happens wholly, and is committed when its promise
 * resolves, or not at all. Methods reject only where the storage itself fails.
 *
 * Comments are withheld that were posted as `held`, and those of them that were rejected: only `readPost`, and the facts of
 * a post of the same key or name, tell of them. They are in no list and no count, bring no version, and cannot be answered,
 * revised or reported. Port and types stand in one file, as neither can be read without the other.
 */
export type Store = ReadingStore & SearchingStore & WritingStore

export type ReadingStore = {
  readArticle(id: ArticleId): Promise<Article | null>
  readDiscussion(id: DiscussionId): Promise<StoredDiscussion | null>
  /** One comment of a discussion; `null` where it is of another one. */
  readComment(discussionId: DiscussionId, id: CommentId): Promise<StoredComment | null>
  /**
   * Direct children of one parent, in order, each with what stands below it: of each, at most `below` descendants, breadth
   * first (every level oldest first, whole levels before deeper ones), so that of the children of any one comment the
   * first ones are given and the later ones left out. `null` where the discussion is not here. The time it takes grows
   * with what is given, and with what came since `asOf`, not with the discussion.
   */
  listBranches(siblings: Siblings, below: number): Promise<Branches | null>
  /**
   * Comments that were posted or revised after version `since`, each once, `limit` at most, in the order of `changeAfter`.
   * `null` where the discussion is not here. The time it takes grows with what is given.
   */
  listChanges(discussionId: DiscussionId, since: number, limit: number): Promise<Changes | null>
  /** The comment that was posted with a key, as it is now, also where it is withheld; `null` where none was. */
  readPost(key: IdempotencyKey): Promise<StoredComment | null>
}

export type WritingStore = {
  /**
   * Reads the facts, hands them to `decide`, and adds the comment it returns, with the key's record, the counts of the
   * discussion and of every ancestor, all in one transaction; or withholds it, with the key's record alone. What `decide`
   * throws is thrown, and nothing is changed. Gives the added comment, or the one that `decide` found to be the answer
   * already.
   */
  post(
    attempt: PostAttempt,
    decide: (facts: PostFacts) => NewComment | { answered: StoredComment },
  ): Promise<StoredComment>
  /**
   * Hands a comment and its discussion to `decide` and changes it as that says, as one change of the discussion; where it
   * says `null`, nothing is changed. What `decide` throws is thrown, and nothing is changed. Gives the comment as it is
   * then; `null` where it is not here.
   */
  revise(
    discussionId: DiscussionId,
    id: CommentId,
    decide: (comment: StoredComment, discussion: StoredDiscussion) => Revision | null,
  ): Promise<StoredComment | null>
  /**
   * Ends the holding of a comment. One that is published enters the discussion as if it had been posted at that moment,
   * with a version, a sequence and a time of its own: to whoever pages through or follows the discussion, comments come at
   * its end only, so that one that kept its older time would stand where such a reader has been already, and be missed.
   * What it answers may have been deleted, and the discussion closed, since. Gives the comment as it is then; `null` where
   * none is held under that id.
   */
  release(discussionId: DiscussionId, id: CommentId, verdict: Verdict): Promise<StoredComment | null>
  /**
   * Hands the facts of a report to `check` and keeps the report, unless one is recorded under its key. What `check` throws is
   * thrown, and nothing is changed. Gives the one that is kept.
   */
  report(report: Report, check: (facts: ReportFacts) => void): Promise<Report>
  /**
   * Takes in a whole discussion. Where it is here already, it stays as it is, or, with `replace`, is removed first, with
   * every comment, withheld ones too, and every key and report. Without `replace`, an article of that id that is here, of
   * whichever discussion, stays too. Gives whether the discussion was taken in. Comments of one instant keep the order that
   * they are given in among replies, and the reverse of it among threads, as threads are given newest first.
   */
  importDiscussion(batch: Import, options: { replace: boolean }): Promise<boolean>
}

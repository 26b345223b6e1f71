import type { Article } from '../domain/article.ts'
import type { Comment, ImportedComment } from '../domain/comment.ts'
import type { Discussion, ImportedDiscussion } from '../domain/discussion.ts'
import type { ArticleId, CommentId, DiscussionId, IdempotencyKey, Instant } from '../domain/ids.ts'
import type { Order } from '../domain/order.ts'

/** A comment as it is kept: without what depends on the page that it is served in. */
export type StoredComment = Omit<Comment, 'hiddenReplies' | 'nextReplyCursor'> & {
  /** Its place in the order of writing within the discussion; parts comments of one instant. */
  sequence: number
}

export type StoredDiscussion = Omit<Discussion, 'now'>

/** Where a page of siblings goes on: the sort keys of the last one that was served. */
export type Position = Pick<StoredComment, 'createdAt' | 'sequence' | 'replyCount'>

export type Siblings = {
  discussionId: DiscussionId
  /** `null` for threads. */
  parentId: CommentId | null
  order: Order
  /** Only what comes after this position in `order`; `null` from the start. */
  after: Position | null
  limit: number
}

/** What was asked for in a post, kept with its key so that the same key with another request can be told. */
export type PostRequest = {
  discussionId: DiscussionId
  parentId: CommentId | null
  authorName: string
  body: string
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
  /** Comments of the same name since `recentSince`, in any order. */
  recent: StoredComment[]
}

/** A comment to be added; the store counts its `sequence`. */
export type NewComment = Omit<StoredComment, 'sequence' | 'replyCount'>

export type Import = {
  article: Article
  discussion: ImportedDiscussion
  comments: readonly ImportedComment[]
}

/**
 * Where articles and discussions are kept. Every method is atomic: it happens wholly, and is committed when its promise
 * resolves, or not at all. Methods reject only where the storage itself fails.
 */
export type Store = {
  readArticle(id: ArticleId): Promise<Article | null>
  readDiscussion(id: DiscussionId): Promise<StoredDiscussion | null>
  /** One comment of a discussion; `null` where it is of another one. */
  readComment(discussionId: DiscussionId, id: CommentId): Promise<StoredComment | null>
  /**
   * Direct children of one parent, in order, each with what stands below it: of each, at most `below` descendants, breadth
   * first (every level oldest first, whole levels before deeper ones), so that of the children of any one comment the
   * first ones are given and the later ones left out. The time it takes grows with what is given, not with the discussion.
   */
  listBranches(
    siblings: Siblings,
    below: number,
  ): Promise<{ comment: StoredComment; below: StoredComment[] }[]>
  /**
   * Reads the facts, hands them to `decide`, and adds the comment it returns, with the key's record, the counts of the
   * discussion and of every ancestor, all in one transaction. What `decide` throws is thrown, and nothing is changed.
   * Gives the added comment, or the one that `decide` found to be the answer already.
   */
  post(
    attempt: PostAttempt,
    decide: (facts: PostFacts) => NewComment | { answered: StoredComment },
  ): Promise<StoredComment>
  /**
   * Takes in a whole discussion. Where it is here already, it stays as it is, or, with `replace`, is removed first, with
   * every comment and key. Gives whether it was taken in. Comments of one instant keep the order that they are
   * given in among replies, and the reverse of it among threads, as threads are given newest first.
   */
  importDiscussion(batch: Import, options: { replace: boolean }): Promise<boolean>
}

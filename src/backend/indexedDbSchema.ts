import type { DBSchema } from 'idb'
import type { Article } from '../domain/article.ts'
import type { ArticleId, CommentId, DiscussionId, IdempotencyKey, Instant } from '../domain/ids.ts'
import { changesOf } from './changes.ts'
import type { PostRequest, Report, StoredComment, StoredDiscussion } from './store.ts'

export const SCHEMA_VERSION = 3

export type Schema = DBSchema & {
  articles: { key: ArticleId; value: Article }
  discussions: { key: DiscussionId; value: StoredDiscussion }
  comments: {
    key: [DiscussionId, CommentId]
    value: CommentRecord
    indexes: {
      byTime: [DiscussionId, Siblings, Instant, number]
      byReplies: [DiscussionId, number, Instant, number]
      byName: [DiscussionId, string, Instant]
      byChange: [DiscussionId, number]
    }
  }
  withheld: {
    key: [DiscussionId, CommentId]
    value: StoredComment
    indexes: { byName: [DiscussionId, string, Instant] }
  }
  keys: { key: IdempotencyKey; value: KeyRecord; indexes: { byDiscussion: DiscussionId } }
  reports: { key: IdempotencyKey; value: Report; indexes: { byDiscussion: DiscussionId } }
}

export type StoreName = 'articles' | 'discussions' | 'comments' | 'withheld' | 'keys' | 'reports'

/** What the indexes need is beside the comment; an index passes over records that lack its key, which makes imports fast. */
export type CommentRecord = {
  comment: StoredComment
  siblings: Siblings
  /** Its reply count; of threads only, as only they are ordered by it. */
  threadRank?: number
  /** Its writer's name; of what was posted only, as nothing else can be sent twice. */
  postedBy?: string
  /** As `changesOf` lists it, each entry with the discussion before it. */
  changes: [DiscussionId, number][]
}

/** What siblings answer, in a form that an index takes, which `null` is not: a comment's id; empty for threads. */
type Siblings = CommentId | ''

type KeyRecord = { key: IdempotencyKey; request: PostRequest; commentId: CommentId }

export function recordOf(comment: StoredComment, importedIn: number): CommentRecord {
  const { discussionId, parentId } = comment
  return {
    comment,
    siblings: parentId ?? '',
    ...(parentId === null && { threadRank: comment.replyCount }),
    ...(comment.sequence > importedIn && { postedBy: comment.author.name }),
    changes: changesOf(comment, importedIn).map((version) => [discussionId, version]),
  }
}

/** Every key that begins with `parts`, or of those the ones after `from` or before `to`, neither of which is in it. */
export function keysUnder(
  parts: readonly IDBValidKey[],
  { from, to }: { from?: readonly IDBValidKey[]; to?: readonly IDBValidKey[] } = {},
): IDBKeyRange {
  // An array sorts before its longer ones, and after every string and number (Indexed Database API 3.0, "compare two keys").
  const lower = [...parts, ...(from ?? [])]
  const upper = [...parts, ...(to ?? [[]])]
  return IDBKeyRange.bound(lower, upper, true, true)
}

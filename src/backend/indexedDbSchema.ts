import type { DBSchema, IDBPDatabase } from 'idb'
import type { Article } from '../domain/article.ts'
import type { ArticleId, CommentId, DiscussionId, IdempotencyKey, Instant } from '../domain/ids.ts'
import type { PostRequest, StoredComment, StoredDiscussion } from './store.ts'

export const SCHEMA_VERSION = 1

export type Schema = DBSchema & {
  articles: { key: ArticleId; value: Article }
  discussions: { key: DiscussionId; value: StoredDiscussion }
  comments: {
    key: [DiscussionId, CommentId]
    value: CommentRecord
    indexes: {
      byTime: [DiscussionId, Siblings, Instant, number]
      byReplies: [DiscussionId, Siblings, number, Instant, number]
      byName: [DiscussionId, string, Instant]
    }
  }
  keys: { key: IdempotencyKey; value: KeyRecord; indexes: { byDiscussion: DiscussionId } }
}

/** `siblings` says what the comment answers in a form that an index takes, which `null` is not. */
export type CommentRecord = { siblings: Siblings; comment: StoredComment }

/** The id of the comment that siblings answer; empty for threads. */
type Siblings = CommentId | ''

type KeyRecord = { key: IdempotencyKey; request: PostRequest; commentId: CommentId }

/** Builds the object stores in an empty database. */
export function createObjectStores(database: IDBPDatabase<Schema>): void {
  database.createObjectStore('articles', { keyPath: 'id' })
  database.createObjectStore('discussions', { keyPath: 'id' })
  const comments = database.createObjectStore('comments', {
    keyPath: ['comment.discussionId', 'comment.id'],
  })
  const siblings = ['comment.discussionId', 'siblings']
  const time = ['comment.createdAt', 'comment.sequence']
  comments.createIndex('byTime', [...siblings, ...time])
  comments.createIndex('byReplies', [...siblings, 'comment.replyCount', ...time])
  comments.createIndex('byName', ['comment.discussionId', 'comment.author.name', 'comment.createdAt'])
  const keys = database.createObjectStore('keys', { keyPath: 'key' })
  keys.createIndex('byDiscussion', 'request.discussionId')
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

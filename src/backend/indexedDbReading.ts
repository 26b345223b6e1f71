import type { IDBPTransaction } from 'idb'
import type { CommentId, DiscussionId, IdempotencyKey, Instant } from '../domain/ids.ts'
import type { Schema, StoreName } from './indexedDbSchema.ts'
import { changedAfter, listBelow, listSiblings } from './indexedDbLists.ts'
import type { Branches, Changes, PostRequest, Siblings, StoredComment } from './store.ts'

/** What waits here waits for nothing but the transaction's own requests, so that it stays open. */
type Reading = IDBPTransaction<Schema, ('comments' | 'discussions')[], 'readonly'>

/** As `Store.listBranches` says. */
export async function listBranches(
  transaction: Reading,
  siblings: Siblings,
  below: number,
): Promise<Branches | null> {
  const { discussionId, parentId } = siblings
  const comments = transaction.objectStore('comments')
  const [discussion, parent] = await Promise.all([
    transaction.objectStore('discussions').get(discussionId),
    parentId === null ? undefined : comments.get([discussionId, parentId]),
  ])
  if (!discussion) return null
  const found = await listSiblings(comments, siblings, discussion.importedIn)
  const branches = found.map(async (ranked) => ({
    ...ranked,
    below: await listBelow(comments, ranked.comment, below),
  }))
  return { discussion, parent: parent?.comment ?? null, branches: await Promise.all(branches) }
}

/** As `Store.listChanges` says. */
export async function listChanges(
  transaction: Reading,
  discussionId: DiscussionId,
  since: number,
  limit: number,
): Promise<Changes | null> {
  const [discussion, comments] = await Promise.all([
    transaction.objectStore('discussions').get(discussionId),
    changedAfter(transaction.objectStore('comments'), discussionId, since, limit),
  ])
  return discussion ? { discussion, comments } : null
}

/** What is read of posts, in any transaction that has these object stores. */
export type Posts = IDBPTransaction<Schema, StoreName[], 'readonly' | 'readwrite'>

/** Comments that were posted under one name at or after an instant, withheld ones among them. */
export async function readRecent(
  transaction: Posts,
  discussionId: DiscussionId,
  name: string,
  since: Instant,
): Promise<StoredComment[]> {
  const range = IDBKeyRange.bound([discussionId, name, since], [discussionId, name, []])
  const [records, withheld] = await Promise.all([
    transaction.objectStore('comments').index('byName').getAll(range),
    transaction.objectStore('withheld').index('byName').getAll(range),
  ])
  return [...records.map(({ comment }) => comment), ...withheld]
}

/** What was posted with a key, and what became of it. */
export async function readRecorded(
  transaction: Posts,
  key: IdempotencyKey,
): Promise<{ request: PostRequest; comment: StoredComment } | null> {
  const use = await transaction.objectStore('keys').get(key)
  if (!use) return null
  const place: [DiscussionId, CommentId] = [use.request.discussionId, use.commentId]
  const [record, withheld] = await Promise.all([
    transaction.objectStore('comments').get(place),
    transaction.objectStore('withheld').get(place),
  ])
  const comment = record?.comment ?? withheld
  return comment ? { request: use.request, comment } : null
}

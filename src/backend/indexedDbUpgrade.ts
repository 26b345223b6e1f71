import { unwrap, type IDBPDatabase, type IDBPTransaction } from 'idb'
import { keysUnder, recordOf, type Schema } from './indexedDbSchema.ts'
import type { StoredComment, StoredDiscussion } from './store.ts'

export type Building = IDBPTransaction<
  Schema,
  ('articles' | 'comments' | 'discussions' | 'keys')[],
  'versionchange'
>

/**
 * Builds the object stores, or brings those of an older version up to this one with all that they hold. Waits for nothing
 * but the transaction's own requests, so that it stays open.
 */
export async function build(
  database: IDBPDatabase<Schema>,
  oldVersion: number,
  transaction: Building,
): Promise<void> {
  if (oldVersion === 0) createObjectStores(database)
  const comments = transaction.objectStore('comments')
  if (oldVersion === 1) {
    comments.deleteIndex('byReplies')
    comments.deleteIndex('byName')
    await upgradeFromFirst(transaction)
  }
  comments.createIndex('byReplies', ['comment.discussionId', 'threadRank', ...TIME])
  comments.createIndex('byName', ['comment.discussionId', 'postedBy', 'comment.createdAt'])
  comments.createIndex('byChange', 'changes', { multiEntry: true })
}

const TIME = ['comment.createdAt', 'comment.sequence']

/** What all versions have in common. */
function createObjectStores(database: IDBPDatabase<Schema>): void {
  database.createObjectStore('articles', { keyPath: 'id' })
  database.createObjectStore('discussions', { keyPath: 'id' })
  const comments = database.createObjectStore('comments', {
    keyPath: ['comment.discussionId', 'comment.id'],
  })
  comments.createIndex('byTime', ['comment.discussionId', 'siblings', ...TIME])
  const keys = database.createObjectStore('keys', { keyPath: 'key' })
  keys.createIndex('byDiscussion', 'request.discussionId')
}

/** What version 1 kept. Nothing was revised in it, so that each version after the import is that of a post. */
type FirstDiscussion = Omit<StoredDiscussion, 'importedIn'>
type FirstComment = Omit<StoredComment, 'threadId' | 'changedIn'>

/** Gives everything that version 1 kept what is kept of it now. */
async function upgradeFromFirst(transaction: Building): Promise<void> {
  const discussions = transaction.objectStore('discussions')
  const comments = transaction.objectStore('comments')
  for (const discussion of await discussions.getAll()) {
    const upgraded = upgradeDiscussion(discussion)
    const records = await comments.getAll(keysUnder([discussion.id]))
    unwrap(discussions).put(upgraded)
    for (const comment of upgradeComments(records, upgraded)) {
      unwrap(comments).put(recordOf(comment, upgraded.importedIn))
    }
  }
}

function upgradeDiscussion(discussion: FirstDiscussion): StoredDiscussion {
  const posted = discussion.count - discussion.importedCount
  return { ...discussion, importedIn: discussion.version - posted }
}

function upgradeComments(
  records: readonly { comment: FirstComment }[],
  { importedIn }: StoredDiscussion,
): StoredComment[] {
  const byDepth = records.map(({ comment }) => comment).toSorted((a, b) => a.depth - b.depth)
  const upgraded = new Map<StoredComment['id'], StoredComment>()
  for (const comment of byDepth) {
    const parent = comment.parentId === null ? undefined : upgraded.get(comment.parentId)
    const threadId = parent?.threadId ?? comment.id
    upgraded.set(comment.id, { ...comment, threadId, changedIn: Math.max(comment.sequence, importedIn) })
  }
  return [...upgraded.values()]
}

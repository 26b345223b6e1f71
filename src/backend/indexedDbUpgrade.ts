import { unwrap, type IDBPDatabase, type IDBPTransaction } from 'idb'
import { groupBy } from '../domain/groupBy.ts'
import { recordOf, type Schema, type StoreName } from './indexedDbSchema.ts'
import type { StoredComment, StoredDiscussion } from './store.ts'

export type Building = IDBPTransaction<Schema, StoreName[], 'versionchange'>

/**
 * Builds the object stores, or brings those of an older version up to this one with all that they hold. Waits for nothing
 * but the transaction's own requests, so that it stays open.
 */
export async function build(
  database: IDBPDatabase<Schema>,
  oldVersion: number,
  transaction: Building,
): Promise<void> {
  createWithheldAndReports(database)
  if (oldVersion === 1) await upgradeFromFirst(database, transaction)
  if (oldVersion > 0) return nameFormats(transaction)
  database.createObjectStore('articles', { keyPath: 'id' })
  database.createObjectStore('discussions', { keyPath: 'id' })
  const keys = database.createObjectStore('keys', { keyPath: 'key' })
  keys.createIndex('byDiscussion', 'request.discussionId')
  createComments(database)
}

function createWithheldAndReports(database: IDBPDatabase<Schema>): void {
  const withheld = database.createObjectStore('withheld', { keyPath: ['discussionId', 'id'] })
  withheld.createIndex('byName', ['discussionId', 'author.name', 'createdAt'])
  const reports = database.createObjectStore('reports', { keyPath: 'key' })
  reports.createIndex('byDiscussion', 'discussionId')
}

function createComments(database: IDBPDatabase<Schema>) {
  const time = ['comment.createdAt', 'comment.sequence']
  const comments = database.createObjectStore('comments', {
    keyPath: ['comment.discussionId', 'comment.id'],
  })
  comments.createIndex('byTime', ['comment.discussionId', 'siblings', ...time])
  comments.createIndex('byReplies', ['comment.discussionId', 'threadRank', ...time])
  comments.createIndex('byName', ['comment.discussionId', 'postedBy', 'comment.createdAt'])
  comments.createIndex('byChange', 'changes', { multiEntry: true })
  return comments
}

/** What version 1 kept. Nothing was revised in it, so that each version after the import is that of a post. */
type FirstDiscussion = Omit<StoredDiscussion, 'importedIn'>
type FirstComment = Omit<StoredComment, 'threadId' | 'changedIn'>

/**
 * Gives everything that version 1 kept what is kept of it now. The comments go into an object store of their own anew, since
 * Chromium takes seconds to build an index over ten thousand that are there.
 */
async function upgradeFromFirst(database: IDBPDatabase<Schema>, transaction: Building): Promise<void> {
  const [discussions, records] = await Promise.all([
    transaction.objectStore('discussions').getAll(),
    transaction.objectStore('comments').getAll(),
  ])
  database.deleteObjectStore('comments')
  const comments = unwrap(createComments(database))
  const kept = groupBy(records, ({ comment }) => comment.discussionId)
  for (const discussion of discussions.map(upgradeDiscussion)) {
    unwrap(transaction.objectStore('discussions')).put(discussion)
    for (const comment of upgradeComments(kept.get(discussion.id) ?? [], discussion)) {
      comments.add(recordOf(comment, discussion.importedIn))
    }
  }
}

/** Up to version 2 every text was plain, and no request said so. */
async function nameFormats(transaction: Building): Promise<void> {
  const keys = transaction.objectStore('keys')
  for (const record of await keys.getAll()) {
    await keys.put({ ...record, request: { ...record.request, format: 'plain' } })
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

import type { IDBPTransaction } from 'idb'
import type { DiscussionId, Instant } from '../domain/ids.ts'
import { breadthFirst } from './breadthFirst.ts'
import type { Schema } from './indexedDbSchema.ts'
import { changedAfter, listSiblings, oldestFirst, type Comments } from './indexedDbLists.ts'
import type { Branches, Changes, Siblings, StoredComment } from './store.ts'

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

/** Comments that were posted under one name at or after an instant. */
export async function readRecent(
  comments: Comments,
  discussionId: DiscussionId,
  name: string,
  since: Instant,
): Promise<StoredComment[]> {
  const range = IDBKeyRange.bound([discussionId, name, since], [discussionId, name, []])
  const records = await comments.index('byName').getAll(range)
  return records.map(({ comment }) => comment)
}

async function listBelow(
  comments: Comments,
  comment: StoredComment,
  below: number,
): Promise<StoredComment[]> {
  const walk = breadthFirst(comment, below)
  let step = walk.next()
  while (!step.done) {
    const { parents, limit } = step.value
    const children = parents.map(({ id, discussionId }) =>
      oldestFirst(comments, [discussionId, id], null, limit),
    )
    step = walk.next(await Promise.all(children))
  }
  return step.value
}

import type { IDBPIndex, IDBPObjectStore } from 'idb'
import type { DiscussionId, Instant } from '../domain/ids.ts'
import { breadthFirst } from './breadthFirst.ts'
import { keysUnder, type Schema } from './indexedDbSchema.ts'
import type { Siblings, StoredComment } from './store.ts'

type Comments = IDBPObjectStore<
  Schema,
  ('comments' | 'discussions' | 'keys')[],
  'comments',
  'readonly' | 'readwrite'
>

/** As `Store.listBranches` says. Waits for nothing but the transaction's own requests, so that it stays open. */
export async function listBranches(
  comments: Comments,
  siblings: Siblings,
  below: number,
): Promise<{ comment: StoredComment; below: StoredComment[] }[]> {
  const roots = await listSiblings(comments, siblings)
  return Promise.all(
    roots.map(async (comment) => ({ comment, below: await listBelow(comments, comment, below) })),
  )
}

/** Comments of one name at or after an instant. */
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
      listSiblings(comments, { discussionId, parentId: id, order: 'oldest', after: null, limit }),
    )
    step = walk.next(await Promise.all(children))
  }
  return step.value
}

async function listSiblings(
  comments: Comments,
  { discussionId, parentId, order, after, limit }: Siblings,
): Promise<StoredComment[]> {
  if (limit <= 0) return []
  const parts = [discussionId, parentId ?? '']
  const time = after && [after.createdAt, after.sequence]
  switch (order) {
    case 'oldest': {
      const range = keysUnder(parts, time ? { from: time } : {})
      const records = await comments.index('byTime').getAll(range, limit)
      return records.map(({ comment }) => comment)
    }
    case 'newest':
      return lastFirst(comments.index('byTime'), keysUnder(parts, time ? { to: time } : {}), limit)
    case 'replies': {
      const range = keysUnder(parts, after && time ? { to: [after.replyCount, ...time] } : {})
      return lastFirst(comments.index('byReplies'), range, limit)
    }
  }
}

async function lastFirst(
  index: IDBPIndex<
    Schema,
    ('comments' | 'discussions' | 'keys')[],
    'comments',
    'byTime' | 'byReplies',
    'readonly' | 'readwrite'
  >,
  range: IDBKeyRange,
  limit: number,
): Promise<StoredComment[]> {
  const found: StoredComment[] = []
  let cursor = await index.openCursor(range, 'prev')
  while (cursor) {
    found.push(cursor.value.comment)
    cursor = found.length < limit ? await cursor.continue() : null
  }
  return found
}

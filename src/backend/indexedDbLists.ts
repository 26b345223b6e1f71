import type { IDBPIndex, IDBPObjectStore } from 'idb'
import type { DiscussionId } from '../domain/ids.ts'
import { countArrivals, rankAsTheyAre, rankThreads } from './arrivals.ts'
import { firstOfEach, listedFor } from './changes.ts'
import { keysUnder, type Schema, type StoreName } from './indexedDbSchema.ts'
import type { Position, Ranked, Siblings, StoredComment } from './store.ts'

/** The comments in any transaction; what waits here waits for nothing but its own requests, so that it stays open. */
export type Comments = IDBPObjectStore<Schema, StoreName[], 'comments', 'readonly' | 'readwrite'>

/** Siblings as `Store.listBranches` orders them, in a discussion that was imported in that version. */
export async function listSiblings(
  comments: Comments,
  siblings: Siblings,
  importedIn: number,
): Promise<Ranked[]> {
  const { discussionId, parentId, order, after, limit } = siblings
  if (limit <= 0) return []
  const parts = [discussionId, parentId ?? '']
  switch (order) {
    case 'oldest':
      return rankAsTheyAre(await oldestFirst(comments, parts, after, limit))
    case 'newest': {
      const range = keysUnder(parts, after ? { to: [after.createdAt, after.sequence] } : {})
      return rankAsTheyAre(await lastFirst(comments.index('byTime'), range, limit))
    }
    case 'replies': {
      const { asOf } = siblings
      const isKnown = asOf !== null && asOf >= importedIn
      const changed = isKnown ? await changedAfter(comments, discussionId, asOf) : []
      const arrivals = countArrivals(changed, asOf ?? 0)
      const to = after && [after.replyCount, after.createdAt, after.sequence]
      const range = keysUnder([discussionId], to ? { to } : {})
      const [untouched, touched] = await Promise.all([
        lastFirst(comments.index('byReplies'), range, limit, (thread) => arrivals.has(thread.id)),
        Promise.all([...arrivals.keys()].map((id) => comments.get([discussionId, id]))),
      ])
      const threads = touched.flatMap((record) => (record ? [record.comment] : []))
      return rankThreads(untouched, threads, arrivals, siblings)
    }
  }
}

/** As `Store.listChanges` says. */
export async function changedAfter(
  comments: Comments,
  discussionId: DiscussionId,
  since: number,
  limit?: number,
): Promise<StoredComment[]> {
  const range = keysUnder([discussionId], { from: [since] })
  const records = await comments.index('byChange').getAll(range, limit && listedFor(limit))
  return firstOfEach(
    records.map(({ comment }) => comment),
    limit,
  )
}

/** The first siblings after a position; `parts` are what their keys begin with. */
export async function oldestFirst(
  comments: Comments,
  parts: readonly string[],
  after: Position | null,
  limit: number,
): Promise<StoredComment[]> {
  const range = keysUnder(parts, after ? { from: [after.createdAt, after.sequence] } : {})
  const records = await comments.index('byTime').getAll(range, limit)
  return records.map(({ comment }) => comment)
}

/** The last of a range, backwards. */
async function lastFirst(
  index: IDBPIndex<Schema, StoreName[], 'comments', 'byTime' | 'byReplies', 'readonly' | 'readwrite'>,
  range: IDBKeyRange,
  limit: number,
  isPassedOver: (comment: StoredComment) => boolean = () => false,
): Promise<StoredComment[]> {
  const found: StoredComment[] = []
  let cursor = await index.openCursor(range, 'prev')
  while (cursor) {
    const { comment } = cursor.value
    if (!isPassedOver(comment)) found.push(comment)
    cursor = found.length < limit ? await cursor.continue() : null
  }
  return found
}

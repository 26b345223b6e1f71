import type { IDBPIndex, IDBPObjectStore } from 'idb'
import type { CommentId, DiscussionId } from '../domain/ids.ts'
import { countArrivals, rankAsTheyAre, rankThreads } from './arrivals.ts'
import { breadthFirst } from './breadthFirst.ts'
import { firstOfEach, listedFor } from './changes.ts'
import { keysUnder, type CommentRecord, type Schema, type StoreName } from './indexedDbSchema.ts'
import type { Position, Ranked, Siblings, StoredComment } from './store.ts'

/** The comments in any transaction; what waits here waits for nothing but its own requests, so that it stays open. */
export type Comments = IDBPObjectStore<Schema, StoreName[], 'comments', 'readonly' | 'readwrite'>

/** Siblings as `Store.listBranches` orders them, in a discussion that was imported in that version. */
export async function listSiblings(
  comments: Comments,
  siblings: Siblings,
  importedIn: number,
): Promise<Ranked[]> {
  const { discussionId, parentId, order, after, limit, backwards = false } = siblings
  if (limit <= 0) return []
  const parts = [discussionId, parentId ?? '']
  switch (order) {
    case 'oldest':
    case 'newest': {
      if ((order === 'oldest') !== backwards) {
        return rankAsTheyAre(await oldestFirst(comments, parts, after, limit))
      }
      const range = keysUnder(parts, after ? { to: [after.createdAt, after.sequence] } : {})
      return rankAsTheyAre(await walkFrom(comments.index('byTime'), range, 'prev', limit))
    }
    case 'replies': {
      const { asOf } = siblings
      const isKnown = asOf !== null && asOf >= importedIn
      const changed = isKnown ? await changedAfter(comments, discussionId, asOf) : []
      const arrivals = countArrivals(changed, asOf ?? 0)
      const place = after && [after.replyCount, after.createdAt, after.sequence]
      const range = keysUnder([discussionId], place ? (backwards ? { from: place } : { to: place }) : {})
      const direction = backwards ? 'next' : 'prev'
      const [untouched, touched] = await Promise.all([
        walkFrom(comments.index('byReplies'), range, direction, limit, ({ id }) => arrivals.has(id)),
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

/** The first of a range, or the last of it, backwards. */
async function walkFrom(
  index: IDBPIndex<Schema, StoreName[], 'comments', 'byTime' | 'byReplies', 'readonly' | 'readwrite'>,
  range: IDBKeyRange,
  direction: 'next' | 'prev',
  limit: number,
  isPassedOver: (comment: StoredComment) => boolean = () => false,
): Promise<StoredComment[]> {
  const found: StoredComment[] = []
  let cursor = await index.openCursor(range, direction)
  while (cursor) {
    const { comment } = cursor.value
    if (!isPassedOver(comment)) found.push(comment)
    cursor = found.length < limit ? await cursor.continue() : null
  }
  return found
}

type ReadComment = (id: CommentId) => Promise<CommentRecord | undefined>

/** What stands below a comment, as `breadthFirst` walks it. */
export async function listBelow(
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

/** The comments above one, the one that it answers first. */
export async function listAncestors(
  comments: Comments,
  { discussionId, parentId }: Pick<StoredComment, 'discussionId' | 'parentId'>,
  read: ReadComment = (id) => comments.get([discussionId, id]),
): Promise<StoredComment[]> {
  const ancestors: StoredComment[] = []
  for (let id = parentId; id !== null;) {
    const ancestor = (await read(id))?.comment
    if (!ancestor) break
    ancestors.push(ancestor)
    id = ancestor.parentId
  }
  return ancestors
}

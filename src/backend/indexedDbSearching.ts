import type { IDBPTransaction } from 'idb'
import type { CommentId, DiscussionId } from '../domain/ids.ts'
import type { Order } from '../domain/order.ts'
import { committed, type Connection } from './indexedDbConnection.ts'
import { listAncestors, listBelow, listSiblings, type Comments } from './indexedDbLists.ts'
import { keysUnder, type CommentRecord, type Schema } from './indexedDbSchema.ts'
import { createSearch, createSurvey, type Scan } from './scanning.ts'
import type { Found, Search, SearchingStore, Surroundings, Survey } from './searchingStore.ts'
import type { StoredComment } from './store.ts'

/** Waits for nothing but its own requests, so that it stays open. */
type Reading = IDBPTransaction<Schema, ('comments' | 'discussions')[], 'readonly'>

/** How many comments are read at once, so that neither memory nor the wait for anything else grows with the discussion. */
const SLICE = 500

/** As `SearchingStore` says. */
export function searchIndexedDb(connection: Connection): SearchingStore {
  const read = <Value>(work: (transaction: Reading) => Promise<Value>) =>
    connection.use((database) => committed(database.transaction(['discussions', 'comments']), work))
  return {
    search: (wanted) => read((transaction) => search(transaction, wanted)),
    readSurroundings: (...wanted) => read((transaction) => readSurroundings(transaction, ...wanted)),
    survey: (...wanted) => read((transaction) => survey(transaction, ...wanted)),
  }
}

async function search(transaction: Reading, wanted: Search): Promise<Found | null> {
  const comments = transaction.objectStore('comments')
  const discussion = await transaction.objectStore('discussions').get(wanted.discussionId)
  if (!discussion) return null
  const found = await scan(comments, wanted.discussionId, createSearch(wanted))
  // What stands above several of them is read once.
  const above = new Map<CommentId, Promise<CommentRecord | undefined>>()
  const read = (id: CommentId) => {
    const reading = above.get(id) ?? comments.get([wanted.discussionId, id])
    above.set(id, reading)
    return reading
  }
  const matches = found.comments.map(async (comment) => ({
    comment,
    ancestors: (await listAncestors(comments, comment, read)).toReversed(),
  }))
  return { discussion, matches: await Promise.all(matches), total: found.total }
}

async function readSurroundings(
  transaction: Reading,
  discussionId: DiscussionId,
  id: CommentId,
  order: Order,
  below: number,
): Promise<Surroundings | null> {
  const comments = transaction.objectStore('comments')
  const [discussion, record] = await Promise.all([
    transaction.objectStore('discussions').get(discussionId),
    comments.get([discussionId, id]),
  ])
  if (!discussion) return null
  const nothing = { path: [], belowComment: [], belowThread: [], isFirst: true, isLast: true }
  if (!record) return { discussion, ...nothing }
  const path = [record.comment, ...(await listAncestors(comments, record.comment))].toReversed()
  const after: StoredComment = path[0] ?? record.comment
  const isAtEnd = async (backwards: boolean) => {
    const siblings = { discussionId, parentId: null, order, asOf: null, after, limit: 1, backwards } as const
    return (await listSiblings(comments, siblings, discussion.importedIn)).length === 0
  }
  const [belowComment, belowThread, isFirst, isLast] = await Promise.all([
    listBelow(comments, record.comment, below),
    listBelow(comments, after, below),
    isAtEnd(true),
    isAtEnd(false),
  ])
  return { discussion, path, belowComment, belowThread, isFirst, isLast }
}

async function survey(
  transaction: Reading,
  discussionId: DiscussionId,
  limits: { people: number; steps: number },
): Promise<Survey | null> {
  const discussion = await transaction.objectStore('discussions').get(discussionId)
  if (!discussion) return null
  return {
    discussion,
    ...(await scan(transaction.objectStore('comments'), discussionId, createSurvey(limits))),
  }
}

/**
 * Goes by the key of the comments themselves: as all that match are counted, an index by time would save nothing here and cost
 * every import. The next slice is read while this one is looked at.
 */
async function scan<Result>(
  comments: Comments,
  discussionId: DiscussionId,
  { look, end }: Scan<Result>,
): Promise<Result> {
  const readAfter = (from: CommentId[]) => comments.getAll(keysUnder([discussionId], { from }), SLICE)
  for (let reading = readAfter([]); ;) {
    const records = await reading
    const last = records.at(-1)
    const isOver = !last || records.length < SLICE
    if (!isOver) reading = readAfter([last.comment.id])
    for (const { comment } of records) look(comment)
    if (isOver) return end()
  }
}

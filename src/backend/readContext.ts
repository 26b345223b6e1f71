import type { Input, Output } from '../api/contract.ts'
import type { Comment } from '../domain/comment.ts'
import { groupBy } from '../domain/groupBy.ts'
import { readingOrder } from '../domain/readingOrder.ts'
import { threadCursor } from './cursor.ts'
import { REPLY_BUDGET } from './listComments.ts'
import { missing } from './missing.ts'
import { serve } from './page.ts'
import { firstWithin, PAGE_WEIGHT, REPLIES_WEIGHT, weightOf } from './pageWeight.ts'
import type { SearchingStore, Surroundings } from './searchingStore.ts'
import { byTime } from './siblingOrder.ts'
import type { StoredComment } from './store.ts'

/**
 * A comment in its thread. The way down to it is given whatever it weighs; then what stands below it, and what else of the thread
 * comes first, as far as there is room.
 */
export async function readContext(
  store: SearchingStore,
  { discussionId, commentId, order = 'newest' }: Input<'readContext'>,
): Promise<Output<'readContext'>> {
  const found = await store.readSurroundings(discussionId, commentId, order, REPLY_BUDGET)
  const { discussion, path, isFirst, isLast } = found ?? missing('discussion')
  const after = path[0] ?? missing('comment')
  const { version, count, threadCount } = discussion
  const beside = { after, asOf: version }
  return {
    comments: serveThread(path, repliesWithin(found ?? missing('discussion'))),
    previousCursor: isFirst ? null : threadCursor(order, { ...beside, backwards: true }),
    nextCursor: isLast ? null : threadCursor(order, { ...beside, backwards: false }),
    total: count,
    threadCount,
    version,
  }
}

function repliesWithin({ path, belowComment, belowThread }: Surroundings): StoredComment[] {
  const left = PAGE_WEIGHT - weightOf(path)
  const replies = firstWithin(belowComment, Math.min(left, REPLIES_WEIGHT))
  return [...replies, ...firstWithin(belowThread, left - weightOf(replies))]
}

/** `replies` holds of every comment the first direct ones, without a gap; the way down may go on behind it. */
function serveThread(path: readonly StoredComment[], replies: readonly StoredComment[]): Comment[] {
  const first = new Map(replies.map((comment) => [comment.id, comment]))
  const firstOf = groupBy([...first.values()].toSorted(byTime), ({ parentId }) => parentId)
  const beyond = path.slice(1).filter(({ id }) => !first.has(id))
  const beyondOf = groupBy(beyond, ({ parentId }) => parentId)
  const all = new Map([...path, ...replies].map((comment) => [comment.id, comment]))
  return readingOrder(
    Array.from(all.values(), (comment) => serve(comment, firstOf.get(comment.id), beyondOf.get(comment.id))),
  )
}

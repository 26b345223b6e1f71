import type { CommentId } from '../domain/ids.ts'
import { byReplies } from './siblingOrder.ts'
import type { Position, Ranked, StoredComment } from './store.ts'

/** How many comments came to a thread after some version, the thread's own included. Threads to which none came are left out. */
export type Arrivals = ReadonlyMap<CommentId, number>

/** What came after version `asOf`, among all comments that changed after it. */
export function countArrivals(changed: readonly StoredComment[], asOf: number): Arrivals {
  const arrivals = new Map<CommentId, number>()
  for (const { sequence, threadId } of changed) {
    if (sequence > asOf) arrivals.set(threadId, (arrivals.get(threadId) ?? 0) + 1)
  }
  return arrivals
}

/**
 * A page in the order `replies` as of the version behind `arrivals`. `untouched` are threads that are not in `arrivals`,
 * whose counts are still the ones of then: the first `limit` after `after`. `touched` are all the others. A thread that
 * came itself has more arrivals than replies. `backwards` as `Siblings` has it.
 */
export function rankThreads(
  untouched: readonly StoredComment[],
  touched: readonly StoredComment[],
  arrivals: Arrivals,
  { after, limit, backwards = false }: { after: Position | null; limit: number; backwards?: boolean },
): Ranked[] {
  const sign = backwards ? -1 : 1
  const then = touched
    .map((comment) => ({ comment, rank: comment.replyCount - (arrivals.get(comment.id) ?? 0) }))
    .filter((ranked) => ranked.rank >= 0 && (!after || sign * byReplies(positionOf(ranked), after) < 0))
  return [...rankAsTheyAre(untouched), ...then]
    .toSorted((a, b) => sign * byReplies(positionOf(b), positionOf(a)))
    .slice(0, limit)
}

export function rankAsTheyAre(comments: readonly StoredComment[]): Ranked[] {
  return comments.map((comment) => ({ comment, rank: comment.replyCount }))
}

/** Where a page that ends with this one is gone on from. */
export function positionOf({ comment: { createdAt, sequence }, rank }: Ranked): Position {
  return { createdAt, sequence, replyCount: rank }
}

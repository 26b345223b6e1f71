import type { QueryClient } from '@tanstack/react-query'
import type { Comment } from '../domain/comment.ts'
import type { IdempotencyKey } from '../domain/ids.ts'
import { changeArrivals } from './cachedComments.ts'

/** Keeps a comment that was posted from this page with that key, which is shown at once. */
export function cachePosted(queryClient: QueryClient, comment: Comment, key: IdempotencyKey): void {
  changeArrivals(queryClient, comment.discussionId, (arrivals) => ({
    ...arrivals,
    added: withAdded(arrivals.added, [comment]),
    shown: new Set(arrivals.shown).add(comment.id),
    own: new Set(arrivals.own).add(comment.id),
    acknowledged: new Set(arrivals.acknowledged).add(key),
  }))
}

/** Keeps what this page made of one of its comments. */
export function cacheRevised(queryClient: QueryClient, comment: Comment): void {
  changeArrivals(queryClient, comment.discussionId, (arrivals) => ({
    ...arrivals,
    edited: new Map(arrivals.edited).set(comment.id, comment),
    deleted: comment.status === 'deleted' ? new Set(arrivals.deleted).add(comment.id) : arrivals.deleted,
  }))
}

/** In the order in which they came; each once. */
export function withAdded(added: readonly Comment[], more: readonly Comment[]): Comment[] {
  const byId = new Map([...added, ...more].map((comment) => [comment.id, comment]))
  return [...byId.values()].toSorted((a, b) => a.sequence - b.sequence)
}

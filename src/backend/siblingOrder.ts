import type { Position } from './store.ts'

/** Oldest first; comments of one instant by their sequence. */
export function byTime(a: Position, b: Position): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1
  return a.sequence - b.sequence
}

/** Fewest replies first, the oldest first among equals: the order `replies` from its end. */
export function byReplies(a: Position, b: Position): number {
  return a.replyCount - b.replyCount || byTime(a, b)
}

import type { Moment } from './searchingStore.ts'
import type { Position } from './store.ts'

/** Oldest first; comments of one instant by their sequence. */
export function byTime(a: Omit<Position, 'replyCount'>, b: Omit<Position, 'replyCount'>): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1
  return a.sequence - b.sequence
}

/** Oldest first among all comments, where a thread and a reply of one import may share instant and sequence: then by their ids. */
export function byMoment(a: Moment, b: Moment): number {
  return byTime(a, b) || (a.id < b.id ? -1 : Number(a.id > b.id))
}

/** Fewest replies first, the oldest first among equals: the order `replies` from its end. */
export function byReplies(a: Position, b: Position): number {
  return a.replyCount - b.replyCount || byTime(a, b)
}

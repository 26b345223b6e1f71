import type { Branches, StoredComment } from './store.ts'

/**
 * The most that the comments of a page weigh, in bytes of JSON. With the article, and with the comments told once more to
 * search engines, a first load then stays below 200 kB, whatever people wrote.
 */
export const PAGE_WEIGHT = 80_000

/** The most of it for what stands below one thread, so that no page is all of one. */
export const REPLIES_WEIGHT = 30_000

/** What the JSON of a comment weighs besides its text and author: ids, times, counts, a cursor, and the names of all. */
const FRAME_WEIGHT = 400

type Branch = Branches['branches'][number]

/** The first threads that a page holds, each cut breadth first; the first one's own comment whatever it weighs. */
export function threadsWithin(threads: readonly Branch[]): Branch[] {
  const held: Branch[] = []
  let left = PAGE_WEIGHT
  for (const thread of threads) {
    left -= weigh(thread.comment)
    const share = held.length === 0 ? Math.min(REPLIES_WEIGHT, left) : REPLIES_WEIGHT
    const below = firstWithin(thread.below, share)
    for (const comment of below) left -= weigh(comment)
    if (left < 0 && held.length > 0) break
    held.push({ ...thread, below })
  }
  return held
}

/** The first comments that weigh no more than `limit` together, or the first `atLeast` whatever they weigh. */
export function firstWithin(comments: readonly StoredComment[], limit: number, atLeast = 0): StoredComment[] {
  let weight = 0
  const end = comments.findIndex((comment, index) => {
    weight += weigh(comment)
    return weight > limit && index >= atLeast
  })
  return comments.slice(0, end === -1 ? comments.length : end)
}

export function weightOf(comments: readonly StoredComment[]): number {
  return comments.reduce((weight, comment) => weight + weigh(comment), 0)
}

const encoder = new TextEncoder()

/** What JSON escapes counts as it is escaped. */
export function weigh({ body, author }: Pick<StoredComment, 'body' | 'author'>): number {
  return FRAME_WEIGHT + bytesOf([body, author])
}

/** Bytes of what JSON makes of it. */
export function bytesOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length
}

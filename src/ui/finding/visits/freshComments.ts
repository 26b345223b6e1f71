import type { Comment } from '../../../domain/comment.ts'
import type { CommentId } from '../../../domain/ids.ts'
import type { Order } from '../../../domain/order.ts'
import { branchEnd, type Standing } from '../keys/readingOrder.ts'

/**
 * What is new to the reader: it came after version `since`, is there to be read, and is not left out. Of what is drawn counts how it
 * stands there.
 */
export function findNew(
  since: number,
  told: readonly Comment[],
  drawn: Iterable<Comment>,
  isLeftOut: (comment: Comment) => boolean,
): Map<CommentId, Comment> {
  const found = new Map<CommentId, Comment>()
  for (const comment of [...told, ...drawn]) {
    const isNew = comment.sequence > since && comment.status === 'published' && !isLeftOut(comment)
    if (isNew) found.set(comment.id, comment)
    else found.delete(comment.id)
  }
  return found
}

/** How many new ones stand below each comment that has any below it, as far as it is known what stands above them. */
export function countBelow(
  fresh: ReadonlyMap<CommentId, Comment>,
  find: (id: CommentId) => Comment | undefined,
): Map<CommentId, number> {
  const counts = new Map<CommentId, number>()
  for (const comment of fresh.values()) {
    const passed = new Set([comment.id])
    for (let id = comment.parentId; id !== null && !passed.has(id);) {
      passed.add(id)
      counts.set(id, (counts.get(id) ?? 0) + 1)
      id = (find(id) ?? fresh.get(id))?.parentId ?? null
    }
  }
  return counts
}

/** A new comment, and where it stands: the place of a drawn one in the order of reading, or just behind what it is hidden under. */
export type FreshPlace = { id: CommentId; at: number; isDrawn: boolean }

/**
 * The new comments in the order in which they are read. What is not drawn stands behind the drawn branch that it is part of; the rest
 * comes last.
 */
export function placeNew(
  fresh: ReadonlyMap<CommentId, Comment>,
  standing: readonly Standing[],
  order: Order,
): FreshPlace[] {
  const drawn = new Map(standing.map(({ id }, index) => [id, index]))
  const placeOf = (comment: Comment): number => {
    const own = drawn.get(comment.id)
    if (own !== undefined) return own
    const passed = new Set([comment.id])
    for (let id = comment.parentId; id !== null && !passed.has(id); id = fresh.get(id)?.parentId ?? null) {
      const above = drawn.get(id)
      if (above !== undefined) return branchEnd(standing, above) - 0.5
      passed.add(id)
    }
    return standing.length
  }
  const turn = order === 'newest' ? -1 : 1
  return [...fresh.values()]
    .map((comment) => ({ comment, at: placeOf(comment) }))
    .toSorted((a, b) => {
      if (a.at !== b.at) return a.at - b.at
      const age = a.comment.sequence - b.comment.sequence
      return a.at === standing.length ? turn * age : age
    })
    .map(({ comment: { id }, at }) => ({ id, at, isDrawn: drawn.has(id) }))
}

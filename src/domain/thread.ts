import type { Comment } from './comment.ts'
import { groupBy } from './groupBy.ts'
import type { CommentId } from './ids.ts'

/** Comments by what they answer; the threads' own stand under `null`. */
export type Siblings = ReadonlyMap<CommentId | null, readonly Comment[]>

/**
 * The comments of a discussion by parent. Threads keep the order that they are given in; replies stand oldest
 * first. A comment that is given twice counts once, where and as it was given last. One whose parent is not among them is
 * treated as top level. Linear where replies come in order. Never throws.
 */
export function siblingsByParent(comments: Iterable<Comment>): Siblings {
  const byId = new Map<CommentId, Comment>()
  for (const comment of comments) {
    byId.delete(comment.id)
    byId.set(comment.id, comment)
  }
  const siblings = groupBy(byId.values(), ({ parentId }) =>
    parentId !== null && byId.has(parentId) ? parentId : null,
  )
  for (const [parentId, group] of siblings) if (parentId !== null) group.sort(byAge)
  return siblings
}

/** The comments that stand above one, the top level first; stops at one that is not among them. */
export function ancestorsOf(comment: Comment, find: (id: CommentId) => Comment | undefined): Comment[] {
  const ancestors: Comment[] = []
  const seen = new Set<CommentId>([comment.id])
  for (let id = comment.parentId; id !== null && !seen.has(id);) {
    const parent = find(id)
    if (!parent) break
    ancestors.push(parent)
    seen.add(id)
    id = parent.parentId
  }
  return ancestors.toReversed()
}

/** Oldest first; comments of one instant in the order in which they came. */
export function byAge(a: Comment, b: Comment): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1
  return a.sequence - b.sequence
}

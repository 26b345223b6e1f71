import type { Comment } from './comment.ts'
import { siblingsByParent } from './thread.ts'

/**
 * Comments as they are read, a parent before its replies: threads in the order that they are given in, replies oldest
 * first. A comment whose parent is not among them is treated as top level; those of a loop of parents are left out.
 * Linear where replies come in order, iterative. Never throws.
 *
 *   1           depth 1
 *   ├─ 2        depth 2
 *   │  └─ 3     depth 3
 *   └─ 5        depth 2
 */
export function readingOrder(comments: Iterable<Comment>): Comment[] {
  const siblings = siblingsByParent(comments)
  const ordered: Comment[] = []
  const waiting = (siblings.get(null) ?? []).toReversed()
  for (let comment = waiting.pop(); comment; comment = waiting.pop()) {
    ordered.push(comment)
    for (const reply of siblings.get(comment.id)?.toReversed() ?? []) waiting.push(reply)
  }
  return ordered
}

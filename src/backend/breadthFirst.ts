import { byTime } from './siblingOrder.ts'
import type { StoredComment } from './store.ts'

/** The first `limit` children, oldest first, of each of these comments; the answer has one list for each. */
export type ChildrenWanted = { parents: StoredComment[]; limit: number }

/**
 * What stands below a comment, at most `below` of it, breadth first, as `Store.listBranches` gives it. A generator, so
 * that one walk serves a store that has the children at hand and one that has to wait for them. Asks once for each level.
 */
export function* breadthFirst(
  comment: StoredComment,
  below: number,
): Generator<ChildrenWanted, StoredComment[], StoredComment[][]> {
  const found: StoredComment[] = []
  let level = [comment]
  while (found.length < below) {
    const parents = level.filter(({ replyCount }) => replyCount > 0)
    if (parents.length === 0) break
    const limit = below - found.length
    const children = yield { parents, limit }
    level = children.flat().toSorted(byTime).slice(0, limit)
    found.push(...level)
  }
  return found
}

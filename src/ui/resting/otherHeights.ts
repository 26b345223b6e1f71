import type { StoredSet } from '../parts/storedSet.ts'

/**
 * Tells each time which comments may be higher or lower than the last time: all, where lines are of another length, else what was folded or unfolded;
 * `null` where none are, and the first time.
 */
export function createOtherHeights(
  list: Element,
  folds: StoredSet,
): () => ((commentId: string) => boolean) | null {
  const read = () => ({ width: list.clientWidth, folded: new Set(folds.list()) })
  let now: ReturnType<typeof read> | null = null
  return () => {
    const before = now
    now = read()
    if (before === null) return null
    const { width, folded } = now
    if (width !== before.width) return () => true
    const turned = new Set(
      [...folded, ...before.folded].filter((id) => folded.has(id) !== before.folded.has(id)),
    )
    return turned.size > 0 ? (commentId) => turned.has(commentId) : null
  }
}

import type { ThreadNode } from './threadNodes.ts'

/** Whether a batch is drawn with the same as before. Its list is cut anew each time; what is in it counts. */
export function isSameBatch<Props extends { nodes: readonly ThreadNode[] }>(
  { nodes: before, ...others }: Props,
  { nodes, ...othersNow }: Props,
): boolean {
  const now = new Map<string, unknown>(Object.entries(othersNow))
  return (
    before.length === nodes.length &&
    before.every((node, index) => node === nodes[index]) &&
    Object.entries(others).every(([name, value]) => now.get(name) === value)
  )
}

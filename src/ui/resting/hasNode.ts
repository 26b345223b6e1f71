import type { ThreadNode } from '../discussion/threadNodes.ts'

/** Whether one of those, or anything below them, is asked for. */
export function hasNode(nodes: readonly ThreadNode[], isAskedFor: (node: ThreadNode) => boolean): boolean {
  const waiting = [...nodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isAskedFor(node)) return true
    waiting.push(...node.replies)
  }
  return false
}

import type { CommentId } from '../../../domain/ids.ts'
import type { ThreadNode } from '../../discussion/threadNodes.ts'
import type { Threads } from '../../discussion/useThreads.ts'

/** A comment where it is drawn: `depth` is 0 for a thread, `parentId` names what it stands right below. */
export type Standing = { id: CommentId; parentId: CommentId | null; depth: number }

/** All comments from the first to the last as they are drawn, without what is folded. Linear, iterative. */
export function readingOrder(
  { nodes: { pages, pinned, cameLater }, laterStandsLast }: Pick<Threads, 'nodes' | 'laterStandsLast'>,
  isFolded: (id: CommentId) => boolean = () => false,
): Standing[] {
  const read = pages.flat()
  const others = laterStandsLast ? [...read, ...cameLater.toReversed()] : [...cameLater, ...read]
  const threads = [...pinned, ...others]
  const standing: Standing[] = []
  const waiting = threads.toReversed().map((node) => ({ node, parentId: null as CommentId | null, depth: 0 }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, parentId, depth } = next
    const { id } = node.comment
    standing.push({ id, parentId, depth })
    if (isFolded(id)) continue
    for (const reply of reversed(node.replies)) waiting.push({ node: reply, parentId: id, depth: depth + 1 })
  }
  return standing
}

function reversed(nodes: readonly ThreadNode[]): readonly ThreadNode[] {
  return nodes.length > 1 ? nodes.toReversed() : nodes
}

/** A comment and all that stands below it, of all comments in the order of reading; nothing where it is not among them. */
export function branchOf(standing: readonly Standing[], id: string): readonly Standing[] {
  const from = standing.findIndex((each) => each.id === id)
  return from < 0 ? [] : standing.slice(from, branchEnd(standing, from))
}

/** The place behind the last comment of the branch that begins at `from`. */
export function branchEnd(standing: readonly Standing[], from: number): number {
  const depth = standing[from]?.depth ?? 0
  let end = from + 1
  while ((standing[end]?.depth ?? -1) > depth) end += 1
  return end
}

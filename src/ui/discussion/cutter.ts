import type { ThreadNode } from './threadNodes.ts'

/** How large batches are: as many of a list, with all that is below each; or as many comments, unless the first alone has more that are drawn with it. */
export type Size = { items: number } | { comments: number }

/** More of them may take a slow processor a tenth of a second to lay out. */
export const STEPWISE: Size = { comments: 5 }
/** A branch of so many comments is drawn at once, with what it answers. */
const SHORT_BRANCH = 10

export type Cutter = ReturnType<typeof createCutter>

/** Whether what is below a comment is drawn with it, at once. */
export function isShort({ comment }: ThreadNode): boolean {
  return comment.replyCount <= SHORT_BRANCH
}

/**
 * Cuts lists of comments, each known by its name, into batches that are drawn, or not drawn, together, with all that is drawn with each. Where a
 * batch began once, it begins from then on, so that what is written in one stays in it.
 */
export function createCutter(): (
  nodes: readonly ThreadNode[],
  name: string,
  size: Size,
) => readonly ThreadNode[][] {
  const known = new Map<string, Cut>()
  return (nodes, name, size) => {
    const before = known.get(name)
    if (before?.nodes === nodes) return before.batches
    const begins = before?.begins ?? new Map<string, boolean>()
    const most = 'items' in size ? size.items : size.comments
    const batches: ThreadNode[][] = []
    let here = Infinity
    for (const node of nodes) {
      const more = 'items' in size ? 1 : weigh(node)
      const isFirst = begins.get(node.comment.id) ?? here + more > most
      begins.set(node.comment.id, isFirst)
      const batch = batches.at(-1)
      if (isFirst || !batch) batches.push([node])
      else batch.push(node)
      here = isFirst ? more : here + more
    }
    known.set(name, { nodes, batches, begins })
    return batches
  }
}

/** How a list was cut last, and of each comment that was ever in it, whether a batch begins with it. */
type Cut = { nodes: readonly ThreadNode[]; batches: readonly ThreadNode[][]; begins: Map<string, boolean> }

/** The place of the first of each batch, from 0. */
export function placesOf(batches: readonly (readonly ThreadNode[])[]): number[] {
  let next = 0
  return batches.map(({ length }) => (next += length) - length)
}

/** How many comments are drawn with one, with it. What is below one that has batches below it comes later, so nothing of its batch stands after it. */
function weigh(node: ThreadNode): number {
  if (!isShort(node) && node.replies.length > 0) return Infinity
  return node.replies.reduce((sum, reply) => sum + weigh(reply), 1)
}

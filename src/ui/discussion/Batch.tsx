import type { CSSProperties, ReactElement, ReactNode } from 'react'
import { isSameBatch } from './isSameBatch.ts'
import { useNote, type Notes } from './notes.ts'
import type { ThreadNode } from './threadNodes.ts'
import styles from './Batch.module.css'

/** Characters of a line, on average, where lines are as long as they get. */
const LINE_LENGTH = 70
/** How many batches are in a larger one. */
const GROUP = 5

/** What is in the batches that are drawn. */
export const nodesOf = new WeakMap<Element, readonly ThreadNode[]>()

/**
 * Comments that cost next to nothing while they are out of sight: the browser neither lays them out nor draws them
 * (`content-visibility: auto`), and yet finds, selects, prints and reads them out. Until it has drawn them once, their
 * height is an estimate from their text. The first ones, which most readers see, are drawn at once (`isDrawnAtOnce`). In a large
 * discussion those that are far away rest: something else stands in their place.
 */
export function Batch({
  nodes,
  notes,
  isDrawnAtOnce = false,
  children,
}: {
  nodes: readonly ThreadNode[]
  notes: Notes
  isDrawnAtOnce?: boolean
  children: ReactNode
}) {
  const { rest } = useNote(notes, batchName(nodes))
  if (isDrawnAtOnce) return <div>{children}</div>
  const { comments, lines } = measure(nodes)
  const style: CSSProperties & Record<`--${string}`, number> = { '--comments': comments, '--lines': lines }
  const resting = rest && isSameBatch({ nodes: rest.nodes }, { nodes }) ? rest : null
  // In a page that came drawn, the style stands in a style sheet (`moveStyles`).
  return (
    <div
      ref={(element) => void (element && nodesOf.set(element, nodes))}
      className={styles.batch}
      style={resting?.style ?? style}
      suppressHydrationWarning
    >
      {resting?.content ?? children}
    </div>
  )
}

/** Batches of so many comments each (`size`), in larger ones, of which few are looked through where all of them are far away. */
export function groupBatches(
  batches: readonly ReactElement[],
  { nodes, size, notes }: { nodes: readonly ThreadNode[]; size: number; notes: Notes },
): ReactElement[] {
  return Array.from({ length: Math.ceil(batches.length / GROUP) }, (_, index) => (
    <Batch
      key={batches[index * GROUP]?.key}
      nodes={nodes.slice(index * GROUP * size, (index + 1) * GROUP * size)}
      notes={notes}
    >
      {batches.slice(index * GROUP, (index + 1) * GROUP)}
    </Batch>
  ))
}

/** By what name a batch has its note; the same for one of the same comments that is in it. */
export function batchName(nodes: readonly ThreadNode[]): string {
  return `batch-${nodes.length}-${nodes[0]?.comment.id}`
}

function measure(nodes: readonly ThreadNode[]): { comments: number; lines: number } {
  const size = { comments: 0, lines: 0 }
  const waiting = [...nodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    size.comments += 1
    size.lines += 1 + Math.floor(node.comment.body.length / LINE_LENGTH)
    waiting.push(...node.replies)
  }
  return size
}

import { memo } from 'react'
import { Batch, groupBatches } from './Batch.tsx'
import { CommentItem } from './CommentItem.tsx'
import { cut } from './cut.ts'
import { isAlike } from './sameMembers.ts'
import type { ThreadNode } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import styles from './ThreadPage.module.css'

/**
 * Threads of a page that are drawn, or not drawn, together. More of them, where they are large, may take a slow processor a
 * tenth of a second to lay out.
 */
const BATCH_SIZE = 2

type Numbered = {
  nodes: readonly ThreadNode[]
  /** The number of the first of them. */
  start: number
  view: ThreadView
}

/** How many batches the threads of a page are drawn in. */
export function countBatches(nodes: readonly ThreadNode[]): number {
  return Math.ceil(nodes.length / BATCH_SIZE)
}

/**
 * The threads of one page, as far as they are drawn: so many batches of them (`drawn`), of which the first so many are seen at once (`drawnAtOnce`); where
 * none is, few of many will be in sight.
 */
export const ThreadPage = memo(function ThreadPage({
  nodes,
  start,
  drawn,
  drawnAtOnce,
  view,
}: Numbered & { drawn: number; drawnAtOnce: number }) {
  const batches = cut(nodes, BATCH_SIZE)
    .slice(0, drawn)
    .map((batch, index) => (
      <ThreadBatch
        key={index}
        nodes={batch}
        start={start + index * BATCH_SIZE}
        isDrawnAtOnce={index < drawnAtOnce}
        view={view}
      />
    ))
  return drawnAtOnce > 0 ? batches : groupBatches(batches, { nodes, size: BATCH_SIZE, notes: view.notes })
})

const ThreadBatch = memo(function ThreadBatch({
  nodes,
  start,
  isDrawnAtOnce,
  view,
}: Numbered & { isDrawnAtOnce: boolean }) {
  return (
    <Batch nodes={nodes} notes={view.notes} isDrawnAtOnce={isDrawnAtOnce}>
      <ol start={start} className={styles.threads}>
        <ThreadItems nodes={nodes} start={start} view={view} />
      </ol>
    </Batch>
  )
}, isAlike)

export function ThreadItems({ nodes, start, view }: Numbered) {
  return nodes.map((node, index) => (
    <CommentItem key={node.comment.id} node={node} answeredName={null} number={start + index} view={view} />
  ))
}

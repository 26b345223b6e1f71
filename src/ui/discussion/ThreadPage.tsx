import { memo } from 'react'
import { Batch, GROUP, groupBatches } from './Batch.tsx'
import { CommentItem } from './CommentItem.tsx'
import { placesOf, type Part } from './cutter.ts'
import { isAlike } from './sameMembers.ts'
import type { ThreadNode } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import { IsStepwise } from './useProgressive.ts'
import styles from './ThreadPage.module.css'

type Numbered = {
  nodes: readonly ThreadNode[]
  /** The number of the first of them. */
  start: number
  view: ThreadView
}

/**
 * The threads of one page, in batches, as far as they are drawn, of which the first so many are seen at once (`drawnAtOnce`); where
 * none is, few of many will be in sight.
 */
export const ThreadPage = memo(function ThreadPage({
  name,
  batches,
  start,
  drawn,
  drawnAtOnce,
  isStepwise,
  view,
}: {
  /** The page's, among all of the discussion. */
  name: string
  batches: readonly Part<ThreadNode>[]
  /** The number of the first thread. */
  start: number
  /** How many batches are drawn. */
  drawn: number
  drawnAtOnce: number
  /** Whether what is in them is drawn step by step. */
  isStepwise: boolean
  view: ThreadView
}) {
  const places = placesOf(batches)
  const elements = batches
    .slice(0, drawn)
    .map(({ key, items }, index) => (
      <ThreadBatch
        key={key}
        nodes={items}
        start={start + (places[index] ?? 0)}
        isDrawnAtOnce={index < drawnAtOnce}
        view={view}
      />
    ))
  if (drawnAtOnce > 0) return elements
  return (
    <IsStepwise value={isStepwise}>
      {groupBatches(elements, view.group(batches, name, GROUP), view.notes)}
    </IsStepwise>
  )
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

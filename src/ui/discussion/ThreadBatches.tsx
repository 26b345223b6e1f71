import { memo } from 'react'
import { Boundary } from '../parts/Boundary.tsx'
import { isFramed } from '../parts/isFramed.ts'
import { Batch, groupBatches } from './Batch.tsx'
import { CommentItem } from './CommentItem.tsx'
import { cut } from './cut.ts'
import { PendingItem } from './PendingItem.tsx'
import { isAlike } from './sameMembers.ts'
import type { ThreadNode, ThreadNodes } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import { usePermalink } from './usePermalink.ts'
import type { Threads } from './useThreads.ts'
import styles from './ThreadBatches.module.css'

/**
 * Threads of a page that are drawn, or not drawn, together. More of them, where they are large, may take a slow processor a
 * tenth of a second to lay out.
 */
const BATCH_SIZE = 2

/**
 * Batches of the first page that are drawn at once, as they are seen at once; more than those hold up the first comment. In a frame all of
 * them are, as it is as high as what stands in it, of which an estimate would change under the reader.
 */
const FIRST_BATCHES = 2

/** How many batches the threads of those pages are drawn in. */
export function countBatches(pages: ThreadNodes['pages']): number {
  return pages.reduce((total, page) => total + Math.ceil(page.length / BATCH_SIZE), 0)
}

/**
 * The threads of each page in batches, numbered as they stand. What came since stands first, and so does what is on its way;
 * or last, where all threads are here, oldest first. What the address leads to and is not among them stands before all. Of the
 * batches, so many are drawn by now (`drawn`).
 */
export function ThreadBatches({
  threads,
  drawn,
  view,
}: {
  threads: Threads
  drawn: number
  view: ThreadView
}) {
  const { pages, pinned, cameLater, pending } = threads.nodes
  const { laterStandsLast } = threads
  const permalink = usePermalink(pinned.length > 0)
  const recent = laterStandsLast ? cameLater.toReversed() : cameLater
  const before = laterStandsLast ? 0 : recent.length + pending.length
  let start = 1 + before
  let left = drawn
  const batches = pages.flatMap((page, index) => {
    const first = start
    start += page.length
    const all = cut(page, BATCH_SIZE).map((batch, part) => (
      <ThreadBatch
        key={`${index}-${part}`}
        nodes={batch}
        start={first + part * BATCH_SIZE}
        isDrawnAtOnce={index === 0 && (part < FIRST_BATCHES || isFramed())}
        view={view}
      />
    ))
    const here = all.slice(0, Math.max(0, left))
    left -= all.length
    return index === 0 ? here : groupBatches(here, { nodes: page, size: BATCH_SIZE, notes: view.notes })
  })
  const sent = pending.map((each) => <PendingItem key={each.key} entry={each} answeredName={null} />)
  const recentThreads = recent.length + sent.length > 0 && (
    <ol key="recent" start={laterStandsLast ? start : 1} className={styles.threads}>
      {!laterStandsLast && sent.toReversed()}
      <ThreadItems nodes={recent} start={laterStandsLast ? start : 1 + sent.length} view={view} />
      {laterStandsLast && sent}
    </ol>
  )
  const led = permalink && (
    <Boundary key="led" renderFailed={() => null}>
      <permalink.Permalink leading={permalink.leading} threads={threads} view={view} />
    </Boundary>
  )
  return laterStandsLast ? [led, ...batches, recentThreads] : [led, recentThreads, ...batches]
}

type ThreadBatchProps = {
  nodes: readonly ThreadNode[]
  start: number
  isDrawnAtOnce: boolean
  view: ThreadView
}

const ThreadBatch = memo(function ThreadBatch({ nodes, start, isDrawnAtOnce, view }: ThreadBatchProps) {
  return (
    <Batch nodes={nodes} notes={view.notes} isDrawnAtOnce={isDrawnAtOnce}>
      <ol start={start} className={styles.threads}>
        <ThreadItems nodes={nodes} start={start} view={view} />
      </ol>
    </Batch>
  )
}, isAlike)

function ThreadItems({ nodes, start, view }: Omit<ThreadBatchProps, 'isDrawnAtOnce'>) {
  return nodes.map((node, index) => (
    <CommentItem key={node.comment.id} node={node} answeredName={null} number={start + index} view={view} />
  ))
}

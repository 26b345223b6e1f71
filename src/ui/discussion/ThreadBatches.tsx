import { memo } from 'react'
import type { PendingPost } from '../composer/delivery.ts'
import { Batch } from './Batch.tsx'
import { CommentItem } from './CommentItem.tsx'
import { PendingComment } from './PendingComment.tsx'
import type { ThreadNode } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import type { Threads } from './useThreads.ts'
import styles from './ThreadBatches.module.css'

/**
 * The threads, a batch for each page that was read, numbered as they stand. What came since stands first, and so does what
 * is on its way; or last, where all threads are here, oldest first.
 */
export function ThreadBatches({ threads, view }: { threads: Threads; view: ThreadView }) {
  const { pages, cameLater, pending } = threads.nodes
  const later = threads.laterStandsLast ? cameLater.toReversed() : cameLater
  const batches = pages.map((page) => ({ page, sent: NONE }))
  const first = batches[0]
  if (threads.laterStandsLast) batches.push({ page: later, sent: pending })
  else batches.unshift({ page: later, sent: pending })
  let start = 1
  return batches.map((each, index) => {
    const { page, sent } = each
    const batch = (
      <ThreadBatch
        key={index}
        threads={page}
        isDrawnAtOnce={each === first}
        sent={sent}
        sentStandsLast={threads.laterStandsLast}
        start={start}
        view={view}
      />
    )
    start += page.length + sent.length
    return batch
  })
}

const NONE: readonly PendingPost[] = []

const ThreadBatch = memo(function ThreadBatch({
  threads,
  isDrawnAtOnce,
  sent,
  sentStandsLast,
  start,
  view,
}: {
  threads: readonly ThreadNode[]
  isDrawnAtOnce: boolean
  sent: readonly PendingPost[]
  sentStandsLast: boolean
  start: number
  view: ThreadView
}) {
  if (threads.length + sent.length === 0) return null
  const first = sentStandsLast ? start : start + sent.length
  const pending = sent.map((each) => (
    <PendingComment key={each.post.key} pending={each} answeredName={null} />
  ))
  return (
    <Batch nodes={threads} isDrawnAtOnce={isDrawnAtOnce}>
      <ol start={start} className={styles.threads}>
        {!sentStandsLast && pending.toReversed()}
        {threads.map((node, index) => (
          <CommentItem
            key={node.comment.id}
            node={node}
            answeredName={null}
            number={first + index}
            view={view}
          />
        ))}
        {sentStandsLast && pending}
      </ol>
    </Batch>
  )
})

import { memo, useState } from 'react'
import { Batch, groupBatches } from './Batch.tsx'
import { CommentItem } from './CommentItem.tsx'
import { cut } from './cut.ts'
import { PendingItem } from './PendingItem.tsx'
import { isAlike } from './sameMembers.ts'
import type { ThreadNode } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import styles from './Branch.module.css'

/** Replies of one comment that are drawn, or not drawn, together, with all that is below them. */
const BATCH_SIZE = 5
/** A branch of so many comments is drawn at once. */
const SHORT_BRANCH = 10

/** The replies to a comment, oldest first, in batches, and what is on its way there. */
export function Replies({
  node: { comment, replies, pending },
  view,
}: {
  node: ThreadNode
  view: ThreadView
}) {
  const answeredName = comment.author.name
  // A branch that grows stays as it is, with what is written in it.
  const [isDrawnAtOnce] = useState(comment.replyCount <= SHORT_BRANCH)
  const batches = cut(replies, BATCH_SIZE).map((nodes, index) => (
    <ReplyBatch
      key={index}
      nodes={nodes}
      start={index * BATCH_SIZE + 1}
      isDrawnAtOnce={isDrawnAtOnce}
      answeredName={answeredName}
      view={view}
    />
  ))
  return (
    <>
      {isDrawnAtOnce
        ? batches
        : groupBatches(batches, { nodes: replies, size: BATCH_SIZE, notes: view.notes })}
      {pending.length > 0 && (
        <ol start={replies.length + 1} className={styles.replies}>
          {pending.map((each) => (
            <PendingItem key={each.key} entry={each} answeredName={answeredName} />
          ))}
        </ol>
      )}
    </>
  )
}

type ReplyBatchProps = {
  nodes: readonly ThreadNode[]
  start: number
  isDrawnAtOnce: boolean
  answeredName: string
  view: ThreadView
}

const ReplyBatch = memo(function ReplyBatch({
  nodes,
  start,
  isDrawnAtOnce,
  answeredName,
  view,
}: ReplyBatchProps) {
  return (
    <Batch nodes={nodes} notes={view.notes} isDrawnAtOnce={isDrawnAtOnce}>
      <ol start={start} className={styles.replies}>
        {nodes.map((reply) => (
          <CommentItem key={reply.comment.id} node={reply} answeredName={answeredName} view={view} />
        ))}
      </ol>
    </Batch>
  )
}, isAlike)

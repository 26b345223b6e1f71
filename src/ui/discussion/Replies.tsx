import { memo, useContext, useState } from 'react'
import { Batch, GROUP, groupBatches } from './Batch.tsx'
import { CommentItem } from './CommentItem.tsx'
import { byItems, isShort, placesOf, STEPWISE } from './cutter.ts'
import { MoreReplies } from './MoreReplies.tsx'
import { PendingItem } from './PendingItem.tsx'
import { isAlike } from './sameMembers.ts'
import type { ThreadNode } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import { IsStepwise, useBranchProgress } from './useProgressive.ts'
import styles from './Branch.module.css'

/** Replies of one comment that are drawn, or not drawn, together, with all that is below them, where they do not come step by step. */
const AT_ONCE = byItems(5)

/** The replies to a comment, oldest first, in batches, what is on its way there, and the way to more. */
export function Replies({ node, view }: { node: ThreadNode; view: ThreadView }) {
  const { comment, replies, pending } = node
  const answeredName = comment.author.name
  const isStepwise = useContext(IsStepwise)
  // A branch that grows stays as it is, with what is written in it.
  const [isDrawnAtOnce] = useState(isShort(node, isStepwise ? 'stepwise' : 'atOnce'))
  const batches = view.cut(replies, comment.id, {
    ...(isStepwise ? STEPWISE : AT_ONCE),
    hasGaps: comment.hiddenReplies > 0,
  })
  const { drawn, isWhole } = useBranchProgress(comment, {
    total: batches.length,
    isLong: !isDrawnAtOnce,
    view,
  })
  const places = placesOf(batches)
  const elements = batches
    .slice(0, drawn)
    .map(({ key, items }, index) => (
      <ReplyBatch
        key={key}
        nodes={items}
        start={1 + (places[index] ?? 0)}
        isDrawnAtOnce={isDrawnAtOnce}
        answeredName={answeredName}
        view={view}
      />
    ))
  return (
    <>
      {isDrawnAtOnce ? elements : groupBatches(elements, view.group(batches, comment.id, GROUP), view.notes)}
      {pending.length > 0 && (
        <ol start={replies.length + 1} className={styles.replies}>
          {pending.map((each) => (
            <PendingItem key={each.key} entry={each} answeredName={answeredName} />
          ))}
        </ol>
      )}
      {isWhole && comment.hiddenReplies > 0 && <MoreReplies comment={comment} view={view} />}
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

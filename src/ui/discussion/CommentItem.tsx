import { memo } from 'react'
import { useMessages } from '../ambient.tsx'
import { ReplyComposer } from '../composer/ReplyComposer.tsx'
import { labelName } from '../parts/names.ts'
import { useHas } from '../parts/storedSet.ts'
import { Branch } from './Branch.tsx'
import { CommentActions } from './CommentActions.tsx'
import { CommentBody } from './CommentBody.tsx'
import { CommentHeader } from './CommentHeader.tsx'
import type { ThreadNode } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import styles from './CommentItem.module.css'

/** A comment, where it is answered, and everything below it. `answeredName` is whom it answers; `null` for a thread, whose place in the list is `number`. */
export const CommentItem = memo(function CommentItem({
  node,
  answeredName,
  number,
  view,
}: {
  node: ThreadNode
  answeredName: string | null
  number?: number
  view: ThreadView
}) {
  const messages = useMessages()
  const { comment } = node
  const isAnswered = useHas(view.openReplies, comment.id)
  const name = labelName(comment.author.name, messages)
  return (
    <li className={styles.item}>
      <article
        id={`comment-${comment.id}`}
        tabIndex={-1}
        className={styles.comment}
        aria-label={
          answeredName === null
            ? messages.commentBy(name)
            : messages.replyBy(name, labelName(answeredName, messages))
        }
      >
        <CommentHeader comment={comment} number={number} />
        <div className={styles.content}>
          <CommentBody comment={comment} />
          <CommentActions node={node} view={view} />
        </div>
      </article>
      {isAnswered && !view.discussion.closed && (
        <div className={styles.composer}>
          <ReplyComposer
            answered={comment}
            discussion={view.discussion}
            requestFocus={view.requestFocus}
            onUnderWay={(parentId) => {
              view.reveal(comment.id)
              if (parentId !== null) view.folds.change((ids) => ids.delete(parentId))
            }}
            onClose={() => view.openReplies.change((ids) => ids.delete(comment.id))}
          />
        </div>
      )}
      <Branch node={node} view={view} />
    </li>
  )
})

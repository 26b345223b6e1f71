import { memo } from 'react'
import type { Comment } from '../../domain/comment.ts'
import { useMessages } from '../ambient.tsx'
import { ReplyComposer } from '../composer/ReplyComposer.tsx'
import { labelName } from '../parts/names.ts'
import { useHas } from '../parts/storedSet.ts'
import { Branch } from './Branch.tsx'
import { CommentActions } from './CommentActions.tsx'
import { CommentBody } from './CommentBody.tsx'
import { CommentHeader } from './CommentHeader.tsx'
import type { ThreadView } from './threadView.ts'
import styles from './CommentItem.module.css'

/** A comment, where it is answered, and everything below it. `number` is a thread's place in the list. */
export const CommentItem = memo(function CommentItem({
  comment,
  parent,
  number,
  view,
}: {
  comment: Comment
  parent: Comment | null
  number?: number
  view: ThreadView
}) {
  const messages = useMessages()
  const isAnswered = useHas(view.openReplies, comment.id)
  const name = labelName(comment.author.name, messages)
  return (
    <li className={styles.item}>
      <article
        id={`comment-${comment.id}`}
        tabIndex={-1}
        className={styles.comment}
        aria-label={
          parent ? messages.replyBy(name, labelName(parent.author.name, messages)) : messages.commentBy(name)
        }
      >
        <CommentHeader comment={comment} number={number} />
        <div className={styles.content}>
          <CommentBody body={comment.body} />
          <CommentActions comment={comment} view={view} />
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
      <Branch comment={comment} view={view} />
    </li>
  )
})

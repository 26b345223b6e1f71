import { memo } from 'react'
import { useMessages } from '../ambient.tsx'
import { aboutAnswered, ReplyComposer } from '../composer/ReplyComposer.tsx'
import { lazyPart } from '../parts/lazyPart.tsx'
import { commentLabel } from '../parts/names.ts'
import { useHas } from '../parts/storedSet.ts'
import { Branch, DEEP_FROM } from './Branch.tsx'
import { CommentActions } from './CommentActions.tsx'
import { CommentBody } from './CommentBody.tsx'
import { CommentHeader } from './CommentHeader.tsx'
import { useNote } from './notes.ts'
import type { ThreadNode } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import styles from './CommentItem.module.css'

const EditComposer = lazyPart(async () => (await import('../own/EditComposer.tsx')).EditComposer)
const DeletingNotice = lazyPart(async () => (await import('../own/DeletingNotice.tsx')).DeletingNotice)

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
  const isEdited = useHas(view.openEdits, comment.id)
  const isDeleting = useHas(view.deleting, comment.id)
  const { Body, isNew = false, newBelow = 0 } = useNote(view.notes, comment.id)
  const label = commentLabel(comment.author.name, answeredName, messages)
  return (
    <li className={styles.item}>
      <article
        id={`comment-${comment.id}`}
        tabIndex={-1}
        className={styles.comment}
        aria-label={isNew ? messages.newComment(label) : label}
      >
        <CommentHeader
          comment={comment}
          number={number}
          isNew={isNew}
          to={comment.depth > Math.min(DEEP_FROM, view.discussion.maxDepth) ? answeredName : null}
        />
        <div className={styles.content}>
          {isEdited ? (
            <EditComposer comment={comment} view={view} meanwhile={<CommentBody comment={comment} />} />
          ) : isDeleting && comment.status !== 'deleted' ? (
            <DeletingNotice comment={comment} view={view} />
          ) : Body ? (
            <Body comment={comment} view={view} />
          ) : (
            <CommentBody comment={comment} />
          )}
          <CommentActions node={node} view={view} newBelow={newBelow} />
        </div>
      </article>
      {isAnswered && !view.discussion.closed && (
        <div className={styles.composer}>
          <ReplyComposer
            target={comment.id}
            about={aboutAnswered(node)}
            answered={comment}
            discussion={view.discussion}
            requestFocus={view.requestFocus}
            onSent={(parentId) => {
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

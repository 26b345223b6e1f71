import type { Comment } from '../../domain/comment.ts'
import { useMessages } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import { useHas } from '../parts/storedSet.ts'
import { CommentItem } from './CommentItem.tsx'
import { Foldable } from './Foldable.tsx'
import { MoreReplies } from './MoreReplies.tsx'
import { PendingComment } from './PendingComment.tsx'
import type { ThreadView } from './threadView.ts'
import styles from './Branch.module.css'

/** From this level on, replies step in less. */
const DEEP_FROM = 4

/**
 * What is below a comment, along its line. The line folds it; it is for the pointer only, as the comment's button does
 * the same for everyone.
 */
export function Branch({ comment, view }: { comment: Comment; view: ThreadView }) {
  const messages = useMessages()
  const announce = useAnnounce()
  const { folds, siblings, pending, requestFocus } = view
  const isFolded = useHas(folds, comment.id)
  const replies = siblings.get(comment.id) ?? []
  const sent = pending.get(comment.id) ?? []
  if (replies.length + sent.length + comment.hiddenReplies === 0) return null

  function fold(from: Element | null) {
    folds.change((ids) => ids.add(comment.id))
    announce(messages.threadCollapsed)
    requestFocus({ to: `toggle-${comment.id}`, from: [from] })
  }

  return (
    <Foldable
      isFolded={isFolded}
      onFound={() => folds.change((ids) => ids.delete(comment.id))}
      className={comment.depth < DEEP_FROM ? styles.branch : styles.deep}
    >
      {comment.replyCount > 0 && (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          className={styles.line}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => fold(event.currentTarget.parentElement)}
        />
      )}
      <ol className={styles.replies}>
        {replies.map((reply) => (
          <CommentItem key={reply.id} comment={reply} parent={comment} view={view} />
        ))}
        {sent.map((each) => (
          <PendingComment key={each.post.key} pending={each} parent={comment} />
        ))}
      </ol>
      {comment.hiddenReplies > 0 && <MoreReplies comment={comment} view={view} />}
    </Foldable>
  )
}

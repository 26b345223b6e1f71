import { useRef } from 'react'
import type { Comment } from '../../domain/comment.ts'
import { useMessages } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import { useHas } from '../parts/storedSet.ts'
import { CommentItem } from './CommentItem.tsx'
import { MoreReplies } from './MoreReplies.tsx'
import { PendingComment } from './PendingComment.tsx'
import type { ThreadView } from './threadView.ts'
import { useHiddenUntilFound } from './useHiddenUntilFound.ts'
import styles from './Branch.module.css'

/** From this level on, replies step in less. */
const DEEP_FROM = 4

/**
 * What is below a comment, along its line. Folded, it is still found by the browser's own search. The line folds it too;
 * it is for the pointer only, as the comment's button does the same for everyone.
 */
export function Branch({ comment, view }: { comment: Comment; view: ThreadView }) {
  const messages = useMessages()
  const announce = useAnnounce()
  const branch = useRef<HTMLDivElement>(null)
  const isFolded = useHas(view.folds, comment.id)
  useHiddenUntilFound(branch, isFolded, () => view.folds.change((ids) => ids.delete(comment.id)))
  const replies = view.siblings.get(comment.id) ?? []
  const pending = view.pending.get(comment.id) ?? []
  if (replies.length + pending.length + comment.hiddenReplies === 0) return null

  function fold() {
    view.folds.change((ids) => ids.add(comment.id))
    announce(messages.threadCollapsed)
    view.requestFocus(`toggle-${comment.id}`, branch.current)
  }

  return (
    <div ref={branch} className={styles.branch} data-depth={comment.depth < DEEP_FROM ? 'shallow' : 'deep'}>
      <button
        type="button"
        tabIndex={-1}
        aria-hidden="true"
        className={styles.line}
        onMouseDown={(event) => event.preventDefault()}
        onClick={fold}
      />
      <ol className={styles.replies}>
        {replies.map((reply) => (
          <CommentItem key={reply.id} comment={reply} parent={comment} view={view} />
        ))}
        {pending.map((each) => (
          <PendingComment key={each.post.key} pending={each} parent={comment} />
        ))}
      </ol>
      {comment.hiddenReplies > 0 && <MoreReplies comment={comment} view={view} />}
    </div>
  )
}

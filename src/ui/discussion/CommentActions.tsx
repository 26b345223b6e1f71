import type { Comment } from '../../domain/comment.ts'
import { useMessages } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import { labelName } from '../parts/names.ts'
import { useHas } from '../parts/storedSet.ts'
import type { ThreadView } from './threadView.ts'
import styles from './CommentItem.module.css'

/** What a reader can do with a comment: answer it, or go to the answer that is on its way, and fold what is below it. */
export function CommentActions({ comment, view }: { comment: Comment; view: ThreadView }) {
  const messages = useMessages()
  const announce = useAnnounce()
  const isFolded = useHas(view.folds, comment.id)
  const name = labelName(comment.author.name, messages)
  const { discussion, folds, openReplies, requestFocus } = view

  function toggle() {
    folds.change((ids) => (isFolded ? ids.delete(comment.id) : ids.add(comment.id)))
    announce(isFolded ? messages.threadExpanded : messages.threadCollapsed)
  }

  function reply(button: Element) {
    const onItsWay = [...view.pending.values()].flat().find(({ post }) => post.target === comment.id)
    if (onItsWay) {
      requestFocus({ to: `pending-${onItsWay.post.key}`, from: [button] })
      return
    }
    openReplies.change((ids) => ids.add(comment.id))
    requestFocus({ to: `composer-${comment.id}`, from: [button] })
  }

  if (discussion.closed && comment.replyCount === 0) return null
  return (
    <footer className={styles.actions}>
      {!discussion.closed && (
        <button
          type="button"
          id={`reply-to-${comment.id}`}
          className={controls.quiet}
          aria-label={messages.replyTo(name)}
          onClick={(event) => reply(event.currentTarget)}
        >
          {messages.reply}
        </button>
      )}
      {comment.replyCount > 0 && (
        <button
          type="button"
          id={`toggle-${comment.id}`}
          className={controls.quiet}
          aria-expanded={!isFolded}
          aria-label={
            isFolded ? messages.expandThread(name, comment.replyCount) : messages.collapseThread(name)
          }
          onClick={toggle}
        >
          <span aria-hidden="true" className={styles.chevron} data-folded={isFolded} />
          {isFolded ? messages.replies(comment.replyCount) : messages.collapse}
        </button>
      )}
    </footer>
  )
}

import { useState } from 'react'
import { useMessages } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import { lazyPart } from '../parts/lazyPart.tsx'
import { labelName } from '../parts/names.ts'
import { useHas } from '../parts/storedSet.ts'
import { countNews, type ThreadNode } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import styles from './CommentItem.module.css'

const CommentMenu = lazyPart(async () => (await import('../own/CommentMenu.tsx')).CommentMenu)

/**
 * What a reader can do with a comment: answer it, or go on with an answer, fold what is below it, and show what came there.
 * News stand in the line that is there anyhow, so that nothing moves when they come.
 */
export function CommentActions({
  node,
  view,
  newBelow,
}: {
  node: ThreadNode
  view: ThreadView
  /** How many comments below it are new to the reader. */
  newBelow: number
}) {
  const messages = useMessages()
  const announce = useAnnounce()
  const { comment, news } = node
  const { discussion, folds, openReplies, unfinished, requestFocus } = view
  const isFolded = useHas(folds, comment.id)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const isBegun = useHas(unfinished, comment.id)
  const name = labelName(comment.author.name, messages)
  const newCount = countNews(news)
  const newReplies = messages.newReplies(newCount)
  const more = newBelow > 0 ? messages.newBelow(newBelow) : ''
  const isHere = comment.status === 'published'
  const isOpen = !discussion.closed && isHere

  function toggle() {
    folds.change((ids) => (isFolded ? ids.delete(comment.id) : ids.add(comment.id)))
    announce(isFolded ? messages.threadExpanded : messages.threadCollapsed)
  }

  function reply(button: Element) {
    openReplies.change((ids) => ids.add(comment.id))
    requestFocus({ to: `composer-${comment.id}`, from: [button] })
  }

  if (!isHere && comment.replyCount + newCount === 0) return null
  return (
    <>
      <footer className={styles.actions} data-scripted>
        {isOpen && (
          <button
            type="button"
            id={`reply-to-${comment.id}`}
            className={controls.quiet}
            aria-label={messages.replyTo(name)}
            aria-describedby={isBegun ? `draft-for-${comment.id}` : undefined}
            onClick={(event) => reply(event.currentTarget)}
          >
            {messages.reply}
            {isBegun && (
              <span id={`draft-for-${comment.id}`} className={styles.draft}>
                {messages.draft}
              </span>
            )}
          </button>
        )}
        {comment.replyCount > 0 && (
          <button
            type="button"
            id={`toggle-${comment.id}`}
            className={controls.quiet}
            aria-expanded={!isFolded}
            aria-label={
              isFolded
                ? messages.expandThread(name, comment.replyCount) + more
                : messages.collapseThread(name)
            }
            onClick={toggle}
          >
            {isFolded ? messages.replies(comment.replyCount) + more : messages.collapse}
          </button>
        )}
        {newCount > 0 && (
          <button
            type="button"
            className={`${controls.quiet} ${styles.news}`}
            aria-label={messages.showNewReplies(name, newCount)}
            onClick={(event) => view.showNews(node, event.currentTarget)}
          >
            <span>{newReplies.short} </span>
            <span>{newReplies.rest}</span>
          </button>
        )}
        {isHere && (
          <button
            type="button"
            className={`${controls.quiet} ${styles.dots}`}
            aria-label={messages.moreActions(name)}
            aria-expanded={isMenuOpen}
            onClick={() => setMenuOpen(!isMenuOpen)}
          />
        )}
      </footer>
      {isMenuOpen && <CommentMenu comment={comment} view={view} onClose={() => setMenuOpen(false)} />}
    </>
  )
}

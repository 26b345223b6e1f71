import { memo } from 'react'
import { useMessages } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import { useHas } from '../parts/storedSet.ts'
import { Foldable } from './Foldable.tsx'
import { Replies } from './Replies.tsx'
import type { ThreadNode } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import styles from './Branch.module.css'

/** From this level on, replies step in less, and in a narrow column no further. */
export const DEEP_FROM = 4

/**
 * What is below a comment, along its line. The line folds it; it is for the pointer only, as the comment's button does
 * the same for everyone. What is deeper than the discussion is replied to steps in no further, and has no line.
 */
export const Branch = memo(function Branch({ node, view }: { node: ThreadNode; view: ThreadView }) {
  const messages = useMessages()
  const announce = useAnnounce()
  const { comment, replies, pending } = node
  const { discussion, folds, requestFocus } = view
  const isFolded = useHas(folds, comment.id)
  if (replies.length + pending.length + comment.hiddenReplies === 0) return null

  function fold(from: Element | null) {
    folds.change((ids) => ids.add(comment.id))
    announce(messages.threadCollapsed)
    requestFocus({ to: `toggle-${comment.id}`, from: [from] })
  }

  return (
    <Foldable
      isFolded={isFolded}
      onFound={() => folds.change((ids) => ids.delete(comment.id))}
      isFlat={comment.depth >= discussion.maxDepth}
      className={comment.depth < DEEP_FROM ? styles.branch : styles.deep}
    >
      {comment.replyCount > 0 && (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          data-scripted
          className={styles.line}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => fold(event.currentTarget.parentElement)}
        />
      )}
      <Replies node={node} view={view} />
    </Foldable>
  )
})

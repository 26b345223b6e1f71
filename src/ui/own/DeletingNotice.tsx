import { useRef } from 'react'
import type { Comment } from '../../domain/comment.ts'
import { useMessages } from '../ambient.tsx'
import { CommentBody } from '../discussion/CommentBody.tsx'
import type { ThreadView } from '../discussion/threadView.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import { hasFocus } from '../parts/focusWhenThere.ts'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { useDeletion } from './useDeletion.ts'
import styles from './own.module.css'

/** In the place of a comment that its writer deletes: the way back, for a while, and then the deed. */
export function DeletingNotice({ comment, view }: { comment: Comment; view: ThreadView }) {
  const messages = useMessages()
  const words = useWritingMessages()
  const announce = useAnnounce()
  const place = useRef<HTMLDivElement>(null)
  const { isCarriedOut, problem, end, tryAgain } = useDeletion(comment.id, view, {
    onBegin: stay,
    onDone: stay,
  })

  /** Focus is not to go with what it is on. */
  function stay() {
    if (!hasFocus(place.current)) return
    view.requestFocus({ to: `comment-${comment.id}`, from: [place.current] })
  }

  function undo() {
    stay()
    end()
    announce(words.deletionUndone)
  }

  if (problem !== null && !isCarriedOut) {
    return (
      <div ref={place}>
        {problem.code === 'changed' && <CommentBody comment={problem.comment} />}
        <ProblemNotice text={words.notDeleted(messages.explain(problem))} onTryAgain={tryAgain}>
          <button type="button" className={controls.quiet} onClick={undo}>
            {words.keepComment}
          </button>
        </ProblemNotice>
      </div>
    )
  }
  return (
    <div ref={place}>
      <p className={styles.notice}>
        {isCarriedOut ? words.deleting : words.willBeDeleted}
        {!isCarriedOut && (
          <button type="button" className={controls.quiet} onClick={undo}>
            {words.undo}
          </button>
        )}
      </p>
    </div>
  )
}

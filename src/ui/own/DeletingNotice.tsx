import type { Comment } from '../../domain/comment.ts'
import { useMessages } from '../ambient.tsx'
import { CommentBody } from '../discussion/CommentBody.tsx'
import type { ThreadView } from '../discussion/threadView.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { useDeletion } from './useDeletion.ts'
import styles from './own.module.css'

/** In the place of a comment that its writer deletes: the way back, for a while, and then the deed. */
export function DeletingNotice({ comment, view }: { comment: Comment; view: ThreadView }) {
  const messages = useMessages()
  const words = useWritingMessages()
  const announce = useAnnounce()
  const { isCarriedOut, problem, end, tryAgain } = useDeletion(comment.id, view, stay)

  /** Focus is not to go with what it is on. */
  function stay() {
    const place = `comment-${comment.id}`
    view.requestFocus({ to: place, from: [document.getElementById(place)] })
  }

  function undo() {
    stay()
    end()
    announce(words.deletionUndone)
  }

  if (problem !== null) {
    return (
      <>
        {problem.code === 'changed' && <CommentBody comment={problem.comment} />}
        <ProblemNotice
          text={words.notDeleted(messages.explain(problem))}
          onTryAgain={tryAgain && (() => (stay(), tryAgain()))}
        >
          <button type="button" className={controls.quiet} onClick={undo}>
            {words.keepComment}
          </button>
        </ProblemNotice>
      </>
    )
  }
  return (
    <p className={styles.notice}>
      {isCarriedOut ? words.deleting : words.willBeDeleted}
      {!isCarriedOut && (
        <button type="button" className={controls.quiet} onClick={undo}>
          {words.undo}
        </button>
      )}
    </p>
  )
}

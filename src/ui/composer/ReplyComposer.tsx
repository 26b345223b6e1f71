import type { Comment } from '../../domain/comment.ts'
import type { Discussion } from '../../domain/discussion.ts'
import type { CommentId } from '../../domain/ids.ts'
import { replyPlace } from '../../domain/replyPlace.ts'
import { useMessages } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import type { FocusMove } from '../parts/focusWhenThere.ts'
import { labelName } from '../parts/names.ts'
import { ComposerForm } from './ComposerForm.tsx'
import { useComposer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

/**
 * Where a comment is answered. It makes room for its text while that is on its way, and asks to be closed once it is
 * posted. `onUnderWay` is told below which comment the answer is on its way, or refused and back here, so that nothing is
 * folded over it.
 */
export function ReplyComposer({
  answered,
  discussion,
  requestFocus,
  onUnderWay,
  onClose,
}: {
  answered: Comment
  discussion: Discussion
  requestFocus: (move: FocusMove) => void
  onUnderWay: (parentId: CommentId | null) => void
  onClose: () => void
}) {
  const messages = useMessages()
  const announce = useAnnounce()
  const replied = replyPlace(answered, discussion.maxDepth)
  const place = { discussionId: discussion.id, target: answered.id, ...replied }
  const composer = useComposer(place, {
    requestFocus,
    onSent: () => onUnderWay(replied.parentId),
    onRefused: () => onUnderWay(null),
    onPosted() {
      onClose()
      announce(messages.replyPosted)
    },
  })
  const { step } = composer.delivery
  if (step === 'sending' || step === 'waiting-for-network') return null

  function cancel(form: Element | null) {
    onClose()
    requestFocus({ to: `reply-to-${answered.id}`, from: [form] })
  }

  return (
    <ComposerForm
      composer={composer}
      words={{
        title: messages.replyTo(labelName(answered.author.name, messages)),
        text: messages.yourReply,
        submit: messages.postReply,
      }}
      asksNameAlways={false}
      actions={
        <button
          type="button"
          className={controls.button}
          onClick={(event) => cancel(event.currentTarget.form)}
        >
          {messages.cancel}
        </button>
      }
    >
      {discussion.rules !== null && (
        <details className={styles.rules}>
          <summary>{messages.rules}</summary>
          {discussion.rules}
        </details>
      )}
    </ComposerForm>
  )
}

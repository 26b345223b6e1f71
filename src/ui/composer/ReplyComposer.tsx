import { useRef } from 'react'
import type { Comment } from '../../domain/comment.ts'
import { replyPlace } from '../../domain/edits.ts'
import { useMessages } from '../ambient.tsx'
import type { ThreadView } from '../discussion/threadView.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import { labelName } from '../parts/names.ts'
import { ComposerForm } from './ComposerForm.tsx'
import { useComposer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

/** Where a comment is answered. It makes room for its text while that is on its way, and closes once it is posted. */
export function ReplyComposer({ answered, view }: { answered: Comment; view: ThreadView }) {
  const messages = useMessages()
  const announce = useAnnounce()
  const sentFrom = useRef<Element>(null)
  const { discussion, openReplies, requestFocus } = view
  const place = {
    discussionId: discussion.id,
    target: answered.id,
    ...replyPlace(answered, discussion.maxDepth),
  }
  const composer = useComposer(place, (comment) => {
    openReplies.change((ids) => ids.delete(answered.id))
    announce(messages.replyPosted)
    requestFocus(`comment-${comment.id}`, sentFrom.current)
  })
  const { step } = composer.delivery
  if (step === 'sending' || step === 'waiting-for-network') return null

  function cancel(form: Element | null) {
    openReplies.change((ids) => ids.delete(answered.id))
    requestFocus(`reply-to-${answered.id}`, form)
  }

  return (
    <ComposerForm
      composer={composer}
      words={{
        title: messages.replyTo(labelName(answered.author.name, messages)),
        text: messages.yourReply,
        submit: messages.postReply,
        textId: `composer-${answered.id}`,
      }}
      asksNameAlways={false}
      onSent={(post, form) => {
        sentFrom.current = form
        requestFocus(`pending-${post.key}`, form)
      }}
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

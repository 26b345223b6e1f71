import { useRef } from 'react'
import { useMessages } from '../ambient.tsx'
import type { ThreadView } from '../discussion/threadView.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import { ComposerForm } from './ComposerForm.tsx'
import { useComposer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

/** Where a new thread is begun, with the rules of conduct. */
export function NewComment({ view: { discussion, requestFocus } }: { view: ThreadView }) {
  const messages = useMessages()
  const announce = useAnnounce()
  const sentFrom = useRef<Element>(null)
  const composer = useComposer(
    { discussionId: discussion.id, target: 'new', parentId: null, beginning: '' },
    (comment) => {
      announce(messages.commentPosted)
      requestFocus(`comment-${comment.id}`, sentFrom.current)
    },
  )
  return (
    <ComposerForm
      composer={composer}
      words={{
        title: messages.postComment,
        text: messages.comment,
        submit: messages.post,
        textId: 'composer-new',
      }}
      asksNameAlways
      onSent={(post, form) => {
        sentFrom.current = form
        requestFocus(`pending-${post.key}`, form)
      }}
    >
      {discussion.rules !== null && <p className={styles.rules}>{discussion.rules}</p>}
    </ComposerForm>
  )
}

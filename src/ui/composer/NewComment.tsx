import type { Discussion } from '../../domain/discussion.ts'
import { useAmbient } from '../ambient.tsx'
import type { FocusMove } from '../parts/focusWhenThere.ts'
import { useStored } from '../parts/useStored.ts'
import { ComposerForm } from './ComposerForm.tsx'
import { useComposer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

/** Where a new thread is begun, with the rules of conduct, which stay closed once they were closed. */
export function NewComment({
  discussion: { id, rules },
  requestFocus,
}: {
  discussion: Discussion
  requestFocus: (move: FocusMove) => void
}) {
  const { device, messages } = useAmbient()
  const [closed, setClosed] = useStored(device, 'rules-closed')
  const composer = useComposer({ discussionId: id, target: 'new', parentId: null, about: null }, requestFocus)
  return (
    <ComposerForm
      composer={composer}
      words={{ title: messages.postComment, text: messages.comment, submit: messages.post }}
      asksNameAlways
    >
      {rules !== null && (
        <details
          className={styles.rules}
          open={closed === null}
          onToggle={(event) => setClosed(event.currentTarget.open ? null : 'yes')}
        >
          <summary>{messages.rules}</summary>
          <div dir="auto">{rules}</div>
        </details>
      )}
    </ComposerForm>
  )
}

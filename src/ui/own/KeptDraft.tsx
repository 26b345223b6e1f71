import { useMessages } from '../ambient.tsx'
import { draftName, isBare } from '../drafts/draft.ts'
import { useDraft } from '../drafts/useDraft.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import type { DiscussionId } from '../../domain/ids.ts'
import styles from './own.module.css'

/** A comment that was begun in a discussion which is closed by now: nothing of it is hidden from its writer. */
export function KeptDraft({ discussionId }: { discussionId: DiscussionId }) {
  const messages = useMessages()
  const words = useWritingMessages()
  const { draft } = useDraft(draftName(discussionId, 'new', 'new'), null)
  const written = isBare(draft) ? draft.others : [draft.body, ...draft.others]
  if (written.length === 0) return null
  return (
    <section className={styles.newer} aria-label={words.keptDraft}>
      <p>{words.keptDraft}</p>
      <textarea
        className={styles.kept}
        aria-label={messages.comment}
        dir="auto"
        rows={4}
        readOnly
        value={written.join('\n\n')}
      />
    </section>
  )
}

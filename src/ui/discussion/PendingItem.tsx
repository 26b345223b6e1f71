import { useMessages } from '../ambient.tsx'
import type { Entry } from '../outbox/entry.ts'
import { lazyPart } from '../parts/lazyPart.tsx'
import { commentLabel } from '../parts/names.ts'
import { CommentBody } from './CommentBody.tsx'
import styles from './CommentItem.module.css'

const PendingComment = lazyPart(async () => (await import('./PendingComment.tsx')).PendingComment)

/**
 * A comment that was sent and is not seen by others yet, in the place where it will stand. Its text is seen at once; what tells
 * how far it came is loaded with the first one.
 */
export function PendingItem({ entry, answeredName }: { entry: Entry; answeredName: string | null }) {
  const messages = useMessages()
  const { key, body, format } = entry
  return (
    <li className={styles.item}>
      <article
        id={`pending-${key}`}
        tabIndex={-1}
        className={styles.comment}
        aria-label={commentLabel(entry.name, answeredName, messages)}
      >
        <PendingComment
          entry={entry}
          meanwhile={
            <>
              <p className={styles.passing}>{messages.sending}</p>
              <CommentBody comment={{ body, format, status: 'published' }} />
            </>
          }
        />
      </article>
    </li>
  )
}

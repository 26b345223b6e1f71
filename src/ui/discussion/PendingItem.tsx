import { useMessages } from '../ambient.tsx'
import type { Entry } from '../outbox/entry.ts'
import { lazyPart } from '../parts/lazyPart.tsx'
import { labelName } from '../parts/names.ts'
import { CommentBody } from './CommentBody.tsx'
import styles from './CommentItem.module.css'

type Sent = { entry: Entry; answeredName: string | null }

const PendingComment = lazyPart(async () => (await import('./PendingComment.tsx')).PendingComment)

/** A comment that was sent, whose text is seen at once, though what tells how far it came is loaded with the first one. */
export function PendingItem({ entry, answeredName }: Sent) {
  return (
    <PendingComment
      entry={entry}
      answeredName={answeredName}
      meanwhile={<BareItem entry={entry} answeredName={answeredName} />}
    />
  )
}

function BareItem({ entry: { name, body, format }, answeredName }: Sent) {
  const messages = useMessages()
  const writer = labelName(name, messages)
  return (
    <li className={styles.item}>
      <article
        className={styles.comment}
        aria-label={
          answeredName === null
            ? messages.commentBy(writer)
            : messages.replyBy(writer, labelName(answeredName, messages))
        }
      >
        <CommentBody comment={{ body, format, status: 'published' }} />
      </article>
    </li>
  )
}

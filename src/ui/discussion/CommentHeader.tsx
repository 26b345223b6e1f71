import type { Comment } from '../../domain/comment.ts'
import type { Instant } from '../../domain/ids.ts'
import { useMessages } from '../ambient.tsx'
import { Avatar } from '../parts/Avatar.tsx'
import { labelName, shownName } from '../parts/names.ts'
import { relativeTime } from '../parts/times.ts'
import { useMinute } from '../parts/useMinute.ts'
import { CommentTime } from './CommentTime.tsx'
import styles from './CommentItem.module.css'

/** Who wrote a comment, and when; and to whom, `to`, for the eye alone, as its accessible name says so. */
export function CommentHeader({
  comment,
  number,
  isNew = false,
  to = null,
}: {
  comment: Comment
  number?: number | undefined
  isNew?: boolean
  to?: string | null
}) {
  const messages = useMessages()
  return (
    <header className={styles.header}>
      <Avatar name={comment.author.name} />
      <span className={styles.who}>
        {number !== undefined && <span className={styles.number}>{`${number}.`}</span>}
        {number !== undefined && ' '}
        <bdi className={styles.name}>{shownName(comment.author.name, messages)}</bdi>
        {to !== null && (
          <span aria-hidden="true" className={styles.to}>
            {' '}
            {messages.to(labelName(to, messages))}
          </span>
        )}
      </span>
      <CommentTime comment={comment} />
      {isNew && (
        <span data-floating className={styles.new}>
          {messages.new}
        </span>
      )}
      {comment.editedAt !== null && comment.status === 'published' && (
        <EditedTime instant={comment.editedAt} />
      )}
    </header>
  )
}

function EditedTime({ instant }: { instant: Instant }) {
  const messages = useMessages()
  const minute = useMinute()
  const ago = minute === null ? null : relativeTime(instant, minute, messages.locale)
  return (
    <span className={styles.edited}>
      {messages.edited}{' '}
      <time dateTime={instant}>{minute === null ? messages.inUtc(instant) : (ago ?? messages.justNow)}</time>
    </span>
  )
}

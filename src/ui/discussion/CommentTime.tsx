import type { Comment } from '../../domain/comment.ts'
import { useMessages } from '../ambient.tsx'
import { absoluteTime, relativeTime } from '../parts/times.ts'
import { useMinute } from '../parts/useMinute.ts'
import styles from './CommentTime.module.css'

/**
 * When a comment was written, by the calendar and from now; the link is the comment's permalink. Until the reader's zone
 * and clock are known it is told in UTC, and takes as much room.
 */
export function CommentTime({ comment: { id, createdAt } }: { comment: Comment }) {
  return (
    <a href={`#comment-${id}`} className={styles.link}>
      <Time instant={createdAt} />
    </a>
  )
}

function Time({ instant }: { instant: string }) {
  const messages = useMessages()
  const minute = useMinute()
  if (minute === null) {
    return (
      <time dateTime={instant} className={`${styles.time} ${styles.inUtc}`}>
        <span className={styles.date}>{messages.inUtc(instant)}</span> <bdi className={styles.ago} />
      </time>
    )
  }
  const { date, clock } = absoluteTime(instant, messages.locale)
  return (
    <time dateTime={instant} className={styles.time}>
      <span className={styles.date}>
        {date}
        <span className={styles.clock}>{clock}</span>
      </span>{' '}
      <bdi className={styles.ago}>{relativeTime(instant, minute, messages.locale) ?? messages.justNow}</bdi>
    </time>
  )
}

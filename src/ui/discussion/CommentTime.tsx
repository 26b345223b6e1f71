import type { Comment } from '../../domain/comment.ts'
import { useMessages } from '../ambient.tsx'
import { absoluteTime, relativeTime } from '../parts/times.ts'
import { useMinute } from '../parts/useMinute.ts'
import styles from './CommentItem.module.css'

/** When a comment was written, from now and by the calendar; the link is the comment's permalink. */
export function CommentTime({ comment: { id, createdAt } }: { comment: Comment }) {
  const messages = useMessages()
  const ago = relativeTime(createdAt, useMinute(), messages.locale) ?? messages.justNow
  return (
    <a href={`#comment-${id}`} className={styles.time}>
      <time dateTime={createdAt}>
        <bdi className={styles.ago}>{ago}</bdi>{' '}
        <span className={styles.date}>{absoluteTime(createdAt, messages.locale)}</span>
      </time>
    </a>
  )
}

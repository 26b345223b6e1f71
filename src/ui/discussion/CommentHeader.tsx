import type { Comment } from '../../domain/comment.ts'
import { useMessages } from '../ambient.tsx'
import { Avatar } from '../parts/Avatar.tsx'
import { shownName } from '../parts/names.ts'
import { CommentTime } from './CommentTime.tsx'
import styles from './CommentItem.module.css'

/** Who wrote a comment, and when. */
export function CommentHeader({ comment, number }: { comment: Comment; number?: number | undefined }) {
  const messages = useMessages()
  return (
    <header className={styles.header}>
      <Avatar name={comment.author.name} />
      <div className={styles.credits}>
        <span className={styles.who}>
          {number !== undefined && <span className={styles.number}>{number}.</span>}
          {number !== undefined && ' '}
          <bdi className={styles.name}>{shownName(comment.author.name, messages)}</bdi>
        </span>
        <CommentTime comment={comment} />
        {comment.editedAt !== null && comment.status !== 'deleted' && (
          <span className={styles.edited}>{messages.edited}</span>
        )}
      </div>
    </header>
  )
}

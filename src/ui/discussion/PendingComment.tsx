import type { Comment } from '../../domain/comment.ts'
import type { PendingPost } from '../composer/delivery.ts'
import { useMessages } from '../ambient.tsx'
import { Avatar } from '../parts/Avatar.tsx'
import { labelName } from '../parts/names.ts'
import { CommentBody } from './CommentBody.tsx'
import styles from './CommentItem.module.css'

/** A comment on its way, in the place where it will stand. */
export function PendingComment({
  pending: { post, isPaused },
  parent,
}: {
  pending: PendingPost
  parent: Comment | null
}) {
  const messages = useMessages()
  const name = labelName(post.name, messages)
  return (
    <li className={styles.item}>
      <article
        id={`pending-${post.key}`}
        tabIndex={-1}
        className={styles.comment}
        aria-label={
          parent ? messages.replyBy(name, labelName(parent.author.name, messages)) : messages.commentBy(name)
        }
      >
        <header className={styles.header}>
          <Avatar name={post.name} />
          <div className={styles.credits}>
            <bdi className={`${styles.who} ${styles.name}`}>{post.name}</bdi>
            <span className={styles.passing}>{isPaused ? messages.waitingForNetwork : messages.sending}</span>
          </div>
        </header>
        <div className={styles.content}>
          <CommentBody body={post.body} />
        </div>
      </article>
    </li>
  )
}

import type { PendingPost } from '../composer/delivery.ts'
import { useMessages } from '../ambient.tsx'
import { Avatar } from '../parts/Avatar.tsx'
import { labelName } from '../parts/names.ts'
import { CommentBody } from './CommentBody.tsx'
import styles from './CommentItem.module.css'

/** A comment on its way, in the place where it will stand. */
export function PendingComment({
  pending: { post, isPaused },
  answeredName,
}: {
  pending: PendingPost
  answeredName: string | null
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
          answeredName === null
            ? messages.commentBy(name)
            : messages.replyBy(name, labelName(answeredName, messages))
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
          <CommentBody comment={{ body: post.body, status: 'published' }} />
        </div>
      </article>
    </li>
  )
}

import type { WaitingComment } from '../api/moderating.ts'
import { useMessages } from '../ui/ambient.tsx'
import { CommentBody } from '../ui/discussion/CommentBody.tsx'
import { Avatar } from '../ui/parts/Avatar.tsx'
import { labelName, shownName } from '../ui/parts/names.ts'
import { useDesk } from './useDesk.ts'
import { elementIdOf } from './elementIds.ts'
import { ItemActions } from './ItemActions.tsx'
import { Moment } from './Moment.tsx'
import { pageOf } from './pageOf.ts'
import { keyOf } from './queueCache.ts'
import { Reports } from './Reports.tsx'
import { titleOf } from './titleOf.ts'
import styles from './WaitingItem.module.css'

/** A comment that waits: why, what it says and answers, and what can be done with it. */
export function WaitingItem({ item }: { item: WaitingComment }) {
  const { words } = useDesk()
  const messages = useMessages()
  const { comment, discussion, heldFor, answered, waitingSince } = item
  const { name } = comment.author
  return (
    <article
      id={elementIdOf(keyOf(item))}
      tabIndex={-1}
      data-waiting
      className={styles.item}
      aria-label={words.waitingComment(labelName(name, messages), titleOf(discussion))}
    >
      <header className={styles.header}>
        <Avatar name={name} />
        <div>
          <bdi className={styles.name}>{shownName(name, messages)}</bdi>{' '}
          <Moment instant={comment.createdAt} />
          <p className={styles.where}>
            {words.onPage} <a href={pageOf(item)}>{titleOf(discussion)}</a>
          </p>
        </div>
      </header>
      <div className={styles.why}>
        {heldFor !== null && <p className={styles.held}>{words.held(heldFor)}</p>}
        {item.reportCount > 0 && <Reports reports={item.reports} count={item.reportCount} />}
        <p className={styles.since}>
          {words.waitingSince} <Moment instant={waitingSince} />
        </p>
      </div>
      {answered && (
        <figure className={styles.answered}>
          <figcaption>
            {answered.name === '' && answered.body === ''
              ? words.answersGone
              : words.answers(labelName(answered.name, messages))}
          </figcaption>
          {answered.body !== '' && (
            <blockquote>
              <CommentBody comment={{ body: answered.body, status: 'published' }} />
            </blockquote>
          )}
        </figure>
      )}
      <div className={styles.body}>
        <CommentBody comment={comment} />
      </div>
      <ItemActions item={item} />
    </article>
  )
}

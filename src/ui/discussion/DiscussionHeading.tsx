import type { Discussion } from '../../domain/discussion.ts'
import { useMessages } from '../ambient.tsx'
import styles from './DiscussionView.module.css'

/**
 * How many responses there are: what the source claims and what is here, both where they differ. Nothing is invented or hidden.
 * `count` is of what is here.
 */
export function DiscussionHeading({
  discussion: { declaredCount, importedCount },
  count,
}: {
  discussion: Discussion
  count: number
}) {
  const messages = useMessages()
  const differs = declaredCount !== null && declaredCount !== importedCount
  return (
    <h2 className={styles.heading}>
      {messages.responses(differs ? declaredCount : count)}
      {differs && (
        <>
          {' '}
          <span className={styles.here}>
            {messages.responsesHere(declaredCount, importedCount, count - importedCount)}
          </span>
        </>
      )}
    </h2>
  )
}

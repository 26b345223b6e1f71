import type { Discussion } from '../../domain/discussion.ts'
import { useMessages } from '../ambient.tsx'
import styles from './DiscussionView.module.css'

/**
 * How many responses there are: what the source claims and what is here, both where they differ. Nothing is invented or hidden.
 * `count` is of what is here. Room is left for what is told of those that come later, so that nothing moves when it is.
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
  if (!differs) {
    return (
      <h2 className={styles.heading}>
        <span className={styles.count}>{messages.responses(count)}</span> <span data-slot="news" />
      </h2>
    )
  }
  const here = messages.responsesHere(declaredCount, importedCount, count - importedCount)
  const longer = messages.responsesHere(declaredCount, importedCount, 1)
  return (
    <h2 className={styles.heading} data-differs>
      <span className={styles.count}>{messages.responses(declaredCount)}</span> <span data-slot="news" />{' '}
      <span className={styles.here} data-room={longer.startsWith(here) ? longer.slice(here.length) : ''}>
        {here}
      </span>
    </h2>
  )
}

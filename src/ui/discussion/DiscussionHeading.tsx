import type { Discussion } from '../../domain/discussion.ts'
import { useMessages } from '../ambient.tsx'
import styles from './DiscussionView.module.css'

/** How many responses there are: what the source claims and what is here, both where they differ. Nothing is invented or hidden. */
export function DiscussionHeading({ discussion }: { discussion: Discussion }) {
  const messages = useMessages()
  const { declaredCount, importedCount, count } = discussion
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

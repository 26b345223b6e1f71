import type { WaitingComment } from '../api/moderating.ts'
import { PlainText } from '../ui/discussion/PlainText.tsx'
import { useWritingMessages } from '../ui/messages/useWritingMessages.ts'
import { useDesk } from './useDesk.ts'
import { Moment } from './Moment.tsx'
import styles from './WaitingItem.module.css'

/** What readers say against a comment, each with when they said it. */
export function Reports({ reports, count }: Pick<WaitingComment, 'reports'> & { count: number }) {
  const { words } = useDesk()
  const { reportReasons } = useWritingMessages()
  return (
    <>
      <p className={styles.held}>{words.reported(count)}</p>
      <ul className={styles.reports}>
        {reports.map(({ reason, words: said, receivedAt }, index) => (
          <li key={index}>
            <strong>{reportReasons[reason]}</strong> <Moment instant={receivedAt} />
            {said !== '' && <PlainText text={said} />}
          </li>
        ))}
      </ul>
      {count > reports.length && <p>{words.moreReports(count - reports.length)}</p>}
    </>
  )
}

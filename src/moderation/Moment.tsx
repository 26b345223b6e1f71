import type { Instant } from '../domain/ids.ts'
import { useMessages } from '../ui/ambient.tsx'
import { absoluteTime, relativeTime } from '../ui/parts/times.ts'
import { useMinute } from '../ui/parts/useMinute.ts'
import styles from './Desk.module.css'

/** When something was, by the calendar and from now. */
export function Moment({ instant }: { instant: Instant }) {
  const { locale, justNow } = useMessages()
  const minute = useMinute()
  const { date, clock } = absoluteTime(instant, locale)
  const ago = minute === null ? '' : (relativeTime(instant, minute, locale) ?? justNow)
  return (
    <time dateTime={instant} className={styles.time}>
      {`${date}${clock}`} <bdi>({ago})</bdi>
    </time>
  )
}

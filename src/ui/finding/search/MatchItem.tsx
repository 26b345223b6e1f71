import { memo, type MouseEvent } from 'react'
import type { Match } from '../../../api/finding.ts'
import { useMessages } from '../../ambient.tsx'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import controls from '../../parts/controls.module.css'
import { labelName, shownName } from '../../parts/names.ts'
import { absoluteTime } from '../../parts/times.ts'
import { isMuted, useMutes } from '../mute/mutes.ts'
import { excerptOf, partsOf } from './excerpt.ts'
import { Marked } from './Marked.tsx'
import styles from './SearchResults.module.css'

/** A comment that was found: what it answers, who wrote it and when, which is the link to it, and its text around what was found. */
export const MatchItem = memo(function MatchItem({
  match: { comment, ancestors, ranges, nameRanges },
  isCurrent,
  onFollow,
}: {
  match: Match
  isCurrent: boolean
  onFollow: () => void
}) {
  const general = useMessages()
  const messages = useFindingMessages()
  const { mutes } = useMutes()
  const { id, author, body, createdAt } = comment
  const { pieces, isCutBefore, isCutAfter } = excerptOf(body, ranges)
  const { date, clock } = absoluteTime(createdAt, general.locale)

  function follow(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    onFollow()
    // The address does not change by it, and so nobody would hear of it.
    if (location.hash === `#comment-${id}`) {
      event.preventDefault()
      dispatchEvent(new HashChangeEvent('hashchange'))
    }
  }

  return (
    <li className={styles.match} aria-current={isCurrent ? 'true' : undefined}>
      {ancestors.length > 0 && (
        <p className={styles.ancestors}>
          <span className={controls.unseen}>{messages.answering} </span>
          {ancestors.map((ancestor, index) => (
            <span key={ancestor.id}>
              {index > 0 && <span aria-hidden="true"> › </span>}
              {index > 0 && <span className={controls.unseen}>, </span>}
              <bdi>{shownName(ancestor.name, general)}</bdi>
            </span>
          ))}
        </p>
      )}
      <a id={`match-${id}`} href={`#comment-${id}`} className={styles.link} onClick={follow}>
        <bdi className={styles.name}>
          {author.name === '' ? general.nameless : <Marked pieces={partsOf(author.name, nameRanges)} />}
        </bdi>{' '}
        <time dateTime={createdAt} className={styles.time}>
          {date}
          {clock}
        </time>
      </a>
      {isMuted(mutes, author.name) ? (
        <p className={styles.text}>{messages.mutedComment(labelName(author.name, general))}</p>
      ) : body === '' ? null : (
        <p dir="auto" className={styles.text}>
          {isCutBefore && '… '}
          <Marked pieces={pieces} />
          {isCutAfter && ' …'}
        </p>
      )}
    </li>
  )
})

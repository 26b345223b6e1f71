import { useRef } from 'react'
import { useMessages } from '../../ambient.tsx'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import controls from '../../parts/controls.module.css'
import type { Filter } from '../results/filter.ts'
import { momentText, spanText } from '../results/spanText.ts'
import { Bars } from './Bars.tsx'
import { Handle } from './Handle.tsx'
import { allSteps, timesOf, type Steps, type Times } from './steps.ts'
import { useBrush } from './useBrush.ts'
import styles from './Overview.module.css'

/** Steps that are shorter are told by the time of day. */
const DAY_MS = 24 * 60 * 60 * 1000

/** How many comments came when, with what chooses a span of that time: two handles, and a drag over the bars. */
export function Timeline({
  timeline,
  total,
  span,
  onSpan,
}: {
  timeline: Times
  total: number
  span: Filter['span']
  onSpan: (span: Filter['span']) => void
}) {
  const { locale } = useMessages()
  const messages = useFindingMessages()
  const track = useRef<HTMLDivElement>(null)
  const brush = useBrush(timeline, span, onSpan, track)
  const [from, until] = brush.steps
  const count = timeline.counts.length
  const most = Math.max(...timeline.counts)
  const peak = timeline.counts.indexOf(most)
  const isExact = timeline.step < DAY_MS
  const text = (steps: Steps, exact: boolean) => spanText(timesOf(timeline, steps), locale, exact)
  const chosen = timesOf(timeline, brush.steps)
  return (
    <figure className={styles.timeline} aria-label={messages.activity}>
      <figcaption className={styles.summary}>
        {messages.activitySummary(
          total,
          text(allSteps(timeline), false),
          most,
          text([peak, peak + 1], isExact),
        )}
      </figcaption>
      <div className={styles.plot} {...(count > 1 && brush.pointer)}>
        <div ref={track} className={styles.track}>
          <Bars counts={timeline.counts} steps={brush.steps} />
          {count > 1 && (
            <>
              <Handle
                label={messages.from}
                end="from"
                at={from}
                count={count}
                text={momentText(chosen.from, locale, isExact)}
                onMove={(to) => brush.move('from', to)}
              />
              <Handle
                label={messages.until}
                end="until"
                at={until}
                count={count}
                text={momentText(chosen.until, locale, isExact)}
                onMove={(to) => brush.move('until', to)}
              />
            </>
          )}
        </div>
      </div>
      <div className={styles.chosen}>
        <span>{text(brush.steps, isExact && until - from < count)}</span>
        {count > 1 && (
          <button
            type="button"
            className={controls.quiet}
            aria-disabled={until - from === count}
            onClick={brush.clear}
          >
            {messages.allTimes}
          </button>
        )}
      </div>
    </figure>
  )
}

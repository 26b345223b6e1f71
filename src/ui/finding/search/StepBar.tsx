import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import controls from '../../parts/controls.module.css'
import type { Step } from '../results/Results.tsx'
import styles from './SearchResults.module.css'

/** How many there are, which one is looked at, and the way to the next and the one before. */
export function StepBar({
  count,
  at,
  total,
  onStep,
}: {
  count: string
  /** -1 for none. */
  at: number
  total: number
  onStep: Step
}) {
  const messages = useFindingMessages()
  return (
    <div className={styles.bar}>
      <p className={styles.count}>{at < 0 ? count : messages.matchOf(at + 1, total)}</p>
      <button
        type="button"
        className={controls.quiet}
        aria-label={messages.previousMatch}
        title={messages.previousMatch}
        aria-disabled={at <= 0}
        onClick={() => onStep(-1)}
      >
        <span aria-hidden="true" className={styles.up} />
      </button>
      <button
        type="button"
        className={controls.quiet}
        aria-label={messages.nextMatch}
        title={messages.nextMatch}
        aria-disabled={at >= total - 1}
        onClick={() => onStep(1)}
      >
        <span aria-hidden="true" className={styles.down} />
      </button>
    </div>
  )
}

import type { Problem } from '../../../api/problem.ts'
import { useMessages } from '../../ambient.tsx'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import controls from '../../parts/controls.module.css'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import styles from './Permalink.module.css'

export const NOTICE_ID = 'permalink-notice'

/** What keeps a reader from the comment that the address names. */
export type Trouble = { kind: 'loading' } | { kind: 'missing' } | { kind: 'failed'; problem: Problem }

export function PermalinkNotice({
  trouble,
  onTryAgain,
  onClose,
}: {
  trouble: Trouble
  onTryAgain: () => void
  onClose: () => void
}) {
  const messages = useMessages()
  const words = useFindingMessages()
  return (
    <div id={NOTICE_ID} tabIndex={-1} className={styles.notice} data-kind={trouble.kind}>
      {trouble.kind === 'loading' ? (
        <p className={styles.loading}>{words.loadingComment}</p>
      ) : trouble.kind === 'missing' ? (
        <div className={styles.missing}>
          <p>{words.noSuchComment}</p>
          <button type="button" className={controls.button} onClick={onClose}>
            {words.closeNotice}
          </button>
        </div>
      ) : (
        <ProblemNotice
          text={words.commentNotLoaded(messages.explain(trouble.problem))}
          onTryAgain={onTryAgain}
        />
      )}
    </div>
  )
}

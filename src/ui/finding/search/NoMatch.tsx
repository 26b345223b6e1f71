import { useMessages } from '../../ambient.tsx'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { labelName } from '../../parts/names.ts'
import type { Filter } from '../results/filter.ts'
import styles from './SearchResults.module.css'

/** Says that nothing was found, and what may help. */
export function NoMatch({ filter: { q, author, span } }: { filter: Filter }) {
  const general = useMessages()
  const messages = useFindingMessages()
  const isNarrowed = author !== null || span !== null
  return (
    <div className={styles.waiting}>
      <p className={styles.none}>{q === '' ? messages.noComment : messages.noMatch(labelName(q, general))}</p>
      <p>
        {q === '' ? messages.noCommentAdvice : isNarrowed ? messages.noMatchWithin : messages.noMatchAdvice}
      </p>
    </div>
  )
}

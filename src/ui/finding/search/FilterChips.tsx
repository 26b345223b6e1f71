import { useMessages } from '../../ambient.tsx'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import controls from '../../parts/controls.module.css'
import { labelName } from '../../parts/names.ts'
import type { Filter } from '../results/filter.ts'
import { spanText } from '../results/spanText.ts'
import styles from './SearchResults.module.css'

/** What is looked for, each part with the way to take it out, and all of it. */
export function FilterChips({
  filter,
  onFilter,
  onClear,
}: {
  filter: Filter
  onFilter: (filter: Filter) => void
  onClear: () => void
}) {
  const general = useMessages()
  const messages = useFindingMessages()
  const { q, author, span } = filter
  return (
    <div className={styles.filter}>
      <ul className={styles.chips} aria-label={messages.lookedFor}>
        {q !== '' && (
          <Chip
            text={messages.chipWords(labelName(q, general))}
            onRemove={() => onFilter({ ...filter, q: '' })}
          />
        )}
        {author !== null && (
          <Chip
            text={messages.chipPerson(labelName(author, general))}
            onRemove={() => onFilter({ ...filter, author: null })}
          />
        )}
        {span && (
          <Chip text={spanText(span, general.locale)} onRemove={() => onFilter({ ...filter, span: null })} />
        )}
      </ul>
      <button type="button" className={controls.quiet} onClick={onClear}>
        {messages.clearSearch}
      </button>
    </div>
  )
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const messages = useFindingMessages()
  return (
    <li>
      <button
        type="button"
        className={styles.chip}
        aria-label={messages.removeFromSearch(text)}
        onClick={onRemove}
      >
        <bdi className={styles.chipText}>{text}</bdi>
        <span aria-hidden="true" className={styles.cross} />
      </button>
    </li>
  )
}

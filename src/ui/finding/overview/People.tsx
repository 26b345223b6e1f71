import { useState } from 'react'
import type { Overview } from '../../../api/finding.ts'
import { useMessages } from '../../ambient.tsx'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import controls from '../../parts/controls.module.css'
import { labelName, shownName } from '../../parts/names.ts'
import styles from './Overview.module.css'

/** How many people are shown at first. */
const FIRST = 10

/** Who wrote, and how much, most first; one of them can be chosen. Nobody can be, of whom there is no name. */
export function People({
  people,
  count,
  chosen,
  onChoose,
}: {
  people: Overview['people']
  /** Of all, also those that are not told one by one. */
  count: number
  chosen: string | null
  onChoose: (author: string | null) => void
}) {
  const general = useMessages()
  const messages = useFindingMessages()
  const [isAllShown, setAllShown] = useState(false)
  const shown = isAllShown ? people : people.slice(0, FIRST)
  return (
    <div className={styles.people}>
      <ul aria-label={messages.people}>
        {shown.map(({ name, count: written }) => (
          <li key={name}>
            <button
              type="button"
              className={styles.person}
              disabled={name === ''}
              aria-label={messages.person(labelName(name, general), written)}
              aria-pressed={chosen === name}
              onClick={() => onChoose(chosen === name ? null : name)}
            >
              <bdi className={styles.name}>{shownName(name, general)}</bdi>
              <span>{messages.count(written)}</span>
            </button>
          </li>
        ))}
        {isAllShown && count > people.length && <li>{messages.otherPeople(count - people.length)}</li>}
      </ul>
      {people.length > FIRST && (
        <button
          type="button"
          className={controls.quiet}
          aria-expanded={isAllShown}
          onClick={() => setAllShown(!isAllShown)}
        >
          {isAllShown ? messages.showFewerPeople : messages.showAllPeople(count)}
        </button>
      )}
    </div>
  )
}

import { useRef, useState } from 'react'
import { lazyPart } from '../../parts/lazyPart.tsx'
import type { FindingProps } from '../Finding.tsx'
import { OverviewButton } from '../overview/OverviewButton.tsx'
import { clearField, findField } from '../search/searchField.ts'
import { useSearchField } from '../search/useSearchField.ts'
import { isAnything, NO_FILTER, type Filter } from './filter.ts'
import styles from './Results.module.css'

/** Moves on by one match, or back. */
export type Step = (by: 1 | -1) => void

const SearchResults = lazyPart(async () => (await import('../search/SearchResults.tsx')).SearchResults)
const Overview = lazyPart(async () => (await import('../overview/Overview.tsx')).Overview)

/**
 * What is found in a discussion, by words, by a person and by a time span, and the picture of it from which those are chosen.
 * It stands between the toolbar and the threads, which are pushed down by it and stay as they are; each part takes the room that it
 * needs as it is opened, and keeps it.
 */
export function Results({ discussion, threads, view, place }: FindingProps) {
  const [filter, setFilter] = useState(NO_FILTER)
  const [isOverviewOpen, setOverviewOpen] = useState(false)
  const step = useRef<Step | null>(null)
  useSearchField(place, discussion.id, {
    search: (q) => setFilter((before) => ({ ...before, q })),
    step: (by) => step.current?.(by),
  })

  /** What has the focus may go with what is closed. */
  function replace(next: Filter) {
    if (next.q === '' && filter.q !== '') clearField(place.current)
    setFilter(next)
    if (!isAnything(next)) findField(place.current)?.focus()
  }

  return (
    <>
      <OverviewButton
        place={place}
        count={threads.count}
        isOpen={isOverviewOpen}
        onToggle={() => setOverviewOpen(!isOverviewOpen)}
      />
      {isOverviewOpen && (
        <Overview
          discussionId={discussion.id}
          filter={filter}
          onFilter={(change) => setFilter((before) => ({ ...before, ...change }))}
          meanwhile={<div className={styles.overviewRoom} />}
        />
      )}
      {isAnything(filter) && (
        <SearchResults
          filter={filter}
          onFilter={replace}
          view={view}
          place={place}
          stepper={step}
          meanwhile={<div className={styles.room} />}
        />
      )}
    </>
  )
}

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useImperativeHandle, useRef, useState, type RefObject } from 'react'
import { QUERY_LIMIT } from '../../../api/contract.ts'
import { problemOf } from '../../../api/problem.ts'
import { useAmbient } from '../../ambient.tsx'
import type { ThreadView } from '../../discussion/threadView.ts'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { isAnything, NO_FILTER, type Filter } from '../results/filter.ts'
import { searchQuery } from '../results/findingQueries.ts'
import type { Step } from '../results/Results.tsx'
import results from '../results/Results.module.css'
import { BackToResults } from './BackToResults.tsx'
import { FilterChips } from './FilterChips.tsx'
import { MatchList } from './MatchList.tsx'
import { NoMatch } from './NoMatch.tsx'
import { isTooLong, refusalOf, useRefusal } from './refusal.ts'
import { StepBar } from './StepBar.tsx'
import { useAnnouncedCount } from './useAnnouncedCount.ts'
import { useMarkedWords } from './useMarkedWords.ts'
import { useStepping } from './useStepping.ts'
import styles from './SearchResults.module.css'

/** What fits a filter, the newest first. What fitted the one before stays until that is known. */
export function SearchResults({
  filter,
  onFilter,
  view,
  place,
  stepper,
}: {
  filter: Filter
  onFilter: (filter: Filter) => void
  view: ThreadView
  place: RefObject<HTMLElement | null>
  /** Is set to what steps through the matches. */
  stepper: RefObject<Step | null>
}) {
  const { api, messages: general } = useAmbient()
  const messages = useFindingMessages()
  const panel = useRef<HTMLElement>(null)
  const [followed, setFollowed] = useState<{ id: string; isAway: boolean } | null>(null)
  const found = useInfiniteQuery({
    ...searchQuery(api, view.discussion.id, filter),
    placeholderData: keepPreviousData,
    enabled: !isTooLong(filter.q),
  })
  const isOfBefore = found.isPlaceholderData
  const matches = found.data?.pages.flatMap((page) => page.matches) ?? []
  const total = found.data?.pages[0]?.total ?? null
  const refusal = isTooLong(filter.q)
    ? messages.searchTooLong(QUERY_LIMIT)
    : found.error && refusalOf(problemOf(found.error), messages)
  const stepping = useStepping(filter, found, matches, total ?? 0)
  useImperativeHandle(stepper, () => stepping.step)
  useRefusal(place, refusal)
  useAnnouncedCount(isOfBefore || refusal ? null : total, filter)
  useMarkedWords(place, followed?.id ?? null, filter.q)

  function change(next: Filter) {
    if (isAnything(next)) panel.current?.focus()
    onFilter(next)
  }

  function goBack() {
    setFollowed((before) => before && { ...before, isAway: false })
    panel.current?.scrollIntoView({ block: 'nearest' })
    const link = followed && panel.current?.querySelector<HTMLElement>(`[id="match-${followed.id}"]`)
    ;(link ?? panel.current)?.focus({ preventScroll: true })
  }

  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={results.panel}
      aria-label={messages.results}
      aria-busy={refusal === null && (isOfBefore || found.isPending)}
    >
      <FilterChips filter={filter} onFilter={change} onClear={() => change(NO_FILTER)} />
      {!refusal && total !== null && total > 0 && (
        <StepBar
          count={filter.q === '' ? messages.commentsFound(total) : messages.matches(total)}
          at={stepping.at}
          total={total}
          onStep={stepping.step}
        />
      )}
      {refusal !== null ? (
        <p className={styles.refusal}>{refusal}</p>
      ) : found.isPending ? (
        <p className={styles.waiting}>{messages.searching}</p>
      ) : found.data === undefined ? (
        <ProblemNotice
          text={messages.searchFailed(general.explain(problemOf(found.error)))}
          onTryAgain={() => {
            panel.current?.focus()
            void found.refetch()
          }}
        />
      ) : total === 0 ? (
        <NoMatch filter={filter} />
      ) : (
        <MatchList
          matches={matches}
          at={stepping.at}
          found={found}
          view={view}
          onFollow={(id, index) => {
            stepping.goTo(index)
            setFollowed({ id, isAway: true })
          }}
        />
      )}
      {followed?.isAway && <BackToResults place={place} onBack={goBack} />}
    </section>
  )
}

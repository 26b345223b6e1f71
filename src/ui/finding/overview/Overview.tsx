import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { problemOf } from '../../../api/problem.ts'
import type { DiscussionId } from '../../../domain/ids.ts'
import { useAmbient } from '../../ambient.tsx'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import type { Filter } from '../results/filter.ts'
import { overviewQuery } from '../results/findingQueries.ts'
import results from '../results/Results.module.css'
import { People } from './People.tsx'
import { Timeline } from './Timeline.tsx'
import styles from './Overview.module.css'

/** When a discussion was written, and by whom; what is chosen of it becomes part of the filter. */
export function Overview({
  discussionId,
  filter,
  onFilter,
}: {
  discussionId: DiscussionId
  filter: Filter
  onFilter: (change: Partial<Filter>) => void
}) {
  const { api, messages: general } = useAmbient()
  const messages = useFindingMessages()
  const place = useRef<HTMLElement>(null)
  const { data, error, refetch } = useQuery(overviewQuery(api, discussionId))
  return (
    <section
      ref={place}
      tabIndex={-1}
      className={`${results.overviewRoom} ${styles.overview}`}
      aria-label={messages.overview}
    >
      {data ? (
        <>
          {data.timeline && (
            <Timeline
              timeline={data.timeline}
              total={data.total}
              span={filter.span}
              onSpan={(span) => onFilter({ span })}
            />
          )}
          <People
            people={data.people}
            count={data.peopleCount}
            chosen={filter.author}
            onChoose={(author) => onFilter({ author })}
          />
        </>
      ) : error ? (
        <ProblemNotice
          text={messages.overviewFailed(general.explain(problemOf(error)))}
          onTryAgain={() => {
            place.current?.focus()
            void refetch()
          }}
        />
      ) : (
        <p className={styles.summary}>{messages.loadingOverview}</p>
      )}
    </section>
  )
}

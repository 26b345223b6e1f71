import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { problemOf } from '../api/problem.ts'
import { useMessages } from '../ui/ambient.tsx'
import { useAnnounce } from '../ui/parts/Announcer.tsx'
import { focusWhenThere } from '../ui/parts/focusWhenThere.ts'
import { MoreButton } from '../ui/parts/MoreButton.tsx'
import { ProblemNotice } from '../ui/parts/ProblemNotice.tsx'
import { Loading, SkeletonLines } from '../ui/parts/Skeleton.tsx'
import { useDesk } from './useDesk.ts'
import { logQuery } from './deskQueries.ts'
import { entryElementId } from './elementIds.ts'
import { entriesOf, undoableAmong } from './logCache.ts'
import { LogItem } from './LogItem.tsx'
import styles from './Desk.module.css'

/** What was done, the newest first; read again each time that it is shown. */
export function Log({ isShown }: { isShown: boolean }) {
  const { calls, words } = useDesk()
  const messages = useMessages()
  const announce = useAnnounce()
  const heading = useRef<HTMLHeadingElement>(null)
  const query = useInfiniteQuery({ ...logQuery(calls), enabled: isShown })
  const { data, error, isFetching, fetchNextPage, refetch } = query
  const entries = data ? entriesOf(data) : []
  const undoable = undoableAmong(entries)

  async function showMore(from: Element | null) {
    const shown = data?.pages.length ?? 0
    const { data: after } = await fetchNextPage()
    // What was done meanwhile came into those before.
    const added = after ? entriesOf({ pages: after.pages.slice(shown) }) : []
    const [first] = added
    if (!first) return
    focusWhenThere(document, { to: entryElementId(first.id), from: [from] })
    announce(words.moreShown(added.length))
  }

  return (
    <section className={styles.queue} aria-labelledby="log-heading">
      <div className={styles.heading}>
        <h2 id="log-heading" ref={heading} tabIndex={-1}>
          {data && entries.length === 0 ? words.emptyLog : words.log}
        </h2>
      </div>
      {error && !query.isFetchNextPageError && (
        <ProblemNotice
          text={words.logFailed(messages.explain(problemOf(error)))}
          onTryAgain={() => {
            heading.current?.focus()
            void refetch()
          }}
        />
      )}
      {isShown && !data && !error && (
        <Loading label={words.loadingLog}>
          <SkeletonLines count={3} />
        </Loading>
      )}
      <ol className={styles.log}>
        {entries.map((entry) => (
          <LogItem key={entry.id} entry={entry} mayUndo={undoable.has(entry.id)} />
        ))}
      </ol>
      {query.hasNextPage && (
        <MoreButton
          label={words.showMore}
          isLoading={query.isFetchingNextPage}
          problem={query.isFetchNextPageError && !isFetching ? problemOf(error) : null}
          onMore={(from) => void showMore(from)}
        />
      )}
    </section>
  )
}

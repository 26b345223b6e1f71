import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { problemOf } from '../api/problem.ts'
import { useMessages } from '../ui/ambient.tsx'
import { useAnnounce } from '../ui/parts/Announcer.tsx'
import { Boundary } from '../ui/parts/Boundary.tsx'
import controls from '../ui/parts/controls.module.css'
import { focusWhenThere, isFocusNowhere } from '../ui/parts/focusWhenThere.ts'
import { MoreButton } from '../ui/parts/MoreButton.tsx'
import { ProblemNotice } from '../ui/parts/ProblemNotice.tsx'
import { Loading, SkeletonLines } from '../ui/parts/Skeleton.tsx'
import { useDesk } from './useDesk.ts'
import { queueQuery } from './deskQueries.ts'
import { elementIdOf, QUEUE_HEADING } from './elementIds.ts'
import { KeysDialog } from './KeysDialog.tsx'
import { itemsOf, keyOf, totalOf, type QueuePages } from './queueCache.ts'
import { StatusLine } from './StatusLine.tsx'
import { useArrivals } from './useArrivals.ts'
import { useDeskKeys } from './useDeskKeys.ts'
import { useUndoLast } from './useUndoLast.ts'
import { WaitingItem } from './WaitingItem.tsx'
import styles from './Desk.module.css'

/** What waits, the longest waiting first. Nothing comes into it by itself. */
export function Queue({ pollMs, isAsking }: { pollMs?: number | undefined; isAsking: boolean }) {
  const { calls, words } = useDesk()
  const messages = useMessages()
  const announce = useAnnounce()
  const place = useRef<HTMLElement>(null)
  const [asksKeys, setAsksKeys] = useState(false)
  const query = useInfiniteQuery(queueQuery(calls))
  const { data, error, isFetching, fetchNextPage, refetch } = query
  const undoing = useUndoLast()
  const newCount = useArrivals({ isAsking: isAsking && data !== undefined, pollMs })
  useDeskKeys(place, { onUndo: undoing.undo, onHelp: () => setAsksKeys(true) })
  // Who has signed in, or comes back, begins where the keys work.
  useEffect(() => {
    if (isFocusNowhere(document)) document.getElementById(QUEUE_HEADING)?.focus({ preventScroll: true })
  }, [])
  const items = data ? itemsOf(data) : []

  async function showMore(from: Element | null) {
    const before = new Set(items.map((item) => elementIdOf(keyOf(item))))
    const { data: after } = await fetchNextPage()
    const count = leadOn(before, after, from)
    if (count > 0) announce(words.moreShown(count))
  }

  /** All that is shown is read again, and one page more where what is new is only there. */
  async function showNew() {
    const from = document.getElementById(QUEUE_HEADING)
    from?.focus()
    const before = new Set(items.map((item) => elementIdOf(keyOf(item))))
    const { data: read } = await refetch()
    if (leadOn(before, read, from) > 0 || !read?.pages.at(-1)?.nextCursor) return
    const { data: after } = await fetchNextPage()
    leadOn(before, after, from)
  }

  const total = data ? totalOf(data) : 0
  return (
    <section ref={place} className={styles.queue} aria-labelledby={QUEUE_HEADING}>
      <div className={styles.heading}>
        <h2 id={QUEUE_HEADING} tabIndex={-1}>
          {data ? words.waiting(total) : words.loadingQueue}
        </h2>
        {newCount > 0 && (
          <button type="button" className={controls.primary} onClick={() => void showNew()}>
            {words.showNew(newCount)}
          </button>
        )}
      </div>
      <StatusLine undoing={undoing} onKeys={() => setAsksKeys(true)} />
      {asksKeys && <KeysDialog words={words} onClose={() => setAsksKeys(false)} />}
      {error && !query.isFetchNextPageError && (
        <ProblemNotice
          text={words.queueFailed(messages.explain(problemOf(error)))}
          onTryAgain={() => {
            place.current?.querySelector('h2')?.focus()
            void refetch()
          }}
        />
      )}
      {!data && !error && (
        <Loading label={words.loadingQueue}>
          <SkeletonLines count={3} />
        </Loading>
      )}
      {data && items.length === 0 && <p className={styles.empty}>{words.whatComes}</p>}
      {items.map((item) => (
        <Boundary
          key={elementIdOf(keyOf(item))}
          renderFailed={(tryAgain) => <ProblemNotice text={messages.broken} onTryAgain={tryAgain} />}
        >
          <WaitingItem item={item} />
        </Boundary>
      ))}
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

/** Leads to the first that was not there before. */
function leadOn(
  before: ReadonlySet<string>,
  after: Pick<QueuePages, 'pages'> | undefined,
  from: Element | null,
): number {
  const added = after ? itemsOf(after).filter((item) => !before.has(elementIdOf(keyOf(item)))) : []
  const [first] = added
  if (first) focusWhenThere(document, { to: elementIdOf(keyOf(first)), from: [from] })
  return added.length
}

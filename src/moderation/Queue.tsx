import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { WaitingComment } from '../api/moderating.ts'
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
    const shown = data?.pages.length ?? 0
    const { data: after } = await fetchNextPage()
    // What was undone meanwhile came into those before.
    const added = after ? itemsOf({ pages: after.pages.slice(shown) }) : []
    leadTo(added, from)
    if (added.length > 0) announce(words.moreShown(added.length))
  }

  /** All that is shown is read again, and one page more where what is new is only there. */
  async function showNew() {
    const from = document.getElementById(QUEUE_HEADING)
    from?.focus()
    const before = new Set(items.map((item) => elementIdOf(keyOf(item))))
    const addedIn = (queue: Pick<QueuePages, 'pages'> | undefined) =>
      queue ? itemsOf(queue).filter((item) => !before.has(elementIdOf(keyOf(item)))) : []
    const { data: read } = await refetch()
    const added = addedIn(read)
    if (added.length > 0 || !read?.pages.at(-1)?.nextCursor) return leadTo(added, from)
    const { data: after } = await fetchNextPage()
    leadTo(addedIn(after), from)
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

/** Leads to the first of what came. */
function leadTo([first]: readonly WaitingComment[], from: Element | null): void {
  if (first) focusWhenThere(document, { to: elementIdOf(keyOf(first)), from: [from] })
}

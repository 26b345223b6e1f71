import { useEffect, useState, type RefObject } from 'react'
import type { Order } from '../../domain/order.ts'
import { isFramed } from '../parts/isFramed.ts'
import { lazyPart } from '../parts/lazyPart.tsx'
import { whenIdle } from '../parts/whenIdle.ts'
import { useHasSelected } from '../quoting/useHasSelected.ts'
import type { ThreadView } from './threadView.ts'
import type { Threads } from './useThreads.ts'

const Finding = lazyPart(async () => (await import('../finding/Finding.tsx')).Finding)
const LiveChanges = lazyPart(async () => (await import('../live/LiveChanges.tsx')).LiveChanges)
const RestFarComments = lazyPart(async () => (await import('../resting/RestFarComments.tsx')).RestFarComments)
const QuoteButton = lazyPart(async () => (await import('../quoting/QuoteButton.tsx')).QuoteButton)

/** As many as follow one another. */
const PARTS = 3

/** What a discussion can do without until the page has nothing better to do: one part at a time, so that who scrolls meanwhile waits for none of them. */
export function IdleParts({
  threads,
  view,
  place,
  list,
  since,
  order,
}: {
  threads: Threads
  view: ThreadView
  /** Where the discussion is drawn. */
  place: RefObject<HTMLElement | null>
  /** Where its threads are drawn. */
  list: RefObject<HTMLElement | null>
  /** The version that was read. */
  since: number
  order: Order
}) {
  const { discussion } = view
  const hasSelected = useHasSelected(place)
  const [count, setCount] = useState(1)
  useEffect(() => (count < PARTS ? whenIdle(() => setCount(count + 1)) : undefined), [count])
  return (
    <>
      <LiveChanges
        discussionId={discussion.id}
        isShownClosed={discussion.closed}
        since={since}
        order={order}
        list={list}
      />
      {count > 1 && <Finding discussion={discussion} threads={threads} view={view} place={place} />}
      {count > 2 && !isFramed() && (
        <RestFarComments threads={threads} view={view} place={place} list={list} />
      )}
      {hasSelected && !discussion.closed && <QuoteButton nodes={threads.nodes} view={view} place={place} />}
    </>
  )
}

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import type { Discussion } from '../../domain/discussion.ts'
import type { DiscussionId } from '../../domain/ids.ts'
import type { Order } from '../../domain/order.ts'
import { useAmbient } from '../ambient.tsx'
import { Boundary } from '../parts/Boundary.tsx'
import controls from '../parts/controls.module.css'
import { useHasMissingParts } from '../parts/lazyPart.tsx'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { useHydrated } from '../parts/useHydrated.ts'
import { commentsQuery, discussionQuery, type CommentPages } from '../queries.ts'
import { DiscussionSkeleton } from './DiscussionSkeleton.tsx'
import { firstOrder, keepOrder, readOrder } from './keptOrder.ts'
import { LoadedDiscussion } from './LoadedDiscussion.tsx'
import type { ReadThreads } from './useThreads.ts'
import styles from './DiscussionView.module.css'

/**
 * The discussion of an article: loading, failed, or here. Another order is shown once its threads are here; until then, and
 * if they cannot be had, the threads stay as they are.
 */
export function DiscussionView({
  discussionId,
  initialOrder = 'newest',
  maxDepth = Infinity,
  isOrderInAddress = false,
}: {
  discussionId: DiscussionId
  /** The order that it begins with, unless the reader has chosen one before. Another one later is shown whatever that was. */
  initialOrder?: Order | undefined
  /** 1 or more: no comment is replied to, or stands further in, beyond this level, though the discussion itself goes deeper. */
  maxDepth?: number | undefined
  /** Whether the address of the page asks for an order, and tells the one that is chosen. */
  isOrderInAddress?: boolean
}) {
  const { api, device, messages } = useAmbient()
  const place = useRef<HTMLElement>(null)
  const hasMissingParts = useHasMissingParts()
  const [givenOrder, setGivenOrder] = useState(initialOrder)
  const [kept] = useState(() => readOrder(device, isOrderInAddress))
  const queryClient = useQueryClient()
  const [order, setOrder] = useState(() => firstOrder(api, queryClient, discussionId, initialOrder, kept))
  const [chosen, setChosen] = useState<Order>()
  const isHydrated = useHydrated()
  const wantedOrder = chosen ?? (isHydrated ? kept : undefined) ?? initialOrder
  if (givenOrder !== initialOrder) {
    setGivenOrder(initialOrder)
    setChosen(initialOrder)
  }
  const discussion = useQuery(discussionQuery(api, discussionId))
  const shown = useCapped(discussion.data, maxDepth)
  const comments = useInfiniteQuery(commentsQuery(api, discussionId, order))
  const wanted = useInfiniteQuery(commentsQuery(api, discussionId, wantedOrder))
  if (wantedOrder !== order && wanted.data) setOrder(wantedOrder)
  const error = discussion.error ?? (comments.data ? null : comments.error)
  const read = useRead(shown, comments, order)
  const choose = useCallback(
    (next: Order) => {
      setChosen(next)
      keepOrder(device, isOrderInAddress, next)
    },
    [device, isOrderInAddress],
  )
  const problem = wantedOrder === order ? null : wanted.error
  const { refetch } = wanted
  const ordering = useMemo(
    () => ({
      wantedOrder,
      problem: problem && problemOf(problem),
      onOrder: choose,
      onTryAgain: () => void refetch(),
    }),
    [wantedOrder, problem, choose, refetch],
  )

  /** Focus is not to go with what it is on. */
  function leave(tryAgain: () => void) {
    place.current?.focus()
    tryAgain()
  }

  function retry() {
    if (discussion.error) void discussion.refetch()
    if (comments.error) void comments.refetch()
  }

  return (
    <section
      ref={place}
      id="discussion"
      tabIndex={-1}
      className={styles.discussion}
      aria-label={messages.discussion}
    >
      {error ? (
        <ProblemNotice
          text={messages.discussionFailed(messages.explain(problemOf(error)))}
          onTryAgain={() => leave(retry)}
        />
      ) : read ? (
        <Boundary
          renderFailed={(tryAgain) => (
            <ProblemNotice text={messages.broken} onTryAgain={() => leave(tryAgain)} />
          )}
        >
          <LoadedDiscussion read={read} ordering={ordering} />
        </Boundary>
      ) : (
        <DiscussionSkeleton />
      )}
      {hasMissingParts && (
        <div className={styles.missing}>
          <ProblemNotice text={messages.partMissing}>
            <button type="button" className={controls.button} onClick={() => location.reload()}>
              {messages.reload}
            </button>
          </ProblemNotice>
        </div>
      )}
    </section>
  )
}

/** What is here to be shown. It follows at its leisure, in slices between which the page answers its reader. */
function useRead(
  discussion: Discussion | undefined,
  { data, hasNextPage: hasMore }: { data: Pick<CommentPages, 'pages'> | undefined; hasNextPage: boolean },
  order: Order,
): ReadThreads | null {
  return useDeferredValue(
    useMemo(
      () => (discussion && data ? { discussion, pages: data.pages, order, hasMore } : null),
      [discussion, data, order, hasMore],
    ),
  )
}

function useCapped(discussion: Discussion | undefined, maxDepth: number): Discussion | undefined {
  return useMemo(
    () => discussion && { ...discussion, maxDepth: Math.min(discussion.maxDepth, maxDepth) },
    [discussion, maxDepth],
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import type { ChangePage } from '../../api/schemas.ts'
import type { DiscussionId } from '../../domain/ids.ts'
import type { Order } from '../../domain/order.ts'
import { useAmbient } from '../ambient.tsx'
import { cacheChanges, readAnew, showArrivals } from '../cachedComments.ts'
import { createStoredSet } from '../parts/storedSet.ts'
import { whenIdle } from '../parts/whenIdle.ts'
import { arrivalsQuery } from '../queries.ts'

/**
 * Follows what becomes of a discussion after the version that was read, `since`, once the page has nothing better to do. What
 * comes is counted. Only what came before the page began to follow, which may be older than it looks, is shown at once
 * where nobody sees it move: all of it while the threads, `list`, are still below the window, else what was posted from this
 * device.
 */
export function useLiveChanges(
  discussionId: DiscussionId,
  since: number,
  order: Order,
  list: RefObject<HTMLElement | null>,
): void {
  const { api, findSharedName, device } = useAmbient()
  const queryClient = useQueryClient()
  const { own } = useQuery(arrivalsQuery(discussionId)).data
  const [posted] = useState(() => createStoredSet(device, `posted:${discussionId}`))
  useEffect(() => {
    if (own.size > 0) posted.change((ids) => own.forEach((id) => ids.add(id)))
  }, [own, posted])

  const catchUp = useEffectEvent((page: ChangePage) => {
    const isUnseen = (list.current?.getBoundingClientRect().top ?? 0) > innerHeight
    cacheChanges(queryClient, discussionId, page)
    const seen = page.added.filter(({ id }) => isUnseen || posted.has(id))
    showArrivals(
      queryClient,
      discussionId,
      seen.map(({ id }) => id),
    )
    // Where that fails, the button that offers it stays.
    if (isUnseen && (page.isReset || page.hasMore)) {
      readAnew(queryClient, api, discussionId, order).catch(() => undefined)
    }
  })
  const follow = useEffectEvent(async (id: DiscussionId, signal: AbortSignal) => {
    const [{ followDiscussion }, sharedAs] = await Promise.all([
      import('../live/followDiscussion.ts'),
      findSharedName(),
    ])
    if (signal.aborted) return
    let isCatchingUp = true
    const stop = followDiscussion({
      api,
      discussionId: id,
      since,
      sharedAs,
      onChanges: (page) => (isCatchingUp ? catchUp(page) : cacheChanges(queryClient, discussionId, page)),
      onCaughtUp: () => (isCatchingUp = false),
    })
    signal.addEventListener('abort', stop)
  })
  useEffect(() => {
    const leaving = new AbortController()
    // Where its code cannot be loaded, the page goes on without.
    const cancel = whenIdle(() => void follow(discussionId, leaving.signal).catch(() => undefined))
    return () => {
      cancel()
      leaving.abort()
    }
  }, [discussionId])
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import type { ChangePage } from '../../api/schemas.ts'
import type { DiscussionId } from '../../domain/ids.ts'
import type { Order } from '../../domain/order.ts'
import { useAmbient } from '../ambient.tsx'
import { cacheChanges, readAnew } from '../cachedChanges.ts'
import { showArrivals } from '../cachedComments.ts'
import { followDiscussion } from './followDiscussion.ts'
import { holdFirstInView } from './holdFirstInView.ts'
import { useSeen } from './useSeen.ts'
import { lazyPart } from '../parts/lazyPart.tsx'
import { createStoredSet } from '../parts/storedSet.ts'
import { arrivalsQuery } from '../queries.ts'

const Closing = lazyPart(async () => (await import('../closing/Closing.tsx')).Closing)

/**
 * Follows what becomes of a discussion after the version that was read, `since`. What comes is counted; what is changed above
 * what the reader sees does not move that. Only what came before the page began to follow, which may be older than it looks, is shown
 * at once where nobody sees it move: all of it while the threads, `list`, are still below the window, else what was posted
 * from this device.
 */
export function LiveChanges({
  discussionId,
  isShownClosed,
  since,
  order,
  list,
}: {
  discussionId: DiscussionId
  /** Whether the page is drawn as that of a discussion that is closed. */
  isShownClosed: boolean
  since: number
  order: Order
  list: RefObject<HTMLElement | null>
}) {
  const { api, findSharedName, device } = useAmbient()
  const queryClient = useQueryClient()
  const { own } = useQuery(arrivalsQuery(discussionId)).data
  useSeen(discussionId, order)
  const [posted] = useState(() => createStoredSet(device, `posted:${discussionId}`))
  useEffect(() => {
    if (own.size > 0) posted.change((ids) => own.forEach((id) => ids.add(id)))
  }, [own, posted])

  const [closed, setClosed] = useState<boolean | null>(null)
  const [isTurned, setTurned] = useState(false)
  if (!isTurned && closed !== null && closed !== isShownClosed) setTurned(true)

  const release = useRef(() => {})
  useEffect(() => () => release.current(), [])

  function keepUp(page: ChangePage) {
    if (list.current && page.edited.length + page.deleted.length > 0) {
      release.current()
      release.current = holdFirstInView(list.current)
    }
    cacheChanges(queryClient, discussionId, page)
    setClosed((before) => page.closed ?? before)
  }

  const catchUp = useEffectEvent((page: ChangePage) => {
    const isUnseen = (list.current?.getBoundingClientRect().top ?? 0) > innerHeight
    keepUp(page)
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
    const sharedAs = await findSharedName()
    if (signal.aborted) return
    let isCatchingUp = true
    const stop = followDiscussion({
      api,
      discussionId: id,
      since,
      sharedAs,
      onChanges: (page) => (isCatchingUp ? catchUp(page) : keepUp(page)),
      onCaughtUp: () => (isCatchingUp = false),
    })
    signal.addEventListener('abort', stop)
  })
  useEffect(() => {
    const leaving = new AbortController()
    void follow(discussionId, leaving.signal)
    return () => leaving.abort()
  }, [discussionId])
  if (!isTurned || closed === null) return null
  return <Closing discussionId={discussionId} closed={closed} isShownClosed={isShownClosed} list={list} />
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { ModeratingOutput } from '../api/moderating.ts'
import { useAnnounce } from '../ui/parts/Announcer.tsx'
import { useDesk } from './useDesk.ts'
import { arrivalsQuery, QUEUE_KEY } from './deskQueries.ts'
import { isOf, itemsOf, keyOf, withTotal, type QueuePages } from './queueCache.ts'

/** How often it is asked what is new, in milliseconds. */
const POLL_MS = 30_000

/**
 * How many wait that are not shown and would not come with the next pages. Asked from time to time, while the tab is visible; where that fails, it is
 * asked the next time.
 */
export function useArrivals({
  isAsking,
  pollMs = POLL_MS,
}: {
  isAsking: boolean
  pollMs?: number | undefined
}): number {
  const { calls, words } = useDesk()
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const queue = queryClient.getQueryData<QueuePages>(QUEUE_KEY)
  const { data, dataUpdatedAt } = useQuery({
    // What is new waits least, and so comes with the last page.
    ...arrivalsQuery(calls, () => queryClient.getQueryData<QueuePages>(QUEUE_KEY)?.pageParams.at(-1) ?? null),
    enabled: isAsking,
    refetchInterval: pollMs,
  })
  const count = queue && data ? countNew(queue, data) : 0
  const told = useRef(0)
  const onTold = useEffectEvent((at: number) => {
    if (!data || at === 0) return
    queryClient.setQueryData<QueuePages>(QUEUE_KEY, (known) => known && withTotal(known, data.total))
    if (count > told.current) announce(words.newWaiting(count))
    told.current = count
  })
  useEffect(() => onTold(dataUpdatedAt), [dataUpdatedAt])
  return count
}

/** Where more pages are to come, what is new comes with them. */
function countNew(queue: QueuePages, { items, total }: ModeratingOutput<'readQueue'>): number {
  if (queue.pages.at(-1)?.nextCursor !== null) return 0
  const shown = itemsOf(queue)
  const added = items.filter((item) => !shown.some((each) => isOf(each, keyOf(item)))).length
  // What others undo waits again where it did.
  return Math.max(added, total - shown.length)
}

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Calls } from './calls.ts'

export const QUEUE_KEY = ['moderation', 'queue'] as const
export const LOG_KEY = ['moderation', 'log'] as const
export const ARRIVALS_KEY = ['moderation', 'arrivals'] as const

export const queueQuery = (calls: Calls) =>
  infiniteQueryOptions({
    queryKey: QUEUE_KEY,
    queryFn: ({ signal, pageParam }) => calls.readQueue(from(pageParam), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** Read again whenever it is opened. */
export const logQuery = (calls: Calls) =>
  infiniteQueryOptions({
    queryKey: LOG_KEY,
    queryFn: ({ signal, pageParam }) => calls.readLog(from(pageParam), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  })

/** What waits by now from that place of the queue on. */
export const arrivalsQuery = (calls: Calls, findPlace: () => string | null) =>
  queryOptions({
    queryKey: ARRIVALS_KEY,
    queryFn: ({ signal }) => calls.readQueue(from(findPlace()), { signal }),
    retry: false,
  })

function from(cursor: string | null): { cursor?: string } {
  return cursor === null ? {} : { cursor }
}

import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { ModeratingOutput } from '../api/moderating.ts'
import type { LogEntry } from '../domain/moderation.ts'
import { ARRIVALS_KEY, LOG_KEY, QUEUE_KEY } from './deskQueries.ts'
import { withEntry, type LogPages } from './logCache.ts'
import { isOf, totalOf, type QueuePages, type WaitingKey } from './queueCache.ts'

/** What was read, to be changed by what was done. */
export function deskCache(queryClient: QueryClient) {
  return {
    queue: () => queryClient.getQueryData<QueuePages>(QUEUE_KEY),
    /** Gives how many wait by then. `gone` is what no longer does. */
    change(change: (queue: QueuePages) => QueuePages, gone: WaitingKey | null = null): number {
      // What is on its way does not know of it yet.
      void queryClient.cancelQueries({ queryKey: ARRIVALS_KEY })
      const before = queryClient.getQueryData<QueuePages>(QUEUE_KEY)
      if (!before) {
        loadAnew(queryClient, QUEUE_KEY)
        return 0
      }
      const after = change(before)
      const difference = totalOf(after) - totalOf(before)
      queryClient.setQueryData<QueuePages>(QUEUE_KEY, after)
      loadAnew(queryClient, QUEUE_KEY)
      queryClient.setQueryData<ModeratingOutput<'readQueue'>>(
        ARRIVALS_KEY,
        (page) =>
          page && {
            ...page,
            total: page.total + difference,
            items: page.items.filter((item) => gone === null || !isOf(item, gone)),
          },
        // It was told when it was.
        { updatedAt: queryClient.getQueryState(ARRIVALS_KEY)?.dataUpdatedAt ?? 0 },
      )
      return totalOf(after)
    },
    note(entry: LogEntry): void {
      queryClient.setQueryData<LogPages>(LOG_KEY, (log) => log && withEntry(log, entry))
      loadAnew(queryClient, LOG_KEY)
    },
    readAgain: () => queryClient.invalidateQueries({ queryKey: QUEUE_KEY }),
  }
}

/**
 * Begins a load again that is on its way: it would bring back what was there when it began. Whoever waits for it gets what comes of
 * that in its stead (`silent`), a failure too.
 */
function loadAnew(queryClient: QueryClient, queryKey: QueryKey): void {
  const query = queryClient.getQueryCache().find({ queryKey })
  if (!query || query.state.fetchStatus === 'idle') return
  const { fetchMeta } = query.state
  void query.cancel({ silent: true })
  query.fetch(undefined, { cancelRefetch: true, ...(fetchMeta && { meta: fetchMeta }) }).catch(() => {})
}

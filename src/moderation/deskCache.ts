import type { QueryClient } from '@tanstack/react-query'
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
      if (!before) return 0
      const after = change(before)
      const difference = totalOf(after) - totalOf(before)
      queryClient.setQueryData<QueuePages>(QUEUE_KEY, after)
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
    },
    readAgain: () => queryClient.invalidateQueries({ queryKey: QUEUE_KEY }),
  }
}

import { QueryClient } from '@tanstack/react-query'
import { problemOf, type Problem } from '../api/problem.ts'

/**
 * What is read is not read again by itself, as a page that is read is a page that does not move. What another try may
 * mend is tried three times in all, `retryDelayMs` apart, then twice that; a post keeps its key meanwhile.
 * `alwaysOnline`: the backend is in the browser and answers without a network.
 */
export function createQueryClient(options: { alwaysOnline: boolean; retryDelayMs?: number }): QueryClient {
  const { retryDelayMs = 500 } = options
  const shared = {
    networkMode: options.alwaysOnline ? ('always' as const) : ('online' as const),
    retry: (failures: number, error: Error) => failures < 2 && isPassing(problemOf(error)),
    retryDelay: (failures: number) => retryDelayMs * 2 ** failures,
  }
  return new QueryClient({
    defaultOptions: {
      queries: { ...shared, staleTime: Infinity, gcTime: Infinity, refetchOnReconnect: false },
      mutations: { ...shared, gcTime: Infinity },
    },
  })
}

/** Whether the same request may succeed a moment later. */
export function isPassing(problem: Problem): boolean {
  switch (problem.code) {
    case 'unavailable':
    case 'unreachable':
    case 'timed-out':
    case 'unexpected-answer':
      return true
    default:
      return false
  }
}

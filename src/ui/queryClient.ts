import { QueryClient } from '@tanstack/react-query'
import { problemOf, type Problem } from '../api/problem.ts'

/**
 * What is read is not read again by itself, as a page that is read is a page that does not move. What another try may
 * mend is tried three times in all, `retryDelayMs` apart, then twice that. Without a network all fails, and says so; what is
 * written is the outbox's.
 */
export function createQueryClient({ retryDelayMs = 500 } = {}): QueryClient {
  const shared = {
    networkMode: 'always' as const,
    retry: (failures: number, error: Error) => failures < 2 && isPassingAtOnce(problemOf(error)),
    retryDelay: (failures: number) => retryDelayMs * 2 ** failures,
  }
  return new QueryClient({
    defaultOptions: {
      queries: { ...shared, staleTime: Infinity, gcTime: Infinity, refetchOnReconnect: false },
      mutations: shared,
    },
  })
}

/** After a time-out people have waited long enough to be asked. */
function isPassingAtOnce(problem: Problem): boolean {
  return problem.code !== 'timed-out' && isPassing(problem)
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

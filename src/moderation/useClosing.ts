import { useMutation } from '@tanstack/react-query'
import type { WaitingComment } from '../api/moderating.ts'
import { problemOf, type Problem } from '../api/problem.ts'
import { useDesk } from './useDesk.ts'

/** Closes the discussion of a comment, or opens it again. Where somebody else has done so already, that is what was wanted. */
export function useClosing(item: WaitingComment): {
  turn: (closed: boolean) => void
  isPending: boolean
  problem: Problem | null
} {
  const { calls, turn } = useDesk()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (closed: boolean) =>
      calls.closeDiscussion({ discussionId: item.discussion.id, closed, reason: null }),
    onSuccess: ({ entry }, closed) => turn(item, closed, entry),
    onError(failure, closed) {
      if (isSoAlready(problemOf(failure))) turn(item, closed, null)
    },
  })
  const problem = error && problemOf(error)
  return {
    turn(closed) {
      if (!isPending) mutate(closed)
    },
    isPending,
    problem: problem && isSoAlready(problem) ? null : problem,
  }
}

function isSoAlready(problem: Problem): boolean {
  return problem.code === 'invalid' && problem.field === 'closed'
}

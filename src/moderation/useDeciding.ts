import { useMutation } from '@tanstack/react-query'
import type { WaitingComment } from '../api/moderating.ts'
import { problemOf } from '../api/problem.ts'
import type { Decision } from '../domain/moderation.ts'
import { normaliseBody } from '../domain/writing.ts'
import { useMessages } from '../ui/ambient.tsx'
import { useDesk } from './useDesk.ts'
import type { Reason } from './useReason.ts'

export type Deciding = {
  decide: (decision: Decision) => void
  isPending: boolean
  /** `tryAgain` is missing where it has to be decided anew. */
  problem: { text: string; tryAgain: (() => void) | undefined } | null
}

/** Decides on a comment as it is shown. To reject it takes the reason as it is by then, which is kept where that fails. */
export function useDeciding(item: WaitingComment, reason: Reason): Deciding {
  const { calls, words, settle, leave, renew } = useDesk()
  const messages = useMessages()
  const { discussionId, id: commentId, revision } = item.comment
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: (decision: Decision) =>
      calls.decideComment({
        discussionId,
        commentId,
        revision,
        decision,
        reason: decision === 'reject' ? normaliseBody(reason.text) : null,
      }),
    onSuccess({ entry }, decision) {
      settle(item, entry)
      if (decision === 'reject') reason.change('')
    },
    onError(failure) {
      const problem = problemOf(failure)
      if (problem.code === 'changed') renew(problem.comment)
      if (problem.code === 'not-found') leave(item)
    },
  })

  function decide(decision: Decision) {
    if (isPending) return
    if (decision === 'reject' && reason.fault !== null) return reason.tellFault()
    mutate(decision)
  }

  const problem = error && problemOf(error)
  return {
    decide,
    isPending,
    problem: problem && {
      text: problem.code === 'changed' ? words.changed : words.notDecided(messages.explain(problem)),
      tryAgain: problem.code === 'changed' || !variables ? undefined : () => decide(variables),
    },
  }
}

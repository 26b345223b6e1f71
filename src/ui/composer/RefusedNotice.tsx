import type { Problem } from '../../api/problem.ts'
import { useMessages } from '../ambient.tsx'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { isPassing } from '../queryClient.ts'

/** Why a comment was not posted, and what can be done about it: send it again, or see the one that is there already. */
export function RefusedNotice({
  problem,
  isAsSent,
  onTryAgain,
}: {
  problem: Problem
  /** Whether the text is still the one that was refused, so that another try has the same key. */
  isAsSent: boolean
  onTryAgain: () => void
}) {
  const messages = useMessages()
  const canTryAgain =
    isPassing(problem) || problem.code === 'rate-limited' || problem.code === 'idempotency-key-reused'
  const explained = messages.explain(problem)
  // The request may have arrived, and only its answer not.
  const isUnsure = problem.code === 'unreachable' || problem.code === 'timed-out'
  return (
    <ProblemNotice
      text={isUnsure ? messages.perhapsNotPosted(explained, isAsSent) : messages.notPosted(explained)}
      onTryAgain={canTryAgain ? onTryAgain : undefined}
    >
      {problem.code === 'duplicate' && <a href={`#comment-${problem.comment.id}`}>{messages.seeExisting}</a>}
    </ProblemNotice>
  )
}

import { useMessages } from '../ambient.tsx'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import type { Entry } from '../outbox/entry.ts'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'

/** Why a comment was not posted, and what can be done about it: send it again, or see the one that is there already. */
export function ReturnedNotice({
  entry: { state },
  isAsSent,
  onTryAgain,
}: {
  entry: Entry
  /** Whether the text is still the one that was sent, so that another try has the same key. */
  isAsSent: boolean
  onTryAgain: () => void
}) {
  const messages = useMessages()
  const words = useWritingMessages()
  if (state.step === 'overtaken') {
    return (
      <ProblemNotice text={words.earlierTextPosted}>
        <a href={`#comment-${state.comment.id}`}>{words.seeExisting}</a>
      </ProblemNotice>
    )
  }
  if (state.step !== 'refused' && state.step !== 'stalled') return null
  const { problem } = state
  const explained = messages.explain(problem)
  // The request may have arrived, and only its answer not.
  const isUnsure = problem.code === 'unreachable' || problem.code === 'timed-out'
  const canTryAgain = state.step === 'stalled' || problem.code === 'idempotency-key-reused'
  const text = isUnsure ? words.perhapsNotPosted(explained, isAsSent) : words.notPosted(explained)
  return (
    <ProblemNotice
      text={state.step === 'stalled' && isAsSent ? `${text} ${words.triedAgain}` : text}
      onTryAgain={canTryAgain ? onTryAgain : undefined}
    >
      {problem.code === 'duplicate' && problem.comment.status === 'published' && (
        <a href={`#comment-${problem.comment.id}`}>{words.seeExisting}</a>
      )}
    </ProblemNotice>
  )
}

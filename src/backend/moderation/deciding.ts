import type { ModeratingInput, ModeratingOutput } from '../../api/moderating.ts'
import { ProblemError } from '../../api/problem.ts'
import { reasonFault } from '../../domain/moderation.ts'
import { normaliseBody } from '../../domain/writing.ts'
import { refuse } from '../checkWriting.ts'
import { serve } from '../page.ts'
import { decideClosing } from './decideClosing.ts'
import { decideModeration } from './decideModeration.ts'
import type { ModerationPorts } from './moderation.ts'
import { serveEntry } from './readLog.ts'

export async function decideComment(
  { store, clock, signal }: ModerationPorts,
  moderator: string,
  { discussionId, commentId, decision, revision, reason: given }: ModeratingInput<'decideComment'>,
): Promise<ModeratingOutput<'decideComment'>> {
  const reason = readReason(given)
  if (decision === 'reject' && reason === null) {
    throw new ProblemError({ code: 'invalid', field: 'reason', reason: 'must say why it is rejected' })
  }
  const judgement = { moderator, decision, revision, reason, now: clock() }
  const { entry, comment } = await store.decideOnComment(discussionId, commentId, (facts) =>
    decideModeration(facts, judgement),
  )
  signal.send(discussionId)
  return { entry: serveEntry(entry), comment: serve(comment) }
}

export async function closeDiscussion(
  { store, clock, signal }: ModerationPorts,
  moderator: string,
  { discussionId, closed, reason: given }: ModeratingInput<'closeDiscussion'>,
): Promise<ModeratingOutput<'closeDiscussion'>> {
  const wanted = { moderator, closed, reason: readReason(given), now: clock() }
  const entry = await store.decideOnDiscussion(discussionId, (facts) => decideClosing(facts, wanted))
  signal.send(discussionId)
  return { entry: serveEntry(entry) }
}

function readReason(given: string | null): string | null {
  if (given === null) return null
  refuse('reason', reasonFault(given))
  return normaliseBody(given)
}

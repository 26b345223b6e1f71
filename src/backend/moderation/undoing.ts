import type { ModeratingInput, ModeratingOutput } from '../../api/moderating.ts'
import { ProblemError } from '../../api/problem.ts'
import { serve } from '../page.ts'
import { decideReversal, decideUndoing } from './decideUndoing.ts'
import type { ModerationPorts } from './moderation.ts'
import { serveEntry } from './readLog.ts'

export async function undoEntry(
  { store, clock, signal }: ModerationPorts,
  moderator: string,
  { entryId }: ModeratingInput<'undoEntry'>,
): Promise<ModeratingOutput<'undoEntry'>> {
  const given = await store.readEntry(entryId)
  if (!given || given.action === 'undo') {
    const reason = given ? 'must not be an undoing; decide anew' : 'must be of the log'
    throw new ProblemError({ code: 'invalid', field: 'entryId', reason })
  }
  const { discussionId, commentId } = given
  const undoing = { moderator, entryId, now: clock() }
  if (commentId === null) {
    const entry = await store.decideOnDiscussion(discussionId, (facts) => decideReversal(facts, undoing))
    signal.send(discussionId)
    return { entry: serveEntry(entry), comment: null }
  }
  const { entry, comment } = await store.decideOnComment(discussionId, commentId, (facts) =>
    decideUndoing(facts, undoing),
  )
  signal.send(discussionId)
  return { entry: serveEntry(entry), comment: serve(comment) }
}

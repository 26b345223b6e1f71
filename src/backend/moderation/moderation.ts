import type { Moderating } from '../../api/moderating.ts'
import { ProblemError } from '../../api/problem.ts'
import type { ChangeSignal } from '../changeSignal.ts'
import type { ModeratingStore } from '../moderatingStore.ts'
import { withProblems } from '../withProblems.ts'
import { closeDiscussion, decideComment } from './deciding.ts'
import { readLog } from './readLog.ts'
import { readQueue } from './readQueue.ts'
import { undoEntry } from './undoing.ts'

/** The name of the moderator whose token it is; `null` where it is nobody's. Takes as long whichever it is. */
export type FindModerator = (token: string) => string | null

export type ModerationPorts = {
  store: ModeratingStore
  clock: () => Date
  signal: ChangeSignal
  findModerator: FindModerator
}

/** The rules of moderation, over a store, as `createService` has those of discussions. */
export function createModeration(ports: ModerationPorts): Moderating {
  const { store, findModerator } = ports
  /** Whoever is no moderator is told nothing. */
  function byModerators<Input extends { moderatorToken: string }, Output>(
    call: (moderator: string, input: Input) => Promise<Output>,
  ): (input: Input) => Promise<Output> {
    return withProblems(async (input) => {
      const moderator = findModerator(input.moderatorToken)
      if (moderator === null) throw new ProblemError({ code: 'forbidden', resource: 'moderation' })
      return call(moderator, input)
    })
  }
  return {
    readQueue: byModerators((_, input) => readQueue(store, input)),
    decideComment: byModerators((moderator, input) => decideComment(ports, moderator, input)),
    closeDiscussion: byModerators((moderator, input) => closeDiscussion(ports, moderator, input)),
    undoEntry: byModerators((moderator, input) => undoEntry(ports, moderator, input)),
    readLog: byModerators((_, input) => readLog(store, input)),
  }
}

import type { Moderating, ModeratingInput, ModeratingName, ModeratingOutput } from '../api/moderating.ts'
import type { CallOptions } from '../api/contract.ts'
import { problemOf } from '../api/problem.ts'

/** What moderators do, by one of them. */
export type Calls = {
  [Name in ModeratingName]: (
    input: Omit<ModeratingInput<Name>, 'moderatorToken'>,
    options?: CallOptions,
  ) => Promise<ModeratingOutput<Name>>
}

/** Tokens that can be one; others are not worth asking about, and might not even stand in a header. */
const TOKEN = /^[A-Za-z0-9_-]{32,512}$/

export function canBeToken(text: string): boolean {
  return TOKEN.test(text)
}

/** The calls with a token; `onRefused` hears that it is not one, or no longer. */
export function callsWith(moderating: Moderating, moderatorToken: string, onRefused: () => void): Calls {
  async function hear<Answer>(answer: Promise<Answer>): Promise<Answer> {
    try {
      return await answer
    } catch (error) {
      if (problemOf(error).code === 'forbidden') onRefused()
      throw error
    }
  }
  return {
    readQueue: (input, options) => hear(moderating.readQueue({ ...input, moderatorToken }, options)),
    decideComment: (input, options) => hear(moderating.decideComment({ ...input, moderatorToken }, options)),
    closeDiscussion: (input, options) =>
      hear(moderating.closeDiscussion({ ...input, moderatorToken }, options)),
    undoEntry: (input, options) => hear(moderating.undoEntry({ ...input, moderatorToken }, options)),
    readLog: (input, options) => hear(moderating.readLog({ ...input, moderatorToken }, options)),
  }
}

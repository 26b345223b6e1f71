import { ANSWER_TIMEOUT_MS, createCaller } from './caller.ts'
import type { Carrier } from './carrier.ts'
import {
  moderatingEndpoints,
  type Moderating,
  type ModeratingCall,
  type ModeratingName,
  type ModeratingOutput,
} from './moderating.ts'

/** What moderators do, over HTTP, as `createClient` has the rest. */
export function createModeratingClient(
  carrier: Carrier,
  base: string,
  timeoutMs = ANSWER_TIMEOUT_MS,
): Moderating {
  const call = createCaller(carrier, base, timeoutMs)

  /** Tokens travel alike. */
  function bind<Name extends ModeratingName>(name: Name): ModeratingCall<Name> {
    return ({ moderatorToken: editToken, ...input }, options) =>
      call<ModeratingOutput<Name>>(moderatingEndpoints[name], { ...input, editToken }, options)
  }

  return {
    readQueue: bind('readQueue'),
    decideComment: bind('decideComment'),
    closeDiscussion: bind('closeDiscussion'),
    undoEntry: bind('undoEntry'),
    readLog: bind('readLog'),
  }
}

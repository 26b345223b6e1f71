import { ANSWER_TIMEOUT_MS, createCaller } from './caller.ts'
import type { Carrier } from './carrier.ts'
import {
  endpoints,
  type Api,
  type Call,
  type CallName,
  type FindingName,
  type Output,
  type Stream,
} from './contract.ts'
import { buildRequest } from './exchange.ts'
import { ProblemError } from './problem.ts'

/**
 * An `Api` over HTTP. `base` is the absolute URL of the contract's base path, such as
 * `https://comments.example/api/v1`. A call that its own `signal` aborts rejects with that signal's reason.
 */
export function createClient(carrier: Carrier, base: string, timeoutMs = ANSWER_TIMEOUT_MS): Api {
  const call = createCaller(carrier, base, timeoutMs)

  /** What reads streams is loaded with the first one. */
  async function* follow(...[input, { signal }]: Parameters<Stream<'followChanges'>>) {
    const events = await import('./events.ts').catch(unreachable)
    yield* events.readEvents(
      carrier,
      (either) => buildRequest(endpoints.followChanges, input, base, either),
      {
        signal,
        timeoutMs,
      },
    )
  }

  function bind<Name extends Exclude<CallName, FindingName>>(name: Name): Call<Name> {
    return (input, options) => call<Output<Name>>(endpoints[name], input, options)
  }

  /** What finds comments is loaded with the first of its calls. */
  function bindFinding<Name extends FindingName>(name: Name): Call<Name> {
    return async (input, options) => {
      const { findingEndpoints } = await import('./finding.ts').catch(unreachable)
      return call<Output<Name>>(findingEndpoints[name], input, options)
    }
  }

  return {
    checkHealth: bind('checkHealth'),
    readArticle: bind('readArticle'),
    readDiscussion: bind('readDiscussion'),
    openDiscussion: bind('openDiscussion'),
    readCounts: bind('readCounts'),
    listComments: bind('listComments'),
    listReplies: bind('listReplies'),
    searchComments: bindFinding('searchComments'),
    readContext: bindFinding('readContext'),
    readOverview: bindFinding('readOverview'),
    listChanges: bind('listChanges'),
    followChanges: follow,
    postComment: bind('postComment'),
    readPost: bind('readPost'),
    editComment: bind('editComment'),
    deleteComment: bind('deleteComment'),
    reportComment: bind('reportComment'),
  }
}

function unreachable(cause: unknown): never {
  throw new ProblemError({ code: 'unreachable' }, { cause })
}

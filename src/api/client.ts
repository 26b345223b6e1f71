import type { Carrier } from './carrier.ts'
import {
  endpoints,
  type Api,
  type Call,
  type CallName,
  type CallOptions,
  type Endpoint,
  type FindingName,
  type Input,
  type Output,
  type Stream,
} from './contract.ts'
import { buildRequest, orAbort, readAnswer } from './exchange.ts'
import { ProblemError } from './problem.ts'

/** How long a call waits for its whole answer, or a stream for its beginning, in milliseconds; then it rejects with `timed-out`. */
export const ANSWER_TIMEOUT_MS = 15_000

/**
 * An `Api` over HTTP. `base` is the absolute URL of the contract's base path, such as
 * `https://comments.example/api/v1`. A call that its own `signal` aborts rejects with that signal's reason.
 */
export function createClient(carrier: Carrier, base: string, timeoutMs = ANSWER_TIMEOUT_MS): Api {
  async function call<Name extends CallName>(
    endpoint: Endpoint,
    input: Input<Name>,
    { signal: callerSignal, keepalive = false }: CallOptions = {},
  ): Promise<Output<Name>> {
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = callerSignal ? AbortSignal.any([callerSignal, timeout]) : timeout
    const request = new Request(buildRequest(endpoint, input, base, signal), { keepalive })
    try {
      const [response, text] = await orAbort(exchange(carrier, request), signal)
      return readAnswer(endpoint.output, response, text) as Output<Name>
    } catch (error) {
      callerSignal?.throwIfAborted()
      if (error instanceof ProblemError) throw error
      throw new ProblemError({ code: timeout.aborted ? 'timed-out' : 'unreachable' }, { cause: error })
    }
  }

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
    return (input, options) => call<Name>(endpoints[name], input, options)
  }

  /** What finds comments is loaded with the first of its calls. */
  function bindFinding<Name extends FindingName>(name: Name): Call<Name> {
    return async (input, options) => {
      const { findingEndpoints } = await import('./finding.ts').catch(unreachable)
      return call<Name>(findingEndpoints[name], input, options)
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

async function exchange(carrier: Carrier, request: Request): Promise<[Response, string]> {
  const response = await carrier(request)
  return [response, await response.text()]
}

function unreachable(cause: unknown): never {
  throw new ProblemError({ code: 'unreachable' }, { cause })
}

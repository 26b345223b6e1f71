import type { Carrier } from './carrier.ts'
import type { Api, Call, CallName, CallOptions, Input, Output, Stream } from './contract.ts'
import { buildRequest, orAbort, readAnswer } from './exchange.ts'
import { ProblemError } from './problem.ts'

/** How long a call waits for its whole answer, or a stream for its beginning, in milliseconds; then it rejects with `timed-out`. */
export const ANSWER_TIMEOUT_MS = 15_000

/**
 * An `Api` over HTTP. `base` is the absolute URL of the contract's base path, such as
 * `https://comments.example/api/v1`. A call that its own `signal` aborts rejects with that signal's reason.
 */
export function createClient(carrier: Carrier, base: string, timeoutMs = ANSWER_TIMEOUT_MS): Api {
  function bind<Name extends CallName>(name: Name): Call<Name> {
    return (input, options = {}) => call(name, input, carrier, base, timeoutMs, options)
  }
  return {
    checkHealth: bind('checkHealth'),
    readArticle: bind('readArticle'),
    readDiscussion: bind('readDiscussion'),
    openDiscussion: bind('openDiscussion'),
    readCounts: bind('readCounts'),
    listComments: bind('listComments'),
    listReplies: bind('listReplies'),
    listChanges: bind('listChanges'),
    followChanges: (input, { signal }) => follow(input, signal, carrier, base, timeoutMs),
    postComment: bind('postComment'),
    readPost: bind('readPost'),
    editComment: bind('editComment'),
    deleteComment: bind('deleteComment'),
    reportComment: bind('reportComment'),
  }
}

async function call<Name extends CallName>(
  name: Name,
  input: Input<Name>,
  carrier: Carrier,
  base: string,
  timeoutMs: number,
  { signal: callerSignal, keepalive = false }: CallOptions,
): Promise<Output<Name>> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = callerSignal ? AbortSignal.any([callerSignal, timeout]) : timeout
  const request = new Request(buildRequest(name, input, base, signal), { keepalive })
  try {
    const [response, text] = await orAbort(exchange(carrier, request), signal)
    return readAnswer(name, response, text)
  } catch (error) {
    callerSignal?.throwIfAborted()
    if (error instanceof ProblemError) throw error
    throw new ProblemError({ code: timeout.aborted ? 'timed-out' : 'unreachable' }, { cause: error })
  }
}

async function exchange(carrier: Carrier, request: Request): Promise<[Response, string]> {
  const response = await carrier(request)
  return [response, await response.text()]
}

/** What reads streams is loaded with the first one. */
async function* follow(
  input: Input<'followChanges'>,
  signal: AbortSignal,
  carrier: Carrier,
  base: string,
  timeoutMs: number,
): ReturnType<Stream<'followChanges'>> {
  const events = await import('./events.ts').catch((cause: unknown) => {
    throw new ProblemError({ code: 'unreachable' }, { cause })
  })
  yield* events.readEvents(carrier, (either) => buildRequest('followChanges', input, base, either), {
    signal,
    timeoutMs,
  })
}

import type { Carrier } from './carrier.ts'
import type { CallOptions, Endpoint } from './contract.ts'
import { buildRequest, orAbort, readAnswer } from './exchange.ts'
import { ProblemError } from './problem.ts'

/** How long a call waits for its whole answer, or a stream for its beginning, in milliseconds; then it rejects with `timed-out`. */
export const ANSWER_TIMEOUT_MS = 15_000

/** Asks one endpoint; `Answer` is what its `output` has, by which the answer is checked. */
export type Caller = <Answer>(endpoint: Endpoint, input: object, options?: CallOptions) => Promise<Answer>

/** Asks over HTTP, as `createClient` says. */
export function createCaller(carrier: Carrier, base: string, timeoutMs: number): Caller {
  return async <Answer>(
    endpoint: Endpoint,
    input: object,
    { signal: callerSignal, keepalive = false }: CallOptions = {},
  ) => {
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = callerSignal ? AbortSignal.any([callerSignal, timeout]) : timeout
    const request = new Request(buildRequest(endpoint, input, base, signal), { keepalive })
    try {
      const [response, text] = await orAbort(exchange(carrier, request), signal)
      return readAnswer(endpoint.output, response, text) as Answer
    } catch (error) {
      callerSignal?.throwIfAborted()
      if (error instanceof ProblemError) throw error
      throw new ProblemError({ code: timeout.aborted ? 'timed-out' : 'unreachable' }, { cause: error })
    }
  }
}

async function exchange(carrier: Carrier, request: Request): Promise<[Response, string]> {
  const response = await carrier(request)
  return [response, await response.text()]
}

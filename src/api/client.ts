import * as v from 'valibot'
import type { Carrier } from './carrier.ts'
import {
  ANSWER_HEADER,
  endpoints,
  pathNames,
  type Api,
  type Call,
  type EndpointName,
  type Input,
  type Output,
} from './contract.ts'
import { ProblemError, serverProblem, type Problem } from './problem.ts'

/** How long a call waits for its whole answer, in milliseconds, before it rejects with `timed-out`. */
export const ANSWER_TIMEOUT_MS = 15_000

/**
 * An `Api` over HTTP. `base` is the absolute URL of the contract's base path, such as
 * `https://comments.example/api/v1`. A call that its own `signal` aborts rejects with that signal's reason.
 */
export function createClient(carrier: Carrier, base: string, timeoutMs = ANSWER_TIMEOUT_MS): Api {
  function bind<Name extends EndpointName>(name: Name): Call<Name> {
    return (input, { signal } = {}) => call(name, input, carrier, base, timeoutMs, signal)
  }
  return {
    checkHealth: bind('checkHealth'),
    readArticle: bind('readArticle'),
    readDiscussion: bind('readDiscussion'),
    listComments: bind('listComments'),
    listReplies: bind('listReplies'),
    postComment: bind('postComment'),
  }
}

async function call<Name extends EndpointName>(
  name: Name,
  input: Input<Name>,
  carrier: Carrier,
  base: string,
  timeoutMs: number,
  callerSignal: AbortSignal | undefined,
): Promise<Output<Name>> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = callerSignal ? AbortSignal.any([callerSignal, timeout]) : timeout
  const request = buildRequest(name, input, base, signal)
  try {
    const [response, text] = await orAbort(exchange(carrier, request), signal)
    return readAnswer(name, response, text)
  } catch (error) {
    callerSignal?.throwIfAborted()
    if (error instanceof ProblemError) throw error
    throw new ProblemError({ code: timeout.aborted ? 'timed-out' : 'unreachable' }, { cause: error })
  }
}

function buildRequest(name: EndpointName, input: object, base: string, signal: AbortSignal): Request {
  const { method, path } = endpoints[name]
  const values: Record<string, unknown> = { ...input }
  const { idempotencyKey, ...rest } = values
  for (const key of pathNames(path)) delete rest[key]
  const url = new URL(
    base + path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(values[key]))),
  )
  const headers = new Headers({ Accept: 'application/json' })
  if (idempotencyKey !== undefined) headers.set('Idempotency-Key', String(idempotencyKey))
  if (method === 'GET') {
    for (const [key, value] of Object.entries(rest)) url.searchParams.set(key, String(value))
    return new Request(url, { method, headers, signal })
  }
  headers.set('Content-Type', 'application/json')
  return new Request(url, { method, headers, signal, body: JSON.stringify(rest) })
}

async function exchange(carrier: Carrier, request: Request): Promise<[Response, string]> {
  const response = await carrier(request)
  return [response, await response.text()]
}

function readAnswer<Name extends EndpointName>(name: Name, response: Response, text: string): Output<Name> {
  const unexpected: Problem = { code: 'unexpected-answer', status: response.status }
  if (!response.headers.has(ANSWER_HEADER)) {
    throw new ProblemError(response.status >= 500 ? { code: 'unavailable' } : unexpected)
  }
  const answer = parseJson(text)
  if (response.ok) {
    const parsed = v.safeParse(endpoints[name].output, answer)
    if (parsed.success) return parsed.output as Output<Name>
  } else {
    const parsed = v.safeParse(serverProblem, answer)
    if (parsed.success) throw new ProblemError(parsed.output)
  }
  throw new ProblemError(unexpected)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function orAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    if (signal.aborted) reject(signal.reason)
    promise.then(resolve, reject)
  })
}

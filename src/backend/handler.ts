import { Hono } from 'hono/tiny'
import { BASE_PATH } from '../api/basePath.ts'
import { hasBody, inputHeaders, pathNames, type Api, type Endpoint } from '../api/contract.ts'
import { everyEndpoint } from '../api/everyEndpoint.ts'
import { inputs } from '../api/inputs.ts'
import { ProblemError, type Problem } from '../api/problem.ts'
import type { ChangePage } from '../api/schemas.ts'
import { groupBy } from '../domain/groupBy.ts'
import { answerWith, answerWithBody } from './answerWith.ts'
import { openEventStream } from './eventStream.ts'
import { problemAnswer } from './problemAnswer.ts'
import { readInput } from './readInput.ts'
import { serveCalls, type Served } from './serveCalls.ts'

/** Answers every request, and never rejects. */
export type Handle = (request: Request) => Promise<Response>

/**
 * The service over HTTP, at `BASE_PATH` of any origin, and whatever else is `served` there. `onError` hears what was answered with
 * `unavailable`, which tells the other side nothing, and what a stream broke off for.
 */
export function createHandler(
  service: Api,
  onError: (error: unknown) => void = () => undefined,
  served: readonly Served[] = [],
): Handle {
  const router = new Hono()
  for (const [path, sharing] of groupBy([...serveApi(service, onError), ...served], pathOf)) {
    router.all(BASE_PATH + path, async ({ req }) => {
      const method = req.method === 'HEAD' ? 'GET' : req.method
      const found = sharing.find(({ endpoint }) => endpoint.method === method)
      if (!found) return answerOtherMethod(method, sharing)
      return found
        .answer(req.raw, req.param())
        .catch((error: unknown) => refuse(found.endpoint, req.raw, error, onError))
    })
  }
  router.notFound(() => problemAnswer({ code: 'not-found', resource: 'path' }))
  return async (request) => router.fetch(request)
}

function pathOf({ endpoint }: Served): string {
  return endpoint.path
}

function serveApi(service: Api, onError: (error: unknown) => void): Served[] {
  const { followChanges, ...calls } = inputs
  const endpoint = everyEndpoint.followChanges
  return [
    ...serveCalls(everyEndpoint, calls, service),
    {
      endpoint,
      answer: async (request, path) => {
        const input = await readInput(endpoint, followChanges, request, path)
        return answerWithEvents(
          (signal) => service.followChanges(input, { signal }),
          endpoint.status,
          request,
          onError,
        )
      },
    },
  ]
}

/** `Allow` as RFC 9110, sections 9.3.7 and 15.5.6, has it. */
function answerOtherMethod(method: string, sharing: readonly Served[]): Response {
  const methods = sharing.flatMap(({ endpoint }) =>
    endpoint.method === 'GET' ? ['GET', 'HEAD'] : [endpoint.method],
  )
  const Allow = [...methods, 'OPTIONS'].join(', ')
  if (method === 'OPTIONS') return answerWith(204, null, { Allow })
  const reason = `must be made with one of ${Allow}`
  return problemAnswer({ code: 'invalid', field: null, reason }, { status: 405, headers: { Allow } })
}

async function answerWithEvents(
  follow: (signal: AbortSignal) => AsyncIterable<ChangePage>,
  status: number,
  request: Request,
  onError: (error: unknown) => void,
): Promise<Response> {
  const leaving = new AbortController()
  const signal = AbortSignal.any([request.signal, leaving.signal])
  const stream = await openEventStream(follow(signal), () => leaving.abort(), onError)
  if (request.method === 'HEAD') await stream.cancel()
  return answerWithBody(status, request.method === 'HEAD' ? null : stream, {
    'Content-Type': 'text/event-stream',
    // Asks nginx, and what understands it, not to hold back what has not filled a buffer.
    'X-Accel-Buffering': 'no',
  })
}

function refuse(
  endpoint: Endpoint,
  { headers }: Request,
  error: unknown,
  onError: (error: unknown) => void,
): Response {
  const problem: Problem = error instanceof ProblemError ? error.problem : { code: 'unavailable' }
  switch (problem.code) {
    case 'unavailable':
    case 'unreachable':
    case 'timed-out':
    case 'unexpected-answer':
      onError(error)
      return problemAnswer({ code: 'unavailable' })
    case 'invalid':
      return problemAnswer(problem, { status: invalidStatus(endpoint, headers, problem.field) })
    case 'forbidden':
      // To open a discussion there is no right that could be shown.
      return problem.resource === 'discussion' || headers.has(inputHeaders.editToken)
        ? problemAnswer(problem)
        : problemAnswer(problem, { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } })
    default:
      return problemAnswer(problem)
  }
}

/** 422 for a member of the body, which was understood as JSON (RFC 9110, section 15.5.21). */
function invalidStatus({ method, path }: Endpoint, headers: Headers, field: string | null): number {
  if (field === 'Content-Type') return 415
  if (field === inputHeaders.revision) return headers.has(inputHeaders.revision) ? 400 : 428
  const member = field?.split('.', 1)[0]
  const outside = [undefined, ...Object.keys(inputHeaders), ...pathNames(path)]
  return !hasBody(method) || outside.includes(member) ? 400 : 422
}

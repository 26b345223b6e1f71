import { Hono } from 'hono/tiny'
import { BASE_PATH } from '../api/basePath.ts'
import {
  hasBody,
  inputHeaders,
  pathNames,
  type Api,
  type Call,
  type CallName,
  type Endpoint,
  type EndpointName,
  type Input,
  type Output,
  type StreamName,
} from '../api/contract.ts'
import { everyEndpoint } from '../api/everyEndpoint.ts'
import { inputs, type InputSchema } from '../api/inputs.ts'
import { ProblemError, type Problem } from '../api/problem.ts'
import type { Comment } from '../domain/comment.ts'
import { groupBy } from '../domain/groupBy.ts'
import { answerWith, answerWithBody } from './answerWith.ts'
import { openEventStream } from './eventStream.ts'
import { problemAnswer } from './problemAnswer.ts'
import { readInput } from './readInput.ts'

/** Answers every request, and never rejects. */
export type Handle = (request: Request) => Promise<Response>

/** An endpoint, and what answers it. */
export type Answering = {
  endpoint: Endpoint
  answer: (request: Request, path: Record<string, string>) => Promise<Response>
}

/**
 * The service over HTTP, at `BASE_PATH` of any origin, and `more` that a host answers. `onError` hears what was answered with
 * `unavailable`, which tells the other side nothing, and what a stream broke off for.
 */
export function createHandler(
  service: Api,
  onError: (error: unknown) => void = () => undefined,
  more: readonly Answering[] = [],
): Handle {
  const router = new Hono()
  const all = [...answerContract(service, onError), ...more]
  for (const [path, sharing] of groupBy(all, ({ endpoint }) => endpoint.path)) {
    router.all(BASE_PATH + path, async ({ req }) => {
      const method = req.method === 'HEAD' ? 'GET' : req.method
      const found = sharing.find(({ endpoint }) => endpoint.method === method)
      if (found === undefined) return answerOtherMethod(method, sharing)
      return found
        .answer(req.raw, req.param())
        .catch((error: unknown) => refuse(found.endpoint, req.raw, error, onError))
    })
  }
  router.notFound(() => problemAnswer({ code: 'not-found', resource: 'path' }))
  return async (request) => router.fetch(request)
}

/** An endpoint that answers once, with what `call` makes of its input. */
export function answerBy<In, Out extends object>(
  endpoint: Endpoint,
  input: InputSchema<In>,
  call: (input: In) => Promise<Out>,
): Answering {
  return {
    endpoint,
    answer: async (request, path) =>
      answerWithOutput(endpoint, request, await call(await readInput(endpoint, input, request, path))),
  }
}

function answerContract(service: Api, onError: (error: unknown) => void): Answering[] {
  return (Object.keys(everyEndpoint) as EndpointName[]).map((name) =>
    isStream(name)
      ? {
          endpoint: everyEndpoint[name],
          answer: (request, path) => answerWithEvents(service, name, request, path, onError),
        }
      : answerCall(service, name),
  )
}

const schemas: { [Name in EndpointName]: InputSchema<Input<Name>> } = inputs

function answerCall<Name extends CallName>(
  service: { [Each in CallName]: Call<Each> },
  name: Name,
): Answering {
  return answerBy<Input<Name>, Output<Name>>(everyEndpoint[name], schemas[name], service[name])
}

/** `Allow` as RFC 9110, sections 9.3.7 and 15.5.6, has it. */
function answerOtherMethod(method: string, sharing: readonly Answering[]): Response {
  const methods = sharing.flatMap(({ endpoint: { method: allowed } }) =>
    allowed === 'GET' ? ['GET', 'HEAD'] : [allowed],
  )
  const Allow = [...methods, 'OPTIONS'].join(', ')
  if (method === 'OPTIONS') return answerWith(204, null, { Allow })
  const reason = `must be made with one of ${Allow}`
  return problemAnswer({ code: 'invalid', field: null, reason }, { status: 405, headers: { Allow } })
}

function isStream(name: EndpointName): name is StreamName {
  return 'isStream' in everyEndpoint[name]
}

function answerWithOutput({ status }: Endpoint, request: Request, output: object): Response {
  if ('isNew' in output && output.isNew === true) return answerWith(201, output)
  if (!isComment(output)) return answerWith(status, output)
  const headers = { ETag: `"${output.revision}"` }
  if (status !== 201) return answerWith(status, output, headers)
  // What is held is not there yet; what becomes of it is told to its key.
  if (output.status === 'held') return answerWith(202, output)
  const collection = new URL(request.url).pathname.replace(/\/$/, '')
  return answerWith(status, output, { ...headers, Location: `${collection}/${output.id}` })
}

/** The names of counts are ids, which may be any member's name; but no count is a text. */
function isComment(output: object): output is Comment {
  return 'revision' in output && 'body' in output && typeof output.body === 'string'
}

async function answerWithEvents(
  service: Api,
  name: StreamName,
  request: Request,
  path: Record<string, string>,
  onError: (error: unknown) => void,
): Promise<Response> {
  const endpoint = everyEndpoint[name]
  const input = await readInput(endpoint, inputs[name], request, path)
  const leaving = new AbortController()
  const signal = AbortSignal.any([request.signal, leaving.signal])
  const stream = await openEventStream(service[name](input, { signal }), () => leaving.abort(), onError)
  if (request.method === 'HEAD') await stream.cancel()
  return answerWithBody(endpoint.status, request.method === 'HEAD' ? null : stream, {
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
      // Only of a comment is there a right that could be shown.
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

import { Hono } from 'hono/tiny'
import { BASE_PATH, endpoints, pathNames, type Api, type EndpointName } from '../api/contract.ts'
import { ProblemError, type Problem } from '../api/problem.ts'
import { answerWith } from './answerWith.ts'
import { problemAnswer } from './problemAnswer.ts'
import { readInput } from './readInput.ts'

/**
 * The service over HTTP, at `BASE_PATH` of any origin. Answers every request, never rejects. `onError` hears what was
 * answered with `unavailable`, which tells the other side nothing.
 */
export function createHandler(
  service: Api,
  onError: (error: unknown) => void = () => undefined,
): (request: Request) => Promise<Response> {
  const router = new Hono()
  for (const [path, names] of namesByPath()) {
    router.all(BASE_PATH + path, async ({ req }) => {
      const method = req.method === 'HEAD' ? 'GET' : req.method
      const name = names.find((candidate) => endpoints[candidate].method === method)
      if (name === undefined) return answerOtherMethod(method, names)
      return answer(service, name, req.raw, req.param()).catch((error: unknown) =>
        refuse(name, error, onError),
      )
    })
  }
  router.notFound(() => problemAnswer({ code: 'not-found', resource: 'path' }))
  return async (request) => router.fetch(request)
}

function namesByPath(): Map<string, EndpointName[]> {
  const paths = new Map<string, EndpointName[]>()
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const { path } = endpoints[name]
    paths.set(path, [...(paths.get(path) ?? []), name])
  }
  return paths
}

/** `Allow` as RFC 9110, sections 9.3.7 and 15.5.6, has it. */
function answerOtherMethod(method: string, names: readonly EndpointName[]): Response {
  const methods = names.flatMap((name) => (endpoints[name].method === 'GET' ? ['GET', 'HEAD'] : ['POST']))
  const Allow = [...methods, 'OPTIONS'].join(', ')
  if (method === 'OPTIONS') return answerWith(204, null, { Allow })
  const reason = `must be made with one of ${Allow}`
  return problemAnswer({ code: 'invalid', field: null, reason }, { status: 405, headers: { Allow } })
}

async function answer<Name extends EndpointName>(
  service: Api,
  name: Name,
  request: Request,
  path: Record<string, string>,
): Promise<Response> {
  const output = await service[name](await readInput(name, request, path))
  const { status } = endpoints[name]
  if (status !== 201 || !('id' in output)) return answerWith(status, output)
  const collection = new URL(request.url).pathname.replace(/\/$/, '')
  return answerWith(status, output, { Location: `${collection}/${output.id}` })
}

function refuse(name: EndpointName, error: unknown, onError: (error: unknown) => void): Response {
  const problem: Problem = error instanceof ProblemError ? error.problem : { code: 'unavailable' }
  switch (problem.code) {
    case 'unavailable':
    case 'unreachable':
    case 'timed-out':
    case 'unexpected-answer':
      onError(error)
      return problemAnswer({ code: 'unavailable' })
    case 'invalid':
      return problemAnswer(problem, { status: invalidStatus(name, problem.field) })
    default:
      return problemAnswer(problem)
  }
}

/** 422 for a member of the body, which was understood as JSON (RFC 9110, section 15.5.21). */
function invalidStatus(name: EndpointName, field: string | null): number {
  if (field === 'Content-Type') return 415
  const { method, path } = endpoints[name]
  const member = field?.split('.', 1)[0]
  const outside = [undefined, 'idempotencyKey', ...pathNames(path)]
  return method === 'GET' || outside.includes(member) ? 400 : 422
}

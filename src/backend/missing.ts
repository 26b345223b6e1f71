import { ProblemError, type ServerProblem } from '../api/problem.ts'

type Resource = Extract<ServerProblem, { code: 'not-found' }>['resource']

/** Rejects a request for what is not here. */
export function missing(resource: Resource): never {
  throw new ProblemError({ code: 'not-found', resource })
}

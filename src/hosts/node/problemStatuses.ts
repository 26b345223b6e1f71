import { hasBody } from '../../api/contract.ts'
import type { ServerProblem } from '../../api/problem.ts'
import { serverEndpoints, serverInputs, type ServerEndpointName } from '../../api/serverEndpoints.ts'

const statuses: Record<ServerProblem['code'], number> = {
  'not-found': 404,
  invalid: 400,
  'too-long': 422,
  'discussion-closed': 403,
  'parent-gone': 409,
  'depth-exceeded': 422,
  duplicate: 409,
  'idempotency-key-reused': 422,
  changed: 412,
  'edit-window-over': 403,
  forbidden: 403,
  'rate-limited': 429,
  'too-large': 413,
  unavailable: 503,
}

/** The statuses that an endpoint answers with where it refuses something for that problem. */
export function problemStatuses(name: ServerEndpointName, code: ServerProblem['code']): number[] {
  const { entries } = serverInputs[name]
  const usual = statuses[code]
  if (code === 'forbidden' && 'editToken' in entries) return [401, usual]
  if (code !== 'invalid') return [usual]
  return [
    usual,
    // What is no JSON, and what is JSON and says something wrong.
    ...(hasBody(serverEndpoints[name].method) ? [415, 422] : []),
    ...('revision' in entries ? [428] : []),
  ]
}

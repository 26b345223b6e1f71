import * as v from 'valibot'
import { comment } from './schemas.ts'

const seconds = v.pipe(v.number(), v.minValue(0))

/** What travels in an RFC 9457 answer, beside `type`, `title`, `status` and `detail`. */
export const serverProblem = v.variant('code', [
  v.object({
    code: v.literal('not-found'),
    resource: v.picklist(['article', 'discussion', 'comment', 'key', 'path']),
  }),
  v.object({ code: v.literal('invalid'), field: v.nullable(v.string()), reason: v.string() }),
  v.object({ code: v.literal('too-long'), field: v.string(), length: v.number(), limit: v.number() }),
  v.object({ code: v.literal('discussion-closed') }),
  v.object({ code: v.literal('parent-gone') }),
  v.object({ code: v.literal('depth-exceeded'), maxDepth: v.number() }),
  v.object({ code: v.literal('duplicate'), comment }),
  v.object({ code: v.literal('idempotency-key-reused') }),
  v.object({ code: v.literal('changed'), comment }),
  v.object({ code: v.literal('edit-window-over') }),
  /** To change a comment, of which backends of before say no more; to open a discussion; or to moderate. */
  v.object({
    code: v.literal('forbidden'),
    resource: v.optional(v.picklist(['comment', 'discussion', 'moderation']), 'comment'),
  }),
  v.object({ code: v.literal('rate-limited'), retryAfter: seconds }),
  v.object({ code: v.literal('too-large'), limit: v.number() }),
  v.object({ code: v.literal('unavailable') }),
])

export type ServerProblem = v.InferOutput<typeof serverProblem>

/** Also what only a client can meet: nobody answered, nobody answered in time, or the answer is not one of ours. */
export type Problem =
  | ServerProblem
  | { code: 'unreachable' }
  | { code: 'timed-out' }
  | { code: 'unexpected-answer'; status: number }

/** What every call of an `Api` rejects with. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.code, options)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The problem behind whatever a call rejected with; what is no `ProblemError` is a fault of ours, told as `unavailable`. */
export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { code: 'unavailable' }
}

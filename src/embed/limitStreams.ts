import type { Api } from '../api/contract.ts'
import { ProblemError } from '../api/problem.ts'

/**
 * An `Api` that follows no more than so many discussions at a time by streams. A further stream ends as one that is cut off, so that
 * changes are asked for now and then instead: without HTTP/2, a browser has six connections to a server for all of its tabs, and
 * those that streams keep are missing where something is read or posted.
 */
export function limitStreams(api: Api, most: number): Api {
  let open = 0
  return {
    ...api,
    async *followChanges(input, options) {
      if (open >= most) throw new ProblemError({ code: 'unreachable' })
      open += 1
      try {
        yield* api.followChanges(input, options)
      } finally {
        open -= 1
      }
    },
  }
}

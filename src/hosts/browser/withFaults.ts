import { problemAnswer } from '../../backend/problemAnswer.ts'
import type { Faults } from '../faults.ts'

/** Answers every request and never rejects; an answer that is lost on its way is a `Response.error()`. */
export type Handle = (request: Request) => Promise<Response>

/**
 * `handle` with faults, for which `random` draws numbers from 0 up to 1. Refusals and losses count towards `times` together.
 * A stream that is lost is ended; one that has begun meets no more faults.
 */
export function withFaults(handle: Handle, faults: Faults, random: () => number): Handle {
  let left = faults.times
  const strikes = (share: number) => {
    const struck = left > 0 && random() < share
    if (struck) left -= 1
    return struck
  }
  return async (request) => {
    if (faults.on !== 'all' && faults.on !== request.method.toLowerCase()) return handle(request)
    if (faults.latency > 0) await new Promise((resolve) => setTimeout(resolve, faults.latency))
    if (strikes(faults.fail)) return problemAnswer({ code: 'unavailable' })
    const answer = await handle(request)
    if (!strikes(faults.dropAfterCommit)) return answer
    await answer.body?.cancel()
    return Response.error()
  }
}

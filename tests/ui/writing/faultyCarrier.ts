import type { Carrier } from '../../../src/api/carrier.ts'
import { problemAnswer } from '../../../src/backend/problemAnswer.ts'

/**
 * What happens to a request that writes, or asks what became of one: refused before anything is kept, with or without a wait
 * that is asked for; lost or never answered, before or after it is kept.
 */
export const FAULTS = ['fail', 'rate-limit', 'drop', 'drop-after', 'hang', 'hang-after'] as const
export type Fault = (typeof FAULTS)[number]

/** Each request that writes, or asks what became of one, takes the next of `faults`. */
export function faultyCarrier(handle: Carrier) {
  const faults: Fault[] = []
  let busy = 0

  async function carry(request: Request): Promise<Response> {
    const isWriting = request.method !== 'GET' || request.url.includes('/idempotency/')
    const fault = isWriting ? faults.shift() : undefined
    if (fault === 'fail') return problemAnswer({ code: 'unavailable' })
    if (fault === 'rate-limit') return problemAnswer({ code: 'rate-limited', retryAfter: 3 })
    if (fault === 'drop') throw new TypeError('no network')
    if (fault === 'hang') return never()
    const answer = await handle(request)
    if (fault === 'drop-after') throw new TypeError('connection reset')
    if (fault === 'hang-after') return never()
    return answer
  }

  const never = () => {
    busy -= 1
    return new Promise<never>(() => {})
  }

  return {
    faults,
    /** Whether something is on its way that comes back. */
    isBusy: () => busy > 0,
    async carrier(request: Request): Promise<Response> {
      busy += 1
      try {
        return await carry(request)
      } finally {
        busy -= 1
      }
    },
  }
}

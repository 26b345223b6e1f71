import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Counts what is done under each key. */
export type RateLimiter = {
  /** Counts one more. Gives how many seconds to wait before the next, or `null` where this one is within the limit. */
  take(key: string): Promise<number | null>
}

/** So many in each minute from a key's first on, counted in this process; 0 is no limit. */
export function perMinute(limit: number): RateLimiter {
  if (limit === 0) return { take: async () => null }
  const counter = new RateLimiterMemory({ points: limit, duration: 60 })
  return {
    async take(key) {
      try {
        await counter.consume(key)
        return null
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000))
        throw refusal
      }
    },
  }
}

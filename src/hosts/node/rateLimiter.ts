import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Query } from '../../backend/sql/database.ts'

/** Counts what is done under each key. Rejects where that cannot be counted. */
export type RateLimiter = {
  /** Counts one more. Gives how many seconds to wait before the next, or `null` where this one is within the limit. */
  take(key: string): Promise<number | null>
  /** What `take` would give now; counts nothing. */
  look(key: string): Promise<number | null>
}

/** Of the migrations. */
const TABLE = 'request_counts'

/**
 * So many in each minute from a key's first on; 0 is no limit. They are counted in the database that is asked, by all processes on it
 * together, or, without one, in this process. A limit's name tells its keys from those of others in the same database.
 */
export function perMinute(name: string, limit: number, ask: Query | null): RateLimiter {
  if (limit === 0) return { take: async () => null, look: async () => null }
  const counted = { keyPrefix: name, points: limit, duration: 60 }
  const counter =
    ask === null
      ? new RateLimiterMemory(counted)
      : new RateLimiterPostgres({ ...counted, ...inTable(ask, limit) })
  return {
    async take(key) {
      try {
        await counter.consume(key)
        return null
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return secondsOf(refusal)
        throw refusal
      }
    },
    async look(key) {
      const counts = await counter.get(key)
      // What is over may still be there.
      return counts !== null && counts.msBeforeNext > 0 && counts.consumedPoints >= limit
        ? secondsOf(counts)
        : null
    },
  }
}

function inTable(ask: Query, limit: number) {
  return {
    storeClient: {
      async query({ text, values }: { text: string; values: readonly unknown[] }) {
        const rows = await ask(text, values)
        return { rows, rowCount: rows.length }
      },
    },
    storeType: 'client',
    tableName: TABLE,
    tableCreated: true,
    // `forgetCounts` does that.
    clearExpiredByTimeout: false,
    // Whoever was refused is refused until then without asking the database, so that a flood does not go on to it.
    inMemoryBlockOnConsumed: limit + 1,
  }
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000))
}

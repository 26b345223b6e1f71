import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '../../src/backend/sql/database.ts'
import { forgetCounts } from '../../src/backend/sql/expire.ts'
import { perMinute } from '../../src/hosts/node/rateLimiter.ts'
import { migrated, openAny } from '../support/databases/openDatabases.ts'
import { randomId } from '../../src/domain/ids.ts'

const begin = Date.parse('2026-01-01T00:00:00.000Z')

let database: Database
beforeAll(async () => {
  database = await migrated(await openAny())
}, 120_000)
afterAll(() => database.close())
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: begin })
})
afterEach(() => vi.useRealTimers())

const after = (milliseconds: number) => vi.setSystemTime(begin + milliseconds)
const limiter = (where: 'memory' | 'database', limit: number, name: string = randomId()) =>
  perMinute(name, limit, where === 'database' ? database.query : null)

describe.each(['memory', 'database'] as const)('a limit that is counted in the %s', (where) => {
  test('is for each key, from its first on, and says how long the next has to wait', async () => {
    const { take, look } = limiter(where, 2)
    const told = []
    for (const [milliseconds, key] of [
      [0, 'a'],
      [10_000, 'a'],
      [20_500, 'a'],
      [20_500, 'b'],
      [59_999, 'a'],
      [60_000, 'a'],
      [80_499, 'b'],
      [80_500, 'b'],
    ] as const) {
      after(milliseconds)
      told.push([milliseconds, key, await take(key)])
    }
    expect(told).toEqual([
      [0, 'a', null],
      [10_000, 'a', null],
      [20_500, 'a', 40],
      [20_500, 'b', null],
      [59_999, 'a', 1],
      [60_000, 'a', null],
      [80_499, 'b', null],
      [80_500, 'b', null],
    ])
    expect([await look('a'), await look('c')]).toEqual([null, null])
    await take('a')
    expect([await look('a'), await look('a')]).toEqual([40, 40])
    after(120_000)
    expect(await look('a')).toBeNull()
  })

  test('lets as many through as there are, however many come at once', async () => {
    const { take } = limiter(where, 7)
    const answers = await Promise.all(Array.from({ length: 50 }, () => take('a')))
    expect(answers.filter((wait) => wait === null)).toHaveLength(7)
    expect(answers.filter((wait) => wait === 60)).toHaveLength(43)
  })

  test('is no limit where it is 0', async () => {
    const { take } = limiter(where, 0)
    for (let times = 0; times < 50; times += 1) expect(await take('a')).toBeNull()
  })
})

test('whatever is taken whenever, both ways of counting answer as the rule says', async () => {
  const step = fc.record({
    key: fc.constantFrom('a', 'b'),
    pause: fc.oneof(fc.constantFrom(0, 1, 999, 1_000, 59_999, 60_000, 60_001), fc.nat(30_000)),
    what: fc.constantFrom('take' as const, 'take' as const, 'look' as const),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(step, { maxLength: 30 }),
      async (limit, steps) => {
        const limiters = [limiter('memory', limit), limiter('database', limit)]
        const minutes = new Map<string, { begun: number; count: number }>()
        let now = 0
        for (const { key, pause, what } of steps) {
          now += pause
          after(now)
          const last = minutes.get(key)
          const minute = last && now < last.begun + 60_000 ? last : { begun: now, count: 0 }
          const wait = minute.count < limit ? null : Math.ceil((minute.begun + 60_000 - now) / 1_000)
          if (what === 'take') minutes.set(key, { ...minute, count: minute.count + 1 })
          expect(await Promise.all(limiters.map((each) => each[what](key)))).toEqual([wait, wait])
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('processes that share a database share what is counted in it, and limits of other names do not', async () => {
  const processes = [limiter('database', 3, 'shared'), limiter('database', 3, 'shared')]
  const other = limiter('database', 3, 'other')
  const answers = []
  for (let times = 0; times < 2; times += 1) for (const { take } of processes) answers.push(await take('a'))
  expect(answers).toEqual([null, null, null, 60])
  expect(await other.take('a')).toBeNull()
})

test('a key that was refused is refused without asking the database again, until its time has come', async () => {
  const asked = vi.fn<typeof database.query>(database.query)
  const { take } = perMinute(randomId(), 1, asked as typeof database.query)
  await take('a')
  expect(await take('a')).toBe(60)
  after(30_000)
  for (let times = 0; times < 20; times += 1) expect(await take('a')).toBe(30)
  expect(asked).toHaveBeenCalledTimes(2)
  after(60_000)
  expect(await take('a')).toBeNull()
})

test('a database that cannot be asked lets nothing through', async () => {
  const away = new Error('The connection is lost')
  const { take, look } = perMinute('away', 1, () => Promise.reject(away))
  await expect(take('a')).rejects.toBe(away)
  await expect(look('a')).rejects.toBe(away)
})

test('what was counted is forgotten once its minute is over, and not before', async () => {
  const { take } = limiter('database', 1)
  await take('old')
  after(30_000)
  await take('new')
  await forgetCounts(database, new Date(begin + 60_001).toISOString())
  const kept = await database.query<{ key: string }>(
    `select key from request_counts where key like '%:old' or key like '%:new'`,
  )
  expect(kept.map(({ key }) => key.split(':').at(-1))).toEqual(['new'])
  expect(await take('new')).toBe(60)
})

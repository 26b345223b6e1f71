import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChangePage } from '../../src/api/schemas.ts'
import { createKnown } from '../../src/ui/live/known.ts'
import { delayAfter } from '../../src/ui/live/pauses.ts'
import { pageOf } from '../support/changePages.ts'

const LAST = 30

test('whatever pages come, in whatever order, those that are given leave no gap and tell nothing old', () => {
  const span = fc.tuple(fc.nat(LAST), fc.integer({ min: 1, max: 10 }))
  fc.assert(
    fc.property(fc.nat(LAST), fc.array(span), (since, spans) => {
      const given: ChangePage[] = []
      const known = createKnown(since, (page) => given.push(page))
      for (const [from, length] of spans) {
        const before = known.version()
        const taken = known.take(pageOf(from, from + length))
        const expected = from + length <= before ? 'known' : from > before ? 'gap' : 'given'
        expect(taken).toBe(expected)
        expect(known.version()).toBe(expected === 'given' ? from + length : before)
      }
      let version = since
      for (const page of given) {
        expect(page.since <= version && version < page.version).toBe(true)
        version = page.version
      }
    }),
  )
})

test.each([
  ['a later version is given', 5, { since: 2, version: 9 }, 'given'],
  ['the known version is known', 9, { since: 2, version: 9 }, 'known'],
  ['an earlier version, in answer to the known one, is given', 9, { since: 9, version: 3 }, 'given'],
  ['an earlier version, in answer to another one, is to be asked about', 9, { since: 5, version: 7 }, 'gap'],
] as const)('of a discussion that was imported anew, %s', (_, since, page, taken) => {
  const known = createKnown(since, () => undefined)
  expect(known.take({ ...pageOf(page.since, page.version), isReset: true })).toBe(taken)
  expect(known.version()).toBe(taken === 'given' ? page.version : since)
})

test('waits grow from a second to half a minute, and never past it, whatever chance says', () => {
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (failures, chance) => {
        const wait = (count: number) => delayAfter({ code: 'unavailable' }, count, () => chance)
        expect(wait(failures)).toBeGreaterThanOrEqual(1_000)
        expect(wait(failures)).toBeLessThanOrEqual(30_000)
        expect(wait(failures + 1)).toBeGreaterThanOrEqual(wait(failures))
      },
    ),
  )
  expect(delayAfter({ code: 'unavailable' }, 20, () => 0.999)).toBeGreaterThan(29_000)
})

test.each([
  [45, 45_000],
  [0, 1_000],
  [1e12, 3_600_000],
])('a wait of %d seconds that is demanded is one of %d milliseconds', (retryAfter, wait) => {
  expect(delayAfter({ code: 'rate-limited', retryAfter }, 1, () => 0.5)).toBe(wait)
})

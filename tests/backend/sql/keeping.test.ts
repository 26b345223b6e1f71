import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createMemoryStore } from '../../../src/backend/memoryStore.ts'
import type { Database } from '../../../src/backend/sql/database.ts'
import { forgetKeys, forgetReports } from '../../../src/backend/sql/expire.ts'
import { keepText, readText } from '../../../src/backend/sql/keptTexts.ts'
import { createSqlStore } from '../../../src/backend/sql/sqlStore.ts'
import type { IdempotencyKey } from '../../../src/domain/ids.ts'
import { parseQuery } from '../../../src/domain/search.ts'
import { empty, migrated, openAny } from '../../support/databases/openDatabases.ts'
import { at, importOf } from '../imports.ts'
import { attempt, comment, edit, factsOf, here, id, threads } from '../store/support.ts'

/** What PostgreSQL has no room for, what stands for it, what its queries of words are written with, and plain letters. */
const units = Array.from("\0\u{10fffe}\u0001\u0002'\\&:*| aBß京👍").concat('\ud800', '\udc00')
const text = fc.string({ unit: fc.constantFrom(...units), maxLength: 12 })

/** Of more than one unit, and of one that is greater than the first of those, though its character is not. */
const name = fc.string({ unit: fc.constantFrom('a', 'B', '京', '👍', 'Ａ', ' '), maxLength: 6 })

let database: Database
beforeAll(async () => {
  database = await migrated(await openAny())
}, 120_000)
afterAll(() => database.close())
beforeEach(() => empty(database))

test('every text is kept as it is, in a form that PostgreSQL has room for', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(readText(keepText(given))).toBe(given)
      expect(keepText(given)).not.toMatch(/\0/)
      expect(keepText(given).isWellFormed()).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test(
  'whatever is imported, and edited, is given back and found as memory has it',
  { timeout: 60_000 },
  async () => {
    const rows = fc.array(fc.record({ name, body: text }), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.array(text, { minLength: 4, maxLength: 4 }),
        text,
        async (given, queries, edited) => {
          await empty(database)
          const answers = await Promise.all(
            [createSqlStore(database), createMemoryStore()].map(async (store) => {
              const imported = given.map(({ name, body }, n) => [`c${n}`, null, n, name, body] as const)
              await store.importDiscussion(importOf('a', imported, { rules: edited }), { replace: false })
              await edit(store, 'c0', edited)
              const asked = [...queries, ...given.flatMap(({ name, body }) => [name, body])].flatMap(
                (query) => parseQuery(query)?.slice(0, 9) ?? [],
              )
              const found = asked.map((term) =>
                store.search({ ...nothing, discussionId: here, terms: [term] }),
              )
              return {
                listed: await store.listBranches(threads(), 9),
                found: await Promise.all(found),
                survey: await store.survey(here, { people: 5, steps: 5 }),
              }
            }),
          )
          expect(answers[0]).toEqual(answers[1])
        },
      ),
      { numRuns: 15, endOnFailure: true },
    )
  },
)

test('a text that is too long for its index, and a chain that is longer than a path, are found all the same', async () => {
  const long = Array.from({ length: 60_000 }, (_, n) =>
    String.fromCodePoint(0x4e00 + (n % 20_000), 97 + (n % 7)),
  ).join('')
  const chain = Array.from({ length: 600 }, (_, n) => [`c${n}`, n === 0 ? null : `c${n - 1}`, n] as const)
  const store = createSqlStore(database)
  await store.importDiscussion(importOf('a', [['long', null, 999, long, long], ...chain]), { replace: false })
  const search = { ...nothing, discussionId: here, terms: [long.slice(100, 130)] }
  expect((await store.search(search))?.matches.map(({ comment: each }) => String(each.id))).toEqual(['long'])
  await store.post(attempt({}), () => comment('new', { parentId: id('c599'), depth: 601 }))
  const { path } = (await store.readSurroundings(here, id('new'), 'newest', 9)) ?? { path: [] }
  expect(path.map(({ id: each }) => String(each))).toEqual([...chain.map(([each]) => each), 'new'])
  expect(path.map(({ replyCount }) => replyCount)).toEqual(path.map((_, n) => 600 - n))
})

test('keys and reports are forgotten that are older than they need be, and no others', async () => {
  const store = createSqlStore(database)
  await store.importDiscussion(importOf('a', [['1', null, 1]]), { replace: false })
  for (const minute of [10, 20, 30]) {
    await store.post(attempt({ key: `key-${minute}` }), () =>
      comment(`c${minute}`, { createdAt: at(minute) }),
    )
    const report = { reason: 'spam', words: '', commentId: id('1'), discussionId: here } as const
    const key = `report-${minute}` as IdempotencyKey
    await store.report({ ...report, key, receivedAt: at(minute) }, () => undefined)
  }
  expect([await forgetKeys(database, at(20)), await forgetReports(database, at(30))]).toEqual([1, 2])
  const kept = await Promise.all(
    [10, 20, 30].map((minute) => store.readPost(`key-${minute}` as IdempotencyKey)),
  )
  expect(kept.map((each) => each && String(each.id))).toEqual([null, 'c20', 'c30'])
  expect((await factsOf(store, attempt({ key: 'key-10' }))).recorded).toBeNull()
  expect((await store.readDiscussion(here))?.count).toBe(4)
})

const nothing = { author: null, from: null, until: null, after: null, limit: 99 } as const

import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../src/backend/sql/database.ts'
import { createSqlStore } from '../../../src/backend/sql/sqlStore.ts'
import type { Store, StoredComment } from '../../../src/backend/store.ts'
import type { CommentId, IdempotencyKey } from '../../../src/domain/ids.ts'
import { empty, makePostgres, migrated } from '../../support/databases/openDatabases.ts'
import { describeWithPostgres } from '../../support/databases/withPostgres.ts'
import { at, importOf } from '../imports.ts'
import { attempt, comment, here, hold, id, post, revised, threads } from '../store/support.ts'

describeWithPostgres('many who write at the same moment, on several connections', () => {
  let database: Database
  /** As a default of the server may have it, every transaction of which may have to be done anew. */
  let serializable: Database
  beforeAll(async () => {
    const open = await makePostgres()
    database = await migrated(open())
    serializable = open({ settings: '-c default_transaction_isolation=serializable' })
  }, 120_000)
  afterAll(() => Promise.all([database.close(), serializable.close()]))

  test.for(['committed', 'serializable'])(
    'leave counts and versions that are right, and of each key one comment, where reads are %s',
    { timeout: 60_000 },
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(fc.array(write, { minLength: 20, maxLength: 40, size: 'max' }), async (writes) => {
          await empty(database)
          const store = createSqlStore(kind === 'serializable' ? serializable : database)
          await store.importDiscussion(importOf('a', ROWS, { maxDepth: 99 }), { replace: false })
          for (const n of [0, 1, 2]) await hold(store, `held-${n}`, { parentId: id('c1'), depth: 2 })
          const done = await Promise.all(writes.map((each, n) => happen(store, each, n)))
          await checkCounts(store, ROWS.length, done)
        }),
        { numRuns: kind === 'serializable' ? 1 : 3, endOnFailure: true },
      )
    },
  )

  test('of several who bring the same discussion, one brings it, wholly', async () => {
    await empty(database)
    const store = createSqlStore(database)
    const taken = await Promise.all(
      ['x', 'y', 'z', 'v', 'w'].map((name) => {
        const rows = Array.from({ length: 300 }, (_, n) => [`${name}${n}`, null, n] as const)
        return store.importDiscussion(importOf('a', rows), { replace: false })
      }),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
    const { branches } = (await store.listBranches(threads({ limit: 999 }), 0)) ?? { branches: [] }
    expect(new Set(branches.map(({ comment: { id: each } }) => each.slice(0, 1))).size).toBe(1)
    expect(await store.readDiscussion(here)).toMatchObject({ count: 300, version: 300 })
  })

  test('of several who replace a discussion, each does so, while others post', async () => {
    await empty(database)
    const store = createSqlStore(database)
    const replace = (name: string) =>
      store.importDiscussion(importOf('a', [[name, null, 1]]), { replace: true })
    expect(await Promise.all(['x', 'y', 'z'].map(replace))).toEqual([true, true, true])
    const before = (await store.readDiscussion(here))?.version ?? 0
    await Promise.all([replace('v'), ...['1', '2', '3'].map((n) => post(store, n)), replace('w')])
    const { branches } = (await store.listBranches(threads(), 0)) ?? { branches: [] }
    const after = await store.readDiscussion(here)
    expect(after?.count).toBe(branches.length)
    expect(after?.version).toBe(before + 3 + 2 * 2)
  })
})

/** A thread with a chain and a wide comment, and another. */
const ROWS = [
  ['d1', null, 1],
  ['c1', null, 1],
  ['c2', 'c1', 2],
  ['c3', 'c2', 3],
  ['c4', 'c1', 4],
] as const

const IDS = ROWS.map(([each]) => each)

const write = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ step: fc.constant('post' as const), parent: fc.nat(5), key: fc.nat(8) }),
  },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('edit' as const), which: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('release' as const), which: fc.nat(2) }) },
)

type Done = { step: 'post' | 'edit' | 'release'; key?: string; comment: StoredComment | null }

/** Posts with the same key are done once. */
async function happen(store: Store, each: Step, n: number): Promise<Done> {
  switch (each.step) {
    case 'post': {
      const parentId = IDS[each.parent] === undefined ? null : id(IDS[each.parent] ?? '')
      const key = `key-${each.key}`
      const added = await store.post(attempt({ key }), ({ recorded }) =>
        recorded
          ? { answered: recorded.comment }
          : comment(`new-${n}`, { parentId, depth: parentId === null ? 1 : 2, createdAt: at(100 + n) }),
      )
      return { step: 'post', key, comment: added }
    }
    case 'edit':
      return {
        step: 'edit',
        comment: await store.revise(here, id(IDS[each.which] ?? ''), (present) =>
          revised(present, { body: `${n}` }),
        ),
      }
    case 'release':
      return {
        step: 'release',
        comment: await store.release(here, id(`held-${each.which}`), {
          status: 'published',
          createdAt: at(200 + n),
          editableUntil: null,
        }),
      }
  }
}

type Step = typeof write extends fc.Arbitrary<infer Value> ? Value : never

async function checkCounts(store: Store, imported: number, done: readonly Done[]): Promise<void> {
  const { discussion, branches } = (await store.listBranches(threads({ limit: 999 }), 999)) ?? {}
  const all = (branches ?? []).flatMap((branch) => [branch.comment, ...branch.below])
  const parents = new Map(all.map((each) => [each.id, each.parentId]))
  const below = new Map<CommentId, number>()
  for (const each of all) {
    for (let above = each.parentId; above !== null; above = parents.get(above) ?? null) {
      below.set(above, (below.get(above) ?? 0) + 1)
    }
  }
  expect(all.map((each) => [each.id, each.replyCount])).toEqual(
    all.map((each) => [each.id, below.get(each.id) ?? 0]),
  )
  const posted = new Map(done.flatMap(({ key, comment: each }) => (key && each ? [[key, each.id]] : [])))
  for (const { key, comment: each } of done) {
    if (key === undefined) continue
    expect(each?.id).toBe(posted.get(key))
    expect((await store.readPost(key as IdempotencyKey))?.id).toBe(each?.id)
  }
  const released = done.filter(({ step, comment: each }) => step === 'release' && each !== null)
  const edits = done.filter(({ step }) => step === 'edit').length
  const came = posted.size + released.length
  expect(discussion).toMatchObject({
    count: imported + came,
    threadCount: all.filter(({ parentId }) => parentId === null).length,
    version: imported + came + edits,
  })
  expect(all).toHaveLength(imported + came)
  const versions = [
    ...all.map(({ sequence }) => sequence).filter((sequence) => sequence > imported),
    ...done.flatMap(({ step, comment: each }) => (step === 'edit' && each ? [each.changedIn] : [])),
  ]
  expect(versions.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: came + edits }, (_, index) => imported + 1 + index),
  )
}

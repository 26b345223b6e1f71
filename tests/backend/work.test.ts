import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, expect, test, vi } from 'vitest'
import { arrangeImport } from '../../src/backend/arrangeImport.ts'
import { openIndexedDbStore } from '../../src/backend/indexedDbStore.ts'
import { addToMemory, createMemoryDiscussion } from '../../src/backend/memoryDiscussion.ts'
import { listBranches, listChanges } from '../../src/backend/memoryReading.ts'
import type { Import, Siblings } from '../../src/backend/store.ts'
import type { IdempotencyKey } from '../../src/domain/ids.ts'
import { ORDERS } from '../../src/domain/order.ts'
import { at, importOf } from './imports.ts'
import { attempt, comment, edit, here, hold, id, post, remove, repliesTo, threads } from './store/support.ts'

const SMALL = 1_000
const LARGE = 20_000

afterEach(() => vi.restoreAllMocks())

test('the IndexedDB store reads as many records for a page of a large discussion as for one of a small one', async () => {
  const count = countRecords()
  const small = await readsInIndexedDb(SMALL, count)
  expect(Math.min(...small.values())).toBeGreaterThan(0)
  expect(await readsInIndexedDb(LARGE, count)).toEqual(small)
})

test('the memory store looks at hardly more comments for a page of a large discussion than for one of a small one', () => {
  const small = readsInMemory(SMALL)
  const large = readsInMemory(LARGE)
  // A place is found by halving: one look more for each time that there is twice as much, in each of two lists.
  const halvings = 2 * Math.ceil(Math.log2(LARGE / SMALL))
  for (const [name, reads] of small) {
    expect(reads).toBeGreaterThan(0)
    expect(large.get(name)).toBeLessThanOrEqual(reads + halvings)
  }
})

type Count = (work: () => Promise<unknown>) => Promise<number>

/** How often each kind of page is read, by its name. */
type Reads = Map<string, number>

async function readsInIndexedDb(size: number, count: Count): Promise<Reads> {
  globalThis.indexedDB = new IDBFactory()
  const store = await openIndexedDbStore()
  await store.importDiscussion(discussionOf(size), { replace: false })
  for (const each of arrivals) await store.post(attempt({}), () => each)
  const reads: Reads = new Map()
  for (const [name, siblings] of pagesOf(size)) {
    reads.set(name, await count(() => store.listBranches(siblings, 25)))
  }
  reads.set('changes', await count(() => store.listChanges(here, size, 101)))
  const reply = { parentId: id('t1'), depth: 2 }
  const late = comment('late', reply)
  for (const order of ORDERS) {
    const surroundings = () => store.readSurroundings(here, id(`t${size / 40}-5`), order, 25)
    reads.set(`surroundings, ${order}`, await count(surroundings))
  }
  reads.set('post', await count(() => store.post(attempt({ key: 'key' }), () => late)))
  reads.set('edit', await count(() => edit(store, 'late', 'Better')))
  reads.set('delete', await count(() => remove(store, 'late')))
  reads.set('hold', await count(() => hold(store, 'held', reply)))
  reads.set('post of the same name', await count(() => post(store, 'again', reply)))
  reads.set('release', await count(() => store.release(here, id('held'), published)))
  reads.set('key', await count(() => store.readPost('key' as IdempotencyKey)))
  return reads
}

function readsInMemory(size: number): Reads {
  const { discussion: record, comments } = arrangeImport(discussionOf(size), null)
  const discussion = createMemoryDiscussion(record, comments)
  for (const each of arrivals) addToMemory(discussion, each)
  let looks = 0
  const watch = <Item>(items: Item[]) =>
    new Proxy(items, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1
        return Reflect.get(target, key)
      },
    })
  discussion.ranking = watch(discussion.ranking)
  discussion.changes = watch(discussion.changes)
  for (const [parentId, boxes] of discussion.siblings) discussion.siblings.set(parentId, watch(boxes))
  const reads: Reads = new Map()
  const count = (name: string, work: () => unknown) => {
    looks = 0
    work()
    reads.set(name, looks)
  }
  for (const [name, siblings] of pagesOf(size)) count(name, () => listBranches(discussion, siblings, 25))
  count('changes', () => listChanges(discussion, size, 101))
  return reads
}

/** One thread with half of the comments as its direct replies, and threads of ten. */
function discussionOf(size: number): Import {
  const tens = Array.from({ length: size / 20 }, (_, n) => [
    [`t${n}`, null, n] as const,
    ...Array.from(
      { length: 9 },
      (_, r) => [`t${n}-${r}`, r < 4 ? `t${n}` : `t${n}-${r - 4}`, size + r] as const,
    ),
  ])
  const wide = Array.from({ length: size / 2 - 1 }, (_, n) => [`w${n}`, 'w', size + n] as const)
  return importOf('a', [['w', null, size], ...wide, ...tens.toReversed().flat()])
}

/** Two threads, and replies in one of them and in one that was there. */
const createdAt = at(100_000)
const published = { status: 'published', createdAt: at(100_001), editableUntil: null } as const
const arrivals = [
  comment('x', { createdAt }),
  comment('y', { createdAt, parentId: id('x'), depth: 2 }),
  comment('z', { createdAt, parentId: id('t3'), depth: 2 }),
  comment('new', { createdAt }),
]

/** The first page and one in the middle, in every order, and of the branch with half of the comments. */
function pagesOf(size: number): [string, Siblings][] {
  const { comments } = arrangeImport(discussionOf(size), null)
  const find = (wanted: string) => comments.find((each) => each.id === wanted) ?? null
  const limit = 21
  return [
    ...ORDERS.flatMap((order): [string, Siblings][] => [
      [order, threads({ order, asOf: size, limit })],
      [`${order}, further on`, threads({ order, asOf: size, limit, after: find(`t${size / 40}`) })],
    ]),
    ['branch', { ...repliesTo('w'), limit: 51 }],
    ['branch, further on', { ...repliesTo('w', find(`w${size / 4}`)), limit: 51 }],
  ]
}

/** Counts every record that a request of IndexedDB gives while something is done. */
function countRecords(): Count {
  let records = 0
  const counting = (request: IDBRequest) => {
    request.addEventListener('success', () => {
      const result: unknown = request.result
      records += Array.isArray(result) ? result.length : result ? 1 : 0
    })
    return request
  }
  for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    for (const name of ['get', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'count'] as const) {
      const original: unknown = prototype[name]
      if (typeof original !== 'function') throw new TypeError(`There is no ${name}`)
      vi.spyOn(prototype, name).mockImplementation(function (this: unknown, ...given: unknown[]) {
        return counting(Reflect.apply(original, this, given))
      })
    }
  }
  return async (work) => {
    records = 0
    await work()
    return records
  }
}

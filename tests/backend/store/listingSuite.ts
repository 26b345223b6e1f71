import { expect, test } from 'vitest'
import { at, importOf } from '../imports.ts'
import {
  id,
  listBranches,
  listIds,
  post,
  ranking,
  repliesTo,
  threads,
  tree,
  type StoreUnderTest,
} from './support.ts'

/** In which order siblings come, and what comes with them. */
export function listingSuite(store: StoreUnderTest): void {
  test('gives threads newest first, oldest first or by replies, the newest first among equals', async () => {
    await store().importDiscussion(importOf('a', ranking), { replace: false })
    expect(await listIds(store(), threads({ order: 'newest' }))).toEqual(['4', '3', '2', '1'])
    expect(await listIds(store(), threads({ order: 'oldest' }))).toEqual(['1', '2', '3', '4'])
    expect(await listIds(store(), threads({ order: 'replies' }))).toEqual(['2', '4', '3', '1'])
  })

  test.for(['newest', 'oldest', 'replies'] as const)(
    'goes on behind any position in the order %s',
    async (order) => {
      await store().importDiscussion(importOf('a', ranking), { replace: false })
      const all = await listBranches(store(), threads({ order }))
      for (const [index, { comment: after }] of all.entries()) {
        const rest = await listBranches(store(), threads({ order, after, limit: 2 }))
        expect(rest).toEqual(all.slice(index + 1, index + 3))
      }
    },
  )

  test.for(['newest', 'oldest', 'replies'] as const)(
    'goes back before any position in the order %s, the nearest first',
    async (order) => {
      await store().importDiscussion(importOf('a', ranking), { replace: false })
      const all = (await listBranches(store(), threads({ order }))).toReversed()
      expect(await listBranches(store(), threads({ order, backwards: true }))).toEqual(all)
      for (const [index, { comment: after }] of all.entries()) {
        const rest = await listBranches(store(), threads({ order, after, limit: 2, backwards: true }))
        expect(rest).toEqual(all.slice(index + 1, index + 3))
      }
    },
  )

  test('keeps the given order of comments of one instant: threads newest first, replies oldest first', async () => {
    const rows = ['3', '2', '1'].flatMap((n) => [
      [n, null, 5] as const,
      [`${n}b`, n, 6] as const,
      [`${n}a`, n, 6] as const,
    ])
    await store().importDiscussion(importOf('a', rows), { replace: false })
    expect(await listIds(store(), threads({ order: 'newest' }))).toEqual(['3', '2', '1'])
    expect(await listIds(store(), threads({ order: 'oldest' }))).toEqual(['1', '2', '3'])
    expect(await listIds(store(), repliesTo('2'))).toEqual(['2b', '2a'])
  })

  test('gives what stands below a comment breadth first, each level oldest first, and no more than asked', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const belowFirst = async (below: number) => {
      const branches = await listBranches(store(), threads({ order: 'oldest' }), below)
      return branches[0]?.below.map((found) => found.id)
    }
    expect(await belowFirst(0)).toEqual([])
    expect(await belowFirst(1)).toEqual(['2'])
    expect(await belowFirst(3)).toEqual(['2', '5', '4'])
    expect(await belowFirst(99)).toEqual(['2', '5', '4', '6', '3'])
  })

  test('moves a thread up in the order of replies when it is answered', async () => {
    await store().importDiscussion(importOf('a', ranking), { replace: false })
    await listIds(store(), threads({ order: 'replies' }))
    for (const n of ['x', 'y', 'z']) {
      await post(store(), n, { parentId: id('1'), depth: 2 })
    }
    expect(await listIds(store(), threads({ order: 'replies' }))).toEqual(['1', '2', '4', '3'])
  })

  test('places a comment by its time, even where the clock went back', async () => {
    await store().importDiscussion(importOf('a', ranking), { replace: false })
    await post(store(), 'early', { createdAt: at(2) })
    expect(await listIds(store(), threads({ order: 'oldest' }))).toEqual(['1', '2', 'early', '3', '4'])
  })
}

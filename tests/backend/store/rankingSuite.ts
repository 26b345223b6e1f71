import { expect, test } from 'vitest'
import { positionOf } from '../../../src/backend/arrivals.ts'
import { importOf } from '../imports.ts'
import {
  edit,
  id,
  listBranches,
  listIds,
  post,
  ranking,
  remove,
  threads,
  type StoreUnderTest,
} from './support.ts'

/** The order of replies as of a version, while the counts go on. */
export function rankingSuite(store: StoreUnderTest): void {
  test('lists threads by their replies as of a version, without those that came after it', async () => {
    await store().importDiscussion(importOf('a', ranking), { replace: false })
    await arrive()
    const asOf = 8
    expect(await listIds(store(), threads({ order: 'replies' }))).toEqual(['1', 'new', '3', '2', '4'])
    const then = await listBranches(store(), threads({ order: 'replies', asOf }))
    expect(then.map(({ comment, rank }) => [comment.id, rank, comment.replyCount])).toEqual([
      ['2', 2, 2],
      ['4', 1, 1],
      ['3', 1, 3],
      ['1', 0, 5],
    ])
    for (const limit of [1, 2, 3]) {
      for (const [index, last] of then.entries()) {
        const after = positionOf(last)
        const rest = await listBranches(store(), threads({ order: 'replies', asOf, after, limit }))
        expect(rest).toEqual(then.slice(index + 1, index + 1 + limit))
        const back = { order: 'replies', asOf, after, limit, backwards: true } as const
        const before = then.slice(Math.max(0, index - limit), index).toReversed()
        expect(await listBranches(store(), threads(back))).toEqual(before)
      }
    }
  })

  test('knows the order of every version since the import', async () => {
    await store().importDiscussion(importOf('a', ranking), { replace: false })
    const orders: [number, string[]][] = []
    await arrive(async (version) => {
      orders.push([version, await listIds(store(), threads({ order: 'replies' }))])
    })
    expect(orders).toHaveLength(11)
    for (const [asOf, ids] of orders) {
      expect(await listIds(store(), threads({ order: 'replies', asOf }))).toEqual(ids)
    }
  })

  test('goes by the counts as they are where the discussion was imported anew since', async () => {
    await store().importDiscussion(importOf('a', ranking), { replace: false })
    await store().importDiscussion(importOf('a', ranking), { replace: true })
    await arrive()
    const expected = ['1', 'new', '3', '2', '4']
    expect(await listIds(store(), threads({ order: 'replies', asOf: 8 }))).toEqual(expected)
  })

  /** Replies to the last threads, a thread with replies, and revisions. */
  async function arrive(before: (version: number) => Promise<void> = async () => undefined): Promise<void> {
    const steps = [
      () => post(store(), 'x', { parentId: id('1'), depth: 2 }),
      () => post(store(), 'y', { parentId: id('x'), depth: 3 }),
      () => post(store(), 'new'),
      () => post(store(), 'z', { parentId: id('y'), depth: 4 }),
      ...['new-1', 'new-2', 'new-3'].map((n) => () => post(store(), n, { parentId: id('new'), depth: 2 })),
      ...['3b', '3c'].map((n) => () => post(store(), n, { parentId: id('3a'), depth: 3 })),
      () => edit(store(), '4', 'Changed'),
      () => remove(store(), '2'),
      ...['1b', '1c'].map((n) => () => post(store(), n, { parentId: id('1'), depth: 2 })),
    ]
    for (const [index, step] of steps.entries()) {
      if (index < 11) await before(8 + index)
      await step()
    }
  }
}

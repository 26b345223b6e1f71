import { describe, expect, test } from 'vitest'
import type { Search } from '../../../src/backend/searchingStore.ts'
import { ORDERS, type Order } from '../../../src/domain/order.ts'
import { at, importOf } from '../imports.ts'
import { edit, here, hold, id, listIds, post, ranking, remove, revised, threads, tree } from './support.ts'
import type { StoreUnderTest } from './support.ts'

const nothing = { terms: [], author: null, from: null, until: null, after: null } as const
const elsewhere = importOf('b', [['elsewhere', null, 1, 'Pete', 'Text']])

/** What finds comments. */
export function searchingSuite(store: StoreUnderTest): void {
  describe('a search', () => {
    test('finds every term in text or name, the newest first, and of one instant what came last', async () => {
      await open([
        ['3', null, 5, 'Hapa', 'Text by Pete'],
        ['2', null, 5, 'Pete', 'A TEXT'],
        ['1', null, 5, 'Pete', 'Nothing'],
        ['4', '1', 4, 'Péte', 'text'],
      ])
      const found = await search({ terms: ['pete', 'text'] })
      expect(found).toEqual({ ids: ['3', '2', '4'], total: 3 })
      expect(await search({ terms: ['pete', 'texts'] })).toEqual({ ids: [], total: 0 })
    })

    test('finds a whole name, folded', async () => {
      await open([
        ['1', null, 1, 'PETE'],
        ['2', null, 2, 'Ｐｅｔｅ'],
        ['3', null, 3, 'Peter'],
        ['4', null, 4, 'Péte'],
      ])
      expect(await search({ author: 'pete' })).toEqual({ ids: ['2', '1'], total: 2 })
    })

    test('finds what came from one instant on, and before another', async () => {
      await open(tree)
      expect(await search({ from: at(3), until: at(11) })).toEqual({ ids: ['6', '4', '5'], total: 3 })
      expect(await search({ from: at(11) })).toEqual({ ids: ['7', '3'], total: 2 })
      expect(await search({ until: at(1) })).toEqual({ ids: [], total: 0 })
    })

    test('gives no more than asked, goes on behind any comment, and counts all the same', async () => {
      await open(tree)
      const { ids } = await search({ terms: ['text'] })
      expect(ids).toHaveLength(7)
      const whole = await store().search({ ...nothing, discussionId: here, terms: ['text'], limit: 99 })
      for (const [index, { comment: after }] of (whole?.matches ?? []).entries()) {
        const rest = { ids: ids.slice(index + 1, index + 3), total: 7 }
        expect(await search({ terms: ['text'], after, limit: 2 })).toEqual(rest)
      }
    })

    test('passes over none of a thread and a reply that were imported with one instant and one sequence', async () => {
      await open([
        ['1', null, 0],
        ['3', null, 5],
        ['2', '1', 5],
        ['4', '1', 1],
      ])
      const found = await store().search({ ...nothing, discussionId: here, terms: ['text'], limit: 9 })
      const comments = found?.matches.map(({ comment }) => comment) ?? []
      expect(comments.map((comment) => [comment.id, comment.sequence])).toEqual([
        ['3', 3],
        ['2', 3],
        ['4', 4],
        ['1', 4],
      ])
      const [after] = comments
      expect((await search({ terms: ['text'], after: after ?? null })).ids).toEqual(['2', '4', '1'])
    })

    test('gives with each what it stands below, the top level first', async () => {
      await open(tree)
      const found = await store().search({ ...nothing, discussionId: here, author: 'pete', limit: 9 })
      const above = found?.matches.map(({ comment, ancestors }) => [comment.id, ancestors.map((a) => a.id)])
      expect(above).toEqual([
        ['3', ['1', '2']],
        ['6', ['1', '5']],
        ['1', []],
      ])
    })

    test('finds what was posted and edited, and nothing that is gone, held, or of elsewhere', async () => {
      await open(tree)
      await store().importDiscussion(elsewhere, { replace: false })
      await post(store(), 'new', { parentId: id('7'), depth: 2, body: 'My text' })
      await edit(store(), '4', 'Changed')
      await remove(store(), '2')
      await store().revise(here, id('6'), (comment) => revised(comment, { status: 'rejected' }))
      await hold(store(), 'held', { body: 'Text' })
      const found = await store().search({ ...nothing, discussionId: here, terms: ['text'], limit: 9 })
      expect(found?.matches.map(({ comment }) => comment.id)).toEqual(['new', '7', '3', '5', '1'])
      expect(found?.discussion).toEqual(await store().readDiscussion(here))
      const again = { ...nothing, discussionId: id('none') as never, terms: ['text'], limit: 9 }
      expect(await store().search(again)).toBeNull()
    })

    test('reaches every comment of a discussion that is read in many parts', async () => {
      const rows = Array.from({ length: 1_500 }, (_, n) => [`c${n}`, null, n, `Name ${n % 7}`] as const)
      await open(rows.toReversed())
      const { ids, total } = await search({ author: 'name 3', limit: 300 })
      expect([ids.length, ids[0], ids.at(-1), total]).toEqual([214, 'c1494', 'c3', 214])
      const survey = await store().survey(here, { people: 9, steps: 60 })
      expect(survey).toMatchObject({ total: 1_500, peopleCount: 7 })
    })
  })

  describe('the surroundings of a comment', () => {
    test('are the way down to it, and what stands below it and its thread', async () => {
      await open(tree)
      const found = await store().readSurroundings(here, id('5'), 'newest', 2)
      expect(found?.path.map((comment) => comment.id)).toEqual(['1', '5'])
      expect(found?.belowComment.map((comment) => comment.id)).toEqual(['6'])
      expect(found?.belowThread.map((comment) => comment.id)).toEqual(['2', '5'])
      expect(found?.discussion).toEqual(await store().readDiscussion(here))
    })

    test.for(ORDERS)('tell whether its thread is the first or the last in the order %s', async (order) => {
      await open(ranking)
      await post(store(), 'x', { parentId: id('1'), depth: 2 })
      const ids = await listIds(store(), threads({ order }))
      expect(await Promise.all(ids.map((thread) => ends(thread, order)))).toEqual([
        [true, false],
        [false, false],
        [false, false],
        [false, true],
      ])
      expect(await ends('2b', order)).toEqual(await ends('2', order))
    })

    test('are nothing where it is held, of elsewhere, or not at all', async () => {
      await open(tree)
      await store().importDiscussion(elsewhere, { replace: false })
      await hold(store(), 'held')
      for (const text of ['held', 'elsewhere', 'none']) {
        expect(await store().readSurroundings(here, id(text), 'newest', 9)).toMatchObject({
          path: [],
          belowThread: [],
          belowComment: [],
        })
      }
      expect(await store().readSurroundings(id('none') as never, id('1'), 'newest', 9)).toBeNull()
    })
  })

  describe('a survey', () => {
    test('counts people by their folded names, as first written, most comments first', async () => {
      await open([
        ['3', null, 5, 'PETE'],
        ['2', null, 3, 'Pete'],
        ['4', '2', 4, 'pete '],
        ['5', null, 6, 'Zoe'],
        ['6', null, 7, 'Ann'],
        ['7', null, 8, ''],
      ])
      const survey = await store().survey(here, { people: 2, steps: 60 })
      expect(survey).toMatchObject({ peopleCount: 3, total: 6 })
      expect(survey?.people).toEqual([
        { name: 'Pete', count: 3 },
        { name: 'Ann', count: 1 },
      ])
    })

    test('lays out the times in equal steps, each comment in one', async () => {
      await open([
        ['1', null, 0],
        ['2', '1', 1],
        ['3', '1', 2],
        ['4', null, 10],
      ])
      const survey = await store().survey(here, { people: 9, steps: 4 })
      expect(survey?.timeline).toEqual({
        from: at(0),
        until: new Date(Date.parse(at(10)) + 4).toISOString(),
        step: 150_001,
        counts: [3, 0, 0, 1],
      })
    })

    test('of one comment has one step, and of none no time', async () => {
      await open([['1', null, 0]])
      const survey = await store().survey(here, { people: 9, steps: 60 })
      expect(survey?.timeline).toMatchObject({ from: at(0), step: 1, counts: [1] })
      await remove(store(), '1')
      const then = await store().survey(here, { people: 9, steps: 60 })
      expect(then).toMatchObject({ people: [], peopleCount: 0, timeline: null, total: 0 })
      expect(await store().survey(id('none') as never, { people: 9, steps: 60 })).toBeNull()
    })
  })

  async function open(rows: Parameters<typeof importOf>[1]): Promise<void> {
    await store().importDiscussion(importOf('a', rows), { replace: false })
  }

  async function search(wanted: Partial<Search>) {
    const found = await store().search({ ...nothing, discussionId: here, limit: 99, ...wanted })
    return { ids: found?.matches.map(({ comment }) => comment.id), total: found?.total } as {
      ids: string[]
      total: number
    }
  }

  async function ends(text: string, order: Order) {
    const found = await store().readSurroundings(here, id(text), order, 0)
    return [found?.isFirst, found?.isLast]
  }
}

import { expect, test } from 'vitest'
import { changeAfter } from '../../../src/backend/changes.ts'
import { at, importOf } from '../imports.ts'
import {
  edit,
  here,
  id,
  listBranches,
  listIds,
  post,
  remove,
  repliesTo,
  revised,
  threads,
  tree,
  type StoreUnderTest,
} from './support.ts'

/** What is changed, and what is told of it. */
export function changesSuite(store: StoreUnderTest): void {
  test('tells each comment that changed since a version once, where it came or else where it was last revised', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await post(store(), 'x')
    await post(store(), 'y', { parentId: id('7'), depth: 2 })
    await edit(store(), 'x', 'Once')
    await edit(store(), '4', 'Changed')
    await edit(store(), 'x', 'Twice')
    await edit(store(), '6', 'Changed')
    const told = [
      [7, 8, ['x', 'y', '4', '6']],
      [8, 9, ['y', '4', 'x', '6']],
      [9, 11, ['4', 'x', '6']],
      [11, 12, ['x', '6']],
      [12, 13, ['6']],
      [13, undefined, []],
    ] as const
    for (const [since, first, ids] of told) {
      expect(await listChangedIds(since, 99)).toEqual(ids)
      const changed = (await store().listChanges(here, since, 1))?.comments ?? []
      expect(changed.map((comment) => changeAfter(since, comment))).toEqual(
        first === undefined ? [] : [first],
      )
      for (const limit of [1, 2, 3]) {
        expect(await listChangedIds(since, limit)).toEqual(ids.slice(0, limit))
      }
    }
    expect((await store().listChanges(here, 7, 1))?.comments).toEqual([
      await store().readComment(here, id('x')),
    ])
  })

  test('tells nothing of what was imported, nor of another discussion', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await store().importDiscussion(importOf('b', tree), { replace: false })
    await post(store(), 'x')
    expect(await listChangedIds(0, 99)).toEqual(['x'])
    await store().importDiscussion(importOf('a', tree), { replace: true })
    expect(await store().listChanges(here, 0, 99)).toEqual({
      discussion: expect.objectContaining({ version: 16, importedIn: 16 }),
      comments: [],
    })
  })

  test('changes a comment as it is told, and its counts and place not', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const before = await store().readComment(here, id('2'))
    const order = await listIds(store(), repliesTo('1'))
    const changes = {
      body: 'Better',
      format: 'markdown',
      editedAt: at(700),
      revision: 2,
      editableUntil: at(800),
    } as const
    const discussion = await store().readDiscussion(here)
    const now = await store().revise(here, id('2'), (present, itsDiscussion) => {
      expect(present).toEqual(before)
      expect(itsDiscussion).toEqual(discussion)
      return revised(present, changes)
    })
    expect(now).toEqual({ ...before, ...changes, changedIn: 8 })
    expect(await store().readComment(here, id('2'))).toEqual(now)
    expect(await listIds(store(), repliesTo('1'))).toEqual(order)
    expect(await store().readDiscussion(here)).toMatchObject({ count: 7, threadCount: 2, version: 8 })
  })

  test('keeps a deleted comment in its place and in every count', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await remove(store(), '1')
    await remove(store(), '2')
    expect(await store().readDiscussion(here)).toMatchObject({ count: 7, threadCount: 2, version: 9 })
    const [branch] = await listBranches(store(), threads({ order: 'replies', asOf: 7 }), 99)
    expect(branch?.comment).toMatchObject({ id: '1', status: 'deleted', replyCount: 5 })
    expect(branch?.below.map((found) => found.id)).toEqual(['2', '5', '4', '6', '3'])
  })

  test('changes nothing when a revision is refused, or nothing is to be done', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const before = [await store().readDiscussion(here), await store().readComment(here, id('2'))]
    const refusal = new Error('refused')
    const refused = store().revise(here, id('2'), () => {
      throw refusal
    })
    await expect(refused).rejects.toBe(refusal)
    expect(await store().revise(here, id('2'), () => null)).toEqual(before[1])
    expect([await store().readDiscussion(here), await store().readComment(here, id('2'))]).toEqual(before)
  })

  test('a reply counts in its ancestors, and is no change of them', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await post(store(), 'x', { parentId: id('3'), depth: 4 })
    expect(await store().readComment(here, id('1'))).toMatchObject({ replyCount: 6, changedIn: 7 })
    expect(await listChangedIds(7, 99)).toEqual(['x'])
  })

  test('gives with comments the discussion of the very moment, whatever is posted meanwhile', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const steps = Array.from({ length: 8 }, (_, n) => n)
    const reads = await Promise.all(
      steps.flatMap((n) => [
        post(store(), `x-${n}`, { parentId: id('2'), depth: 3 }).then(() => []),
        store()
          .listBranches(threads(), 99)
          .then((found) => [found]),
        post(store(), `y-${n}`).then(() => []),
        store()
          .listChanges(here, 7, 99)
          .then((found) => [found]),
      ]),
    )
    for (const found of reads.flat()) {
      if (!found) throw new Error('not imported')
      const { count, threadCount, version } = found.discussion
      const posted = 'comments' in found ? found.comments.length : null
      const counted = 'branches' in found ? found.branches : null
      expect(version).toBe(count)
      expect(posted ?? count - 7).toBe(count - 7)
      expect(counted?.length ?? threadCount).toBe(threadCount)
      expect(counted?.reduce((sum, { comment }) => sum + 1 + comment.replyCount, 0) ?? count).toBe(count)
    }
  })

  async function listChangedIds(since: number, limit: number): Promise<string[] | undefined> {
    const changes = await store().listChanges(here, since, limit)
    return changes?.comments.map((comment) => comment.id)
  }
}

import { expect, test } from 'vitest'
import type { DiscussionId } from '../../../src/domain/ids.ts'
import { at, importOf } from '../imports.ts'
import { attempt, comment, factsOf, here, id, post, tree, type StoreUnderTest } from './support.ts'

/** What a post meets, and what it changes. */
export function postingSuite(store: StoreUnderTest): void {
  test('adds a comment, and counts it in the discussion and in every ancestor', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const added = await store().post(attempt({}), () => comment('new', { parentId: id('3'), depth: 4 }))
    expect(added).toMatchObject({
      id: 'new',
      replyCount: 0,
      sequence: 8,
      changedIn: 8,
      threadId: '1',
    })
    expect(await store().readComment(here, id('new'))).toEqual(added)
    expect(await store().readDiscussion(here)).toMatchObject({
      count: 8,
      threadCount: 2,
      version: 8,
      importedCount: 7,
    })
    const counts = ['3', '2', '1', '5', '7'].map(
      async (n) => (await store().readComment(here, id(n)))?.replyCount,
    )
    expect(await Promise.all(counts)).toEqual([1, 2, 6, 1, 0])
  })

  test('tells a post what it meets', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await post(store(), 'early', { author: { name: 'Hapa' }, createdAt: at(2) })
    const late = await post(store(), 'late', { author: { name: 'Hapa' }, createdAt: at(3) })
    expect(await factsOf(store(), attempt({ parentId: id('7'), since: at(3), name: 'Hapa' }))).toEqual({
      discussion: await store().readDiscussion(here),
      parent: await store().readComment(here, id('7')),
      recorded: null,
      recent: [late],
    })
    const elsewhere = attempt({ discussionId: 'b' as DiscussionId, parentId: id('7') })
    expect(await factsOf(store(), elsewhere)).toEqual({
      discussion: null,
      parent: null,
      recorded: null,
      recent: [],
    })
  })

  test('remembers what a key was used for, wherever it is used again', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const first = attempt({ key: 'k' })
    const added = await store().post(first, () => comment('new'))
    const recorded = { request: first.request, comment: added }
    expect((await factsOf(store(), first)).recorded).toEqual(recorded)
    const elsewhere = attempt({ key: 'k', discussionId: 'b' as DiscussionId })
    expect((await factsOf(store(), elsewhere)).recorded).toEqual(recorded)
    expect((await factsOf(store(), attempt({ key: 'other' }))).recorded).toBeNull()
  })

  test('changes nothing when a post is refused, or was answered before', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const before = await store().readDiscussion(here)
    const refusal = new Error('refused')
    const refused = store().post(attempt({ key: 'k' }), () => {
      throw refusal
    })
    await expect(refused).rejects.toBe(refusal)
    const present = await store().readComment(here, id('1'))
    if (!present) throw new Error('not imported')
    expect(await store().post(attempt({ key: 'k' }), () => ({ answered: present }))).toEqual(present)
    expect(await store().readDiscussion(here)).toEqual(before)
    expect((await factsOf(store(), attempt({ key: 'k' }))).recorded).toBeNull()
  })

  test('keeps nothing of a post that cannot be stored', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const before = await store().readDiscussion(here)
    const taken = store().post(attempt({ key: 'k' }), () => comment('4', { parentId: id('1'), depth: 2 }))
    await expect(taken).rejects.toBeInstanceOf(Error)
    expect(await store().readDiscussion(here)).toEqual(before)
    expect(await store().readComment(here, id('4'))).toMatchObject({ author: { name: 'Hapa' } })
    expect((await factsOf(store(), attempt({ key: 'k' }))).recorded).toBeNull()
  })

  test('does concurrent posts one after the other', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const names = Array.from({ length: 10 }, (_, n) => `new-${n}`)
    const added = await Promise.all(
      names.map((n) => store().post(attempt({}), () => comment(n, { parentId: id('2'), depth: 3 }))),
    )
    expect(new Set(added.map(({ sequence }) => sequence)).size).toBe(10)
    expect(await store().readDiscussion(here)).toMatchObject({ count: 17, version: 17 })
    expect((await store().readComment(here, id('1')))?.replyCount).toBe(15)
  })
}

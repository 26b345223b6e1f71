import { expect, test } from 'vitest'
import type { IdempotencyKey } from '../../../src/domain/ids.ts'
import { at, importOf } from '../imports.ts'
import {
  attempt,
  comment,
  factsOf,
  here,
  hold,
  id,
  listBranches,
  listIds,
  post,
  repliesTo,
  threads,
  tree,
  type StoreUnderTest,
} from './support.ts'

const key = 'k' as IdempotencyKey
const published = { status: 'published', createdAt: at(900), editableUntil: at(915) } as const

/** What is withheld, and what becomes of it. */
export function holdingSuite(store: StoreUnderTest): void {
  test('gives what was posted with a key, as it is now, and nothing for any other key', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await store().post(attempt({ key }), () => comment('new'))
    await post(store(), 'reply', { parentId: id('new'), depth: 2 })
    expect(await store().readPost(key)).toEqual(await store().readComment(here, id('new')))
    expect(await store().readPost(key)).toMatchObject({ id: 'new', replyCount: 1 })
    expect(await store().readPost('other' as IdempotencyKey)).toBeNull()
  })

  test('gives a held comment to its key, and to nobody else', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const before = await everything()
    const held = await store().post(attempt({ key }), () =>
      comment('held', { status: 'held', heldFor: 'links', parentId: id('3'), depth: 4 }),
    )
    expect(held).toMatchObject({ id: 'held', status: 'held', heldFor: 'links', threadId: '1', sequence: 0 })
    expect(await store().readPost(key)).toEqual(held)
    expect(await everything()).toEqual(before)
    expect(await store().readComment(here, id('held'))).toBeNull()
    expect(await store().revise(here, id('held'), () => expect.fail())).toBeNull()
    const below = attempt({ parentId: id('held') })
    expect((await factsOf(store(), below)).parent).toBeNull()
  })

  test('tells a post of held comments of the same name, and of what its own key was used for', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const first = attempt({ key })
    const held = await store().post(first, () => comment('held', { status: 'held', heldFor: 'links' }))
    await hold(store(), 'other', { author: { name: 'Hapa' } })
    await hold(store(), 'early', { createdAt: at(1) })
    const facts = await factsOf(store(), attempt({ key, since: at(2) }))
    expect(facts).toMatchObject({ recorded: { request: first.request, comment: held }, recent: [held] })
  })

  test('lets a held comment come as if it had been posted now', async () => {
    const reply = { parentId: id('2'), depth: 3 }
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await store().post(attempt({ key }), () =>
      comment('late', { ...reply, createdAt: at(0), status: 'held', heldFor: 'links' }),
    )
    await post(store(), 'x', reply)
    const released = await store().release(here, id('late'), published)
    expect(released).toEqual({
      ...comment('late', { ...reply, ...published }),
      sequence: 9,
      changedIn: 9,
      threadId: '1',
      replyCount: 0,
    })
    expect(await store().readPost(key)).toEqual(released)
    expect(await store().readComment(here, id('late'))).toEqual(released)
    expect(await listIds(store(), repliesTo('2'))).toEqual(['3', 'x', 'late'])
    expect(await store().readComment(here, id('1'))).toMatchObject({ replyCount: 7 })
    expect(await store().readDiscussion(here)).toMatchObject({ count: 9, threadCount: 2, version: 9 })
    expect((await store().listChanges(here, 8, 9))?.comments).toEqual([released])
    expect((await factsOf(store(), attempt({ since: at(899) }))).recent).toEqual([released])
  })

  test('never shows a held comment that is rejected, and tells its key', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const before = await everything()
    await store().post(attempt({ key }), () => comment('held', { status: 'held', heldFor: 'links' }))
    const rejected = await store().release(here, id('held'), { status: 'rejected' })
    expect(rejected).toMatchObject({ id: 'held', status: 'rejected' })
    expect(await store().readPost(key)).toEqual(rejected)
    expect(await everything()).toEqual(before)
    expect(await store().readComment(here, id('held'))).toBeNull()
  })

  test('ends the holding of a comment once, and of nothing else', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await store().importDiscussion(importOf('b', tree), { replace: false })
    await hold(store(), 'held')
    await hold(store(), 'refused')
    await store().release(here, id('refused'), { status: 'rejected' })
    expect(await store().release(here, id('refused'), published)).toBeNull()
    expect(await store().release('b' as typeof here, id('held'), published)).toBeNull()
    expect(await store().release('none' as typeof here, id('held'), published)).toBeNull()
    expect(await store().release(here, id('1'), { status: 'rejected' })).toBeNull()
    expect(await store().release(here, id('held'), published)).not.toBeNull()
    expect(await store().release(here, id('held'), published)).toBeNull()
    expect(await store().readDiscussion(here)).toMatchObject({ count: 8, threadCount: 3, version: 8 })
  })

  test('lets a comment come that was held while what it answers was deleted', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await hold(store(), 'late', { parentId: id('2'), depth: 3 })
    await store().revise(here, id('2'), (present) => ({ ...present, status: 'deleted', revision: 2 }))
    expect(await store().release(here, id('late'), published)).toMatchObject({ parentId: '2', threadId: '1' })
    expect(await store().readComment(here, id('2'))).toMatchObject({ status: 'deleted', replyCount: 2 })
  })

  test('forgets what is withheld, and its key, with a discussion that is replaced', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await store().post(attempt({ key }), () => comment('held', { status: 'held', heldFor: 'links' }))
    await store().importDiscussion(importOf('a', tree), { replace: true })
    expect(await store().readPost(key)).toBeNull()
    expect(await store().release(here, id('held'), published)).toBeNull()
    expect(await factsOf(store(), attempt({ key }))).toMatchObject({ recorded: null, recent: [] })
  })

  async function everything() {
    return [
      await store().readDiscussion(here),
      await listBranches(store(), threads(), 99),
      await listBranches(store(), threads({ order: 'replies', asOf: 7 }), 99),
      await store().listChanges(here, 0, 99),
    ]
  }
}

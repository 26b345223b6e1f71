import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openIndexedDbStore } from '../../src/backend/indexedDbStore.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import type { Report, Store } from '../../src/backend/store.ts'
import type { ArticleId, DiscussionId, IdempotencyKey } from '../../src/domain/ids.ts'
import { ORDERS } from '../../src/domain/order.ts'
import { at, importOf } from './imports.ts'
import { everyRecord, makeOlder, type Older } from './olderDatabase.ts'
import {
  attempt,
  comment,
  edit,
  factsOf,
  here,
  hold,
  id,
  post,
  remove,
  threads,
  tree,
} from './store/support.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe.for([1, 2] satisfies Older[])('a database of version %i', (version) => {
  test('is brought up to this one with everything that people wrote', async () => {
    const model = await openModel(version)
    const upgraded = await openIndexedDbStore()
    expect(await contents(upgraded)).toEqual(await contents(model))
  })

  test('goes on, once it is upgraded, as one that was made anew', async () => {
    const model = await openModel(version)
    const upgraded = await openIndexedDbStore()
    for (const store of [model, upgraded]) {
      await post(store, 'later', { parentId: id('3'), depth: 4 })
      await post(store, 'later-thread')
      await remove(store, 'k')
      await hold(store, 'held')
      await hold(store, 'shown', { createdAt: at(1) })
      await store.release(here, id('shown'), { status: 'published', createdAt: at(600), editableUntil: null })
      await store.report(report, () => undefined)
      await store.importDiscussion(importOf('b', tree), { replace: true })
    }
    expect(await contents(upgraded)).toEqual(await contents(model))
    for (const store of [model, upgraded]) {
      await store.importDiscussion(importOf('a', tree), { replace: true })
    }
    expect(await contents(upgraded)).toEqual(await contents(model))
  })

  test('is left as it was by an upgrade that fails', async () => {
    const model = await openModel(version)
    const before = await everyRecord(version)
    const full = new DOMException('The disk is full', 'QuotaExceededError')
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw full
    })
    await expect(openIndexedDbStore()).rejects.toBe(full)
    expect(await everyRecord(version)).toEqual(before)
    expect(await contents(await openIndexedDbStore())).toEqual(await contents(model))
  })
})

const report: Report = {
  key: 'report' as IdempotencyKey,
  discussionId: here,
  commentId: id('1'),
  reason: 'spam',
  words: '',
  receivedAt: at(5),
}

/** A store in memory that holds what a database of that version, which is left behind, holds too. */
async function openModel(version: Older): Promise<Store> {
  const model = createMemoryStore()
  await fill(model)
  if (version === 2) {
    await edit(model, '4', 'Changed')
    await remove(model, 'l')
  }
  await makeOlder(model, version)
  return model
}

/** A discussion that was replaced once, with posts in it, and another without. */
async function fill(store: Store): Promise<void> {
  await store.importDiscussion(importOf('a', tree), { replace: false })
  await store.importDiscussion(importOf('a', tree), { replace: true })
  await store.importDiscussion(importOf('b', [['1', null, 1]]), { replace: false })
  await store.post(attempt({ key: 'key', parentId: id('7') }), () =>
    comment('k', { parentId: id('7'), depth: 2 }),
  )
  await post(store, 'l', { parentId: id('k'), depth: 3 })
  await post(store, 'm')
}

async function contents(store: Store) {
  const views = [here, 'b' as DiscussionId].flatMap((discussionId) => [
    store.readArticle(discussionId as string as ArticleId),
    store.readDiscussion(discussionId),
    ...ORDERS.map((order) => store.listBranches(threads({ discussionId, order, asOf: null }), 99)),
    store.listBranches(threads({ discussionId, order: 'replies', asOf: 16 }), 99),
    store.listChanges(discussionId, 0, 99),
    store.listChanges(discussionId, 16, 99),
  ])
  const { recent, ...facts } = await factsOf(store, attempt({ key: 'key' }))
  const kept = await store.readPost('key' as IdempotencyKey)
  const recorded = await recordedReport(store)
  return [await Promise.all(views), facts, new Set(recent), kept, recorded]
}

async function recordedReport(store: Store): Promise<Report | null> {
  let found: Report | null = null
  const looked = new Error('looked')
  const refused = store.report(report, ({ recorded }) => {
    found = recorded
    throw looked
  })
  await expect(refused).rejects.toBe(looked)
  return found
}

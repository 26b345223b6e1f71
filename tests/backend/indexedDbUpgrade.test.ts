import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, expect, test, vi } from 'vitest'
import { openIndexedDbStore } from '../../src/backend/indexedDbStore.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import type { Store, StoredComment } from '../../src/backend/store.ts'
import type { ArticleId, DiscussionId } from '../../src/domain/ids.ts'
import { ORDERS } from '../../src/domain/order.ts'
import { importOf } from './imports.ts'
import { attempt, comment, factsOf, here, id, post, remove, threads, tree } from './store/support.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

test('a database of the first version is brought up to this one with everything that people wrote', async () => {
  const model = createMemoryStore()
  await fill(model)
  await makeFirstVersion(model)
  const upgraded = await openIndexedDbStore()
  expect(await contents(upgraded)).toEqual(await contents(model))
})

test('an upgraded database goes on as one that was made anew', async () => {
  const model = createMemoryStore()
  await fill(model)
  await makeFirstVersion(model)
  const upgraded = await openIndexedDbStore()
  for (const store of [model, upgraded]) {
    await post(store, 'later', { parentId: id('3'), depth: 4 })
    await post(store, 'later-thread')
    await remove(store, 'k')
    await store.importDiscussion(importOf('b', tree), { replace: true })
  }
  expect(await contents(upgraded)).toEqual(await contents(model))
})

test('an upgrade that fails leaves the first version as it was', async () => {
  const model = createMemoryStore()
  await fill(model)
  await makeFirstVersion(model)
  const before = await everyRecord()
  const full = new DOMException('The disk is full', 'QuotaExceededError')
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw full
  })
  await expect(openIndexedDbStore()).rejects.toBe(full)
  expect(await everyRecord()).toEqual(before)
  expect(await contents(await openIndexedDbStore())).toEqual(await contents(model))
})

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
  return [await Promise.all(views), facts, new Set(recent)]
}

/** Writes what a store holds into a database with the layout of version 1. */
async function makeFirstVersion(store: Store): Promise<void> {
  const database = await openDB('soundoff', 1, {
    upgrade(created) {
      created.createObjectStore('articles', { keyPath: 'id' })
      created.createObjectStore('discussions', { keyPath: 'id' })
      const comments = created.createObjectStore('comments', {
        keyPath: ['comment.discussionId', 'comment.id'],
      })
      const siblings = ['comment.discussionId', 'siblings']
      const time = ['comment.createdAt', 'comment.sequence']
      comments.createIndex('byTime', [...siblings, ...time])
      comments.createIndex('byReplies', [...siblings, 'comment.replyCount', ...time])
      comments.createIndex('byName', ['comment.discussionId', 'comment.author.name', 'comment.createdAt'])
      const keys = created.createObjectStore('keys', { keyPath: 'key' })
      keys.createIndex('byDiscussion', 'request.discussionId')
    },
  })
  for (const discussionId of [here, 'b' as DiscussionId]) {
    await database.put('articles', await store.readArticle(discussionId as string as ArticleId))
    const found = await store.listBranches(threads({ discussionId }), 99)
    if (!found) throw new Error('not filled')
    const { importedIn: _, ...discussion } = found.discussion
    await database.put('discussions', discussion)
    for (const branch of found.branches) {
      for (const each of [branch.comment, ...branch.below]) await database.put('comments', firstRecord(each))
    }
  }
  const { request } = attempt({ key: 'key', parentId: id('7') })
  await database.put('keys', { key: 'key', request, commentId: 'k' })
  database.close()
}

function firstRecord(comment: StoredComment) {
  const { threadId: _, changedIn: __, ...kept } = comment
  return { siblings: kept.parentId ?? '', comment: kept }
}

async function everyRecord() {
  const database = await openDB('soundoff', 1)
  const names = Array.from(database.objectStoreNames)
  const records = await Promise.all(names.map((name) => database.getAll(name)))
  const indexes = Array.from(database.transaction('comments').store.indexNames)
  database.close()
  return { names, records, indexes }
}

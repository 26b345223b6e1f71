import 'fake-indexeddb/auto'
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb'
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openIndexedDbStore } from '../../src/backend/indexedDbStore.ts'
import type { ArticleId, CommentId, DiscussionId } from '../../src/domain/ids.ts'
import { importOf } from './imports.ts'
import { attempt, comment } from './store/support.ts'

const opened: IDBDatabase[] = []

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  const open = indexedDB.open.bind(indexedDB)
  opened.length = 0
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    const request = open(name, version)
    request.addEventListener('success', () => opened.push(request.result))
    return request
  })
})
afterEach(() => vi.unstubAllGlobals())

test('two databases keep apart what they hold', async () => {
  const store = await openIndexedDbStore('one')
  await store.importDiscussion(importOf('a', []), { replace: false })
  expect(await (await openIndexedDbStore('two')).readDiscussion(here)).toBeNull()
})

test('a connection that the browser closed is opened again', async () => {
  const store = await openIndexedDbStore()
  await store.importDiscussion(importOf('a', [['1', null, 1]]), { replace: false })
  for (const database of opened) forceCloseDatabase(database as never)
  expect(await store.readDiscussion(here)).toMatchObject({ count: 1 })
  expect(opened).toHaveLength(2)
})

test('a connection that was closed without a word is opened again', async () => {
  const store = await openIndexedDbStore()
  await store.importDiscussion(importOf('a', [['1', null, 1]]), { replace: false })
  opened[0]?.close()
  const reads = [store.readDiscussion(here), store.readArticle('a' as ArticleId)]
  expect(await Promise.all(reads)).toMatchObject([{ count: 1 }, { id: 'a' }])
  expect(opened).toHaveLength(2)
})

test('an opening that failed is tried again the next time', async () => {
  const store = await openIndexedDbStore()
  opened[0]?.close()
  vi.mocked(indexedDB.open).mockImplementationOnce(() => {
    throw new DOMException('The disk is busy', 'UnknownError')
  })
  await expect(store.readDiscussion(here)).rejects.toThrow('The disk is busy')
  expect(await store.readDiscussion(here)).toBeNull()
})

test('a post whose transaction fails after its last write is not acknowledged, and leaves nothing', async () => {
  const store = await openIndexedDbStore()
  await store.importDiscussion(importOf('a', [['1', null, 1]]), { replace: false })
  const { add } = IDBObjectStore.prototype
  const failing = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...what
  ) {
    const request = add.apply(this, what)
    // The key is the last thing that a post writes.
    if (this.name === 'keys') request.addEventListener('success', () => this.transaction.abort())
    return request
  })
  await expect(store.post(attempt({ key: 'key' }), () => comment('2'))).rejects.toMatchObject({
    name: 'AbortError',
  })
  failing.mockRestore()
  expect(await store.readDiscussion(here)).toMatchObject({ count: 1 })
})

test('another tab can delete the database, and the store begins anew', async () => {
  const store = await openIndexedDbStore()
  await store.importDiscussion(importOf('a', []), { replace: false })
  await deleteDB('soundoff')
  expect(await store.readDiscussion(here)).toBeNull()
})

test('another tab can upgrade the database, and this one says that it fails', async () => {
  const store = await openIndexedDbStore()
  const newer = await openDB('soundoff', 99)
  expect(newer.version).toBe(99)
  await expect(store.readDiscussion(here)).rejects.toMatchObject({ name: 'VersionError' })
})

test('an import that the database cannot take leaves nothing behind', async () => {
  const store = await openIndexedDbStore()
  const batch = importOf('a', [
    ['1', null, 1],
    ['2', null, 2],
  ])
  const [first, second] = batch.comments
  const broken = [first, { ...second, body: () => 'what cannot be cloned' }]
  const call = store.importDiscussion({ ...batch, comments: broken as never }, { replace: false })
  await expect(call).rejects.toBeInstanceOf(Error)
  expect(await store.readDiscussion(here)).toBeNull()
  expect(await store.readComment(here, '1' as CommentId)).toBeNull()
})

test('where there is no IndexedDB, opening rejects', async () => {
  vi.stubGlobal('indexedDB', undefined)
  await expect(openIndexedDbStore()).rejects.toBeInstanceOf(Error)
})

test('where the browser refuses to open it, opening rejects', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Not in a private window', 'SecurityError')
  })
  await expect(openIndexedDbStore()).rejects.toThrow('private window')
})

const here = 'a' as DiscussionId

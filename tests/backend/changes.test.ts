import { expect, test } from 'vitest'
import { problemOf } from '../../src/api/problem.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { CHANGE_PAGE_SIZE } from '../../src/backend/listChanges.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createService } from '../../src/backend/service.ts'
import { randomId, type CommentId, type DiscussionId, type IdempotencyKey } from '../../src/domain/ids.ts'
import { importOf } from './imports.ts'
import { edit, remove } from './store/support.ts'

test('a comment that is added is signalled once it can be read, and a repeated or refused one is not', async () => {
  const { api, signal } = await openService()
  const told: Promise<number>[] = []
  const stop = signal.listen(discussionId, () =>
    told.push(api.listChanges({ discussionId, since: 2 }).then(({ added }) => added.length)),
  )
  await api.postComment({ ...hello('One'), idempotencyKey: 'k' as IdempotencyKey })
  await api.postComment({ ...hello('One'), idempotencyKey: 'k' as IdempotencyKey })
  expect(await api.postComment(hello('One')).catch(problemOf)).toMatchObject({ code: 'duplicate' })
  await api.postComment(hello('Two'))
  stop()
  await api.postComment(hello('Three'))
  expect(await Promise.all(told)).toEqual([1, 2])
})

test('what was there before is told as edited or deleted, what came as added, each as it is now', async () => {
  const { api, store, post } = await openService()
  const came = await post('Hello')
  await edit(store, '1', 'Better')
  await remove(store, '2')
  await edit(store, '1', 'Best')
  expect(await api.listChanges({ discussionId, since: 2 })).toEqual({
    since: 2,
    version: 6,
    added: [expect.objectContaining({ id: came, body: 'Hello' })],
    edited: [expect.objectContaining({ id: '1', body: 'Best', revision: 3, sequence: 2 })],
    deleted: ['2'],
    hasMore: false,
    isReset: false,
    total: 3,
    threadCount: 3,
    closed: false,
  })
})

test('of what came and was revised, both is told, since it may have been read in between', async () => {
  const { api, store, post } = await openService()
  const edited = await post('First')
  const deleted = await post('Gone without a trace')
  const answered = await post('Gone, but answered')
  const answer = await post('An answer', answered)
  await edit(store, edited, 'Better')
  await remove(store, deleted)
  await remove(store, answered)
  const page = await api.listChanges({ discussionId, since: 2 })
  expect(page.added.map(({ id, status, body }) => [id, status, body])).toEqual([
    [edited, 'published', 'Better'],
    [answered, 'deleted', ''],
    [answer, 'published', 'An answer'],
  ])
  expect(page.edited.map(({ id }) => id)).toEqual([edited])
  expect(page.deleted).toEqual([deleted, answered])
})

test('a comment that came and was edited after more than a page of changes is told with those of its time', async () => {
  const { api, store, post } = await openService()
  const first = await post('First')
  for (let n = 1; n < CHANGE_PAGE_SIZE + 50; n += 1) await post(`Text ${n}`)
  await edit(store, first, 'Edited late')
  const page = await api.listChanges({ discussionId, since: 2 })
  expect(page).toMatchObject({ version: 2 + CHANGE_PAGE_SIZE, hasMore: true })
  expect(page.added).toHaveLength(CHANGE_PAGE_SIZE)
  expect(page.added[0]).toMatchObject({ id: first, body: 'Edited late' })
  const next = await api.listChanges({ discussionId, since: page.version })
  expect(next).toMatchObject({ version: 2 + CHANGE_PAGE_SIZE + 51, hasMore: false })
  expect([next.added.length, next.edited.map(({ id }) => id)]).toEqual([50, [first]])
})

test('after an import anew, changes since before it are void', async () => {
  const { api, store, post } = await openService()
  await post('Hello')
  await store.importDiscussion(importOf('a', [['9', null, 1]]), { replace: true })
  const { version } = await api.readDiscussion({ discussionId })
  await post('Again')
  const empty = {
    added: [],
    edited: [],
    deleted: [],
    hasMore: false,
    isReset: true,
    total: 2,
    threadCount: 2,
    closed: false,
  }
  for (const since of [0, 3, version - 1, version + 2]) {
    expect(await api.listChanges({ discussionId, since })).toEqual({ since, version: version + 1, ...empty })
  }
  expect(await api.listChanges({ discussionId, since: version })).toMatchObject({
    added: [{ body: 'Again' }],
    isReset: false,
  })
})

test('after an import anew of the very same, its version before counts as the present one, and later ones are void', async () => {
  const { api, store, post } = await openService()
  const { version } = await api.readDiscussion({ discussionId })
  for (const body of ['Hello', 'Once more']) {
    await post(body)
    await store.importDiscussion(importOf('a', twoThreads), { replace: true })
  }
  await post('Again')
  const changesSince = (since: number) => api.listChanges({ discussionId, since })
  expect(await changesSince(version)).toMatchObject({
    since: version,
    added: [{ body: 'Again' }],
    isReset: false,
  })
  expect(await changesSince(version + 1)).toMatchObject({ added: [], isReset: true })
  const changed = twoThreads.map(([id, parentId, minute]) => [id, parentId, minute, 'Somebody else'] as const)
  await store.importDiscussion(importOf('a', changed), { replace: true })
  expect(await changesSince(version)).toMatchObject({ added: [], isReset: true })
})

test('nothing of a deleted comment is served but its place, and its text may be written again', async () => {
  const { api, store, post } = await openService()
  const id = await post('Hello')
  const answer = await post('An answer', id)
  await remove(store, id)
  expect(await api.postComment({ ...hello('No'), parentId: id }).catch(problemOf)).toEqual({
    code: 'parent-gone',
  })
  const again = await post('Hello')
  const { comments, total, threadCount } = await api.listComments({ discussionId, order: 'newest' })
  expect(comments.map((each) => [each.id, each.status, each.author.name, each.body]).slice(0, 3)).toEqual([
    [again, 'published', 'Ann', 'Hello'],
    [id, 'deleted', '', ''],
    [answer, 'published', 'Ann', 'An answer'],
  ])
  expect(comments.find((each) => each.id === id)).toMatchObject({ replyCount: 1, hiddenReplies: 0 })
  expect({ total, threadCount }).toEqual({ total: 5, threadCount: 4 })
})

test('the order of replies stays as it was for who pages through it, and is new for who begins', async () => {
  const { api, post } = await openService()
  const order = 'replies'
  const first = await api.listComments({ discussionId, order, limit: 1 })
  expect(first.comments.map(({ id }) => id)).toEqual(['1'])
  await post('To the last', '2' as CommentId)
  await post('A thread')
  const second = await api.listComments({ discussionId, order, limit: 1, cursor: `${first.nextCursor}` })
  expect(second.comments.map(({ parentId, replyCount }) => [parentId, replyCount])).toEqual([
    [null, 1],
    ['2', 0],
  ])
  expect(second.nextCursor).toBeNull()
  const anew = await api.listComments({ discussionId, order, limit: 1 })
  expect(anew.comments[0]?.id).toBe('2')
})

test('a run of pages that an import went through goes on in the counts of the import, and stays by them', async () => {
  const { api, store, post } = await openService()
  const order = 'replies'
  const first = await api.listComments({ discussionId, order, limit: 1 })
  const rows = ['1', '2', '3', '4'].map((n) => [n, null, 0] as const)
  await store.importDiscussion(importOf('a', rows.toReversed()), { replace: true })
  const seen: string[] = []
  for (let cursor = first.nextCursor; cursor !== null;) {
    const page = await api.listComments({ discussionId, order, limit: 1, cursor })
    seen.push(...page.comments.filter(({ parentId }) => parentId === null).map(({ id }) => id))
    for (const parentId of rows.map(([id]) => id as CommentId))
      await post(`To ${parentId} ${seen.length}`, parentId)
    cursor = page.nextCursor
  }
  expect(seen).toEqual(['4', '3', '2', '1'])
})

const discussionId = 'a' as DiscussionId

function hello(body: string) {
  return { discussionId, parentId: null as CommentId | null, author: { name: 'Ann' }, body }
}

const twoThreads = [
  ['1', null, 2],
  ['2', null, 1],
] as const

/** A service over two threads, at version 2. */
async function openService() {
  const store = createMemoryStore()
  await store.importDiscussion(importOf('a', twoThreads), { replace: false })
  const signal = createLocalSignal()
  const api = createService({ store, clock: () => new Date(Date.UTC(2026, 0, 1)), ids: randomId, signal })
  const post = async (body: string, parentId: CommentId | null = null) =>
    (await api.postComment({ ...hello(body), parentId })).id
  return { api, store, signal, post }
}

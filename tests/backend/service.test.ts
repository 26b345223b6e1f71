import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { problemOf } from '../../src/api/problem.ts'
import { comment } from '../../src/api/schemas.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { REPLY_BUDGET } from '../../src/backend/listComments.ts'
import { BRANCH_PAGE_SIZE } from '../../src/backend/listReplies.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import type { Opening } from '../../src/backend/openDiscussion.ts'
import { createService } from '../../src/backend/service.ts'
import type { Store } from '../../src/backend/store.ts'
import {
  randomId,
  type ArticleId,
  type CommentId,
  type DiscussionId,
  type IdempotencyKey,
} from '../../src/domain/ids.ts'
import { importOf } from './imports.ts'
import { closing, discussionId, hello, openService, ports } from './openService.ts'

describe('an equal text by the same name in the same place', () => {
  test('is a duplicate for a minute, and a comment of its own after it', async () => {
    const { api, wait } = await openService()
    const first = v.parse(comment, await api.postComment(hello()))
    wait(60_000)
    expect(await api.postComment(hello()).catch(problemOf)).toEqual({ code: 'duplicate', comment: first })
    wait(1)
    const second = await api.postComment(hello())
    expect(second.id).not.toBe(first.id)
  })

  test('is told with the replies that the first has had meanwhile', async () => {
    const { api } = await openService()
    const { id } = await api.postComment(hello())
    await api.postComment({ ...hello(), parentId: id, body: 'An answer' })
    expect(await api.postComment(hello()).catch(problemOf)).toMatchObject({
      code: 'duplicate',
      comment: { id, replyCount: 1, hiddenReplies: 1, nextReplyCursor: expect.any(String) },
    })
  })
})

describe('a request that is sent again with its key', () => {
  const keyed = { ...hello(), idempotencyKey: 'k' as IdempotencyKey }

  test('is answered long after, although the discussion was closed meanwhile', async () => {
    const { api, store, wait } = await openService()
    const first = await api.postComment(keyed)
    wait(90 * 24 * 3_600_000)
    const closed = createService({ ...ports, store: closing(store) })
    expect(await closed.postComment(keyed)).toEqual(first)
    expect(await closed.postComment(hello()).catch(problemOf)).toEqual({ code: 'discussion-closed' })
  })

  test('is a new one after the discussion was replaced', async () => {
    const { api, store } = await openService()
    const first = await api.postComment(keyed)
    await store.importDiscussion(importOf('a', []), { replace: true })
    expect((await api.postComment(keyed)).id).not.toBe(first.id)
  })
})

test('a report is kept with its words as texts are kept', async () => {
  const { api, store } = await openService([['1', null, 1]])
  const idempotencyKey = 'r' as IdempotencyKey
  const sent = { discussionId, commentId: '1' as CommentId, reason: 'other' as const }
  const { receivedAt } = await api.reportComment({ ...sent, words: ' One\r\ntwo \n', idempotencyKey })
  const expected = { ...sent, key: idempotencyKey, words: 'One\ntwo', receivedAt }
  const again = { ...expected, words: 'Something else' }
  expect(await store.report(again, () => undefined)).toEqual(expected)
})

test('the record of a discussion is read once for its count, however often it is asked for', async () => {
  const { store } = await openService([['1', null, 1]])
  const read: string[] = []
  const watched: Store = {
    ...store,
    readDiscussion: (id) => {
      read.push(id)
      return store.readDiscussion(id)
    },
  }
  const api = createService({ ...ports, store: watched })
  expect(await api.readCounts({ discussionIds: [discussionId, discussionId] })).toEqual({ a: 1 })
  expect(read).toEqual(['a'])
})

describe('whether a discussion may be opened', () => {
  const opening = { discussionId: 'b' as DiscussionId, url: 'HTTPS://Blog.Example#b', title: ' B ' }

  test('is asked with what would be kept, and only where there is none', async () => {
    const { store } = await openService()
    const asked: Opening[] = []
    const mayOpen = (each: Opening) => asked.push(each) === 1
    const api = createService({ ...ports, store, mayOpen })
    expect(await api.openDiscussion({ ...opening, discussionId })).toMatchObject({ title: 'Article a' })
    expect(asked).toEqual([])
    expect(await api.openDiscussion(opening)).toMatchObject({ isNew: true })
    expect(asked).toEqual([{ discussionId: 'b', url: 'https://blog.example/', title: 'B' }])
    expect(await api.openDiscussion(opening)).toMatchObject({ isNew: false })
    const call = api.openDiscussion({ ...opening, discussionId: 'c' as DiscussionId })
    expect(await call.catch(problemOf)).toEqual({ code: 'forbidden', resource: 'discussion' })
  })

  test('is denied where nothing is said of it', async () => {
    const { api } = await openService()
    expect(await api.openDiscussion(opening).catch(problemOf)).toEqual({
      code: 'forbidden',
      resource: 'discussion',
    })
  })
})

test('a deleted comment takes no replies', async () => {
  const { store } = await openService([['1', null, 1]])
  const deleting: Store = {
    ...store,
    post: (attempt, decide) =>
      store.post(attempt, (facts) =>
        decide({ ...facts, parent: facts.parent && { ...facts.parent, status: 'deleted' } }),
      ),
  }
  const api = createService({
    store: deleting,
    clock: () => new Date(),
    ids: randomId,
    signal: createLocalSignal(),
  })
  const call = api.postComment({ ...hello(), parentId: '1' as CommentId })
  expect(await call.catch(problemOf)).toEqual({ code: 'parent-gone' })
})

test('a page of a branch is cut breadth first over all of its direct replies', async () => {
  const { api } = await openService([
    ['root', null, 0],
    ['deep', 'root', 1],
    ['wide', 'root', 2],
    ...Array.from(
      { length: 30 },
      (_, n) => [`deep-${n}`, n === 0 ? 'deep' : `deep-${n - 1}`, 10 + n] as const,
    ),
    ...Array.from({ length: 30 }, (_, n) => [`wide-${n}`, 'wide', 10 + n] as const),
  ])
  const page = await api.listReplies({ discussionId, commentId: 'root' as CommentId })
  expect(page.comments).toHaveLength(BRANCH_PAGE_SIZE)
  expect(page.comments.filter(({ parentId }) => parentId === 'wide')).toHaveLength(REPLY_BUDGET)
  expect(page.comments.find(({ id }) => id === 'wide')).toMatchObject({ hiddenReplies: 5 })
  expect(page).toMatchObject({ nextCursor: null, hiddenReplies: 0 })
})

test('a store that fails is told as unavailable, with its error as the cause', async () => {
  const failure = new Error('The disk is full')
  const fail = () => Promise.reject(failure)
  const store: Store = {
    ...createMemoryStore(),
    readArticle: fail,
    readDiscussion: fail,
    listBranches: fail,
    post: fail,
  }
  const api = createService({ store, clock: () => new Date(), ids: randomId, signal: createLocalSignal() })
  const calls = [
    api.readArticle({ articleId: 'a' as ArticleId }),
    api.readDiscussion({ discussionId }),
    api.listComments({ discussionId }),
    api.postComment(hello()),
  ]
  for (const call of calls) {
    await expect(call).rejects.toMatchObject({ problem: { code: 'unavailable' }, cause: failure })
  }
})

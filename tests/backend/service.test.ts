import { describe, expect, test } from 'vitest'
import { problemOf } from '../../src/api/problem.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { REPLY_BUDGET } from '../../src/backend/listComments.ts'
import { BRANCH_PAGE_SIZE } from '../../src/backend/listReplies.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
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

describe('an equal text by the same name in the same place', () => {
  test('is a duplicate for a minute, and a comment of its own after it', async () => {
    const { api, wait } = await openService()
    const first = await api.postComment(hello())
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
    const closed = createService({
      store: closing(store),
      clock: () => new Date(),
      ids: randomId,
      signal: createLocalSignal(),
    })
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

const discussionId = 'a' as DiscussionId

function hello() {
  return { discussionId: 'a' as DiscussionId, parentId: null, author: { name: 'Ann' }, body: 'Hello' }
}

/** A service over a memory store, with a clock that stands still until it is told to `wait`. */
async function openService(rows: Parameters<typeof importOf>[1] = []) {
  const store = createMemoryStore()
  await store.importDiscussion(importOf('a', rows), { replace: false })
  let now = Date.UTC(2026, 0, 1)
  const api = createService({ store, clock: () => new Date(now), ids: randomId, signal: createLocalSignal() })
  const wait = (milliseconds: number) => {
    now += milliseconds
  }
  return { api, store, wait }
}

/** The same store, with every discussion closed. */
function closing(store: Store): Store {
  return {
    ...store,
    post: (attempt, decide) =>
      store.post(attempt, (facts) =>
        decide({ ...facts, discussion: facts.discussion && { ...facts.discussion, closed: true } }),
      ),
  }
}

import { expect, test } from 'vitest'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { PAGE_WEIGHT, REPLIES_WEIGHT } from '../../src/backend/pageWeight.ts'
import { createService } from '../../src/backend/service.ts'
import type { Comment } from '../../src/domain/comment.ts'
import { randomId, type CommentId, type DiscussionId } from '../../src/domain/ids.ts'
import { ORDERS } from '../../src/domain/order.ts'
import { generateDiscussion } from '../support/generateDiscussion.ts'
import { importOf } from './imports.ts'
import { readEverything } from './readEverything.ts'

test('a page of threads stays below its weight, and one thread below its share, and all pages give each comment once', async () => {
  const threads = Array.from({ length: 25 }, (_, n) => n)
  const rows = threads.flatMap((n) => [
    [`t${n}`, null, n, 'Ann', heavyText(n)] as const,
    ...threads.map((r) => [`t${n}-${r}`, `t${n}`, 50 + r, 'Łukasz', heavyText(r)] as const),
    ...threads.map((r) => [`t${n}-${r}-1`, `t${n}-${r}`, 90 + r, 'Ann', 'Short'] as const),
  ])
  const api = await openService(rows)
  const { comments, nextCursor } = await api.listComments({ discussionId, limit: 100 })
  expect(bytesOf(comments)).toBeLessThanOrEqual(PAGE_WEIGHT)
  expect(bytesOf(comments)).toBeGreaterThan(PAGE_WEIGHT / 2)
  expect(nextCursor).not.toBeNull()
  for (const { id } of comments.filter(({ parentId }) => parentId === null)) {
    const replies = comments.filter((each) => each.id.startsWith(`${id}-`))
    expect(replies.length).toBeGreaterThan(4)
    expect(bytesOf(replies)).toBeLessThanOrEqual(REPLIES_WEIGHT)
  }
  const all = await readEverything(api, discussionId, { order: 'newest', limit: 100 })
  expect(all.map(({ id }) => String(id)).toSorted()).toEqual(rows.map(([id]) => id).toSorted())
})

test('a page of a branch stays below its weight, and says what is still missing', async () => {
  const direct = Array.from({ length: 40 }, (_, n) => n)
  const rows = [
    ['root', null, 0] as const,
    ...direct.map((n) => [`r${n}`, 'root', n, 'Ann', n < 20 ? heavyText(n) : 'Short'] as const),
    ...direct.map((n) => [`r${n}-1`, `r${n}`, 50 + n, 'Ann', heavyText(n)] as const),
  ]
  const api = await openService(rows)
  let missing = 80
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const branch = { discussionId, commentId: 'root' as CommentId, ...(cursor && { cursor }) }
    const { comments, nextCursor, hiddenReplies } = await api.listReplies(branch)
    expect(bytesOf(comments)).toBeLessThanOrEqual(PAGE_WEIGHT)
    expect(bytesOf(comments)).toBeGreaterThan(PAGE_WEIGHT / 2)
    const replies = comments.filter(({ parentId }) => parentId === 'root')
    missing -= 2 * replies.length
    expect(hiddenReplies).toBe(missing)
    seen.push(...replies.map(({ id }) => id))
    cursor = nextCursor
  }
  expect(seen).toEqual(direct.map((n) => `r${n}`))
})

test('a comment that is heavier than a page is served alone, wherever it stands', async () => {
  const body = 'x'.repeat(2 * PAGE_WEIGHT)
  const api = await openService([
    ['light', null, 3],
    ['heavy', null, 2, 'Ann', body],
    ['reply', 'heavy', 5],
    ['reply-1', 'reply', 6, 'Ann', body],
    ['reply-2', 'reply', 7],
    ['last', null, 1],
  ])
  const pages: [string[], number | undefined][] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await api.listComments({ discussionId, ...(cursor && { cursor }) })
    pages.push([page.comments.map(({ id }) => id), page.comments[0]?.hiddenReplies])
    cursor = page.nextCursor
  }
  expect(pages).toEqual([
    [['light'], 0],
    [['heavy'], 3],
    [['last'], 0],
  ])
  const branch = { discussionId, commentId: 'reply' as CommentId }
  const first = await api.listReplies(branch)
  expect(first).toMatchObject({ comments: [{ id: 'reply-1' }], hiddenReplies: 1 })
  const second = await api.listReplies({ ...branch, cursor: `${first.nextCursor}` })
  expect(second).toMatchObject({ comments: [{ id: 'reply-2' }], hiddenReplies: 0, nextCursor: null })
})

test('the first page of a large discussion of the usual kind weighs no more in any order', async () => {
  const batch = generateDiscussion({ seed: 1, count: 10_000 })
  const store = createMemoryStore()
  await store.importDiscussion(batch, { replace: false })
  const api = createService({ store, clock: () => new Date(), ids: randomId, signal: createLocalSignal() })
  for (const order of ORDERS) {
    const { comments } = await api.listComments({ discussionId: batch.discussion.id, order })
    expect(comments.length).toBeGreaterThan(20)
    expect(bytesOf(comments)).toBeLessThanOrEqual(PAGE_WEIGHT)
  }
})

const discussionId = 'a' as DiscussionId

/** A text whose JSON is longer than it looks. */
function heavyText(n: number): string {
  const texts = ['中'.repeat(1_500), '"\n'.repeat(1_200), '😀'.repeat(1_000), '\\'.repeat(2_000)]
  return texts[n % texts.length] ?? ''
}

function bytesOf(comments: readonly Comment[]): number {
  return new TextEncoder().encode(JSON.stringify(comments)).length
}

async function openService(rows: Parameters<typeof importOf>[1]) {
  const store = createMemoryStore()
  await store.importDiscussion(importOf('a', rows), { replace: false })
  return createService({ store, clock: () => new Date(), ids: randomId, signal: createLocalSignal() })
}

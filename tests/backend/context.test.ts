import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { PAGE_WEIGHT } from '../../src/backend/pageWeight.ts'
import { createService } from '../../src/backend/service.ts'
import type { Api } from '../../src/api/contract.ts'
import { assemble, type BranchExcerpt, type Excerpt, type Happenings } from '../../src/domain/assemble.ts'
import type { Comment } from '../../src/domain/comment.ts'
import type { CommentId, DiscussionId } from '../../src/domain/ids.ts'
import { ORDERS } from '../../src/domain/order.ts'
import { importOf } from './imports.ts'
import { everyKindOfStore } from './stores.ts'

const stores = everyKindOfStore()
const discussionId = 'a' as DiscussionId

test('whoever reads a context and then all that it hides has each comment of the thread once, and its counts are right all the way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(300), { minLength: 1, maxLength: 250, size: 'max' }),
      fc.nat(),
      fc.boolean(),
      async (parents, which, isHeavy) => {
        const rows = parents.map((parent, index) => rowOf(parent, index, isHeavy))
        const api = await openService(rows, 'memory')
        const [wanted] = rows[which % rows.length] ?? ['']
        const context = await api.readContext({ discussionId, commentId: wanted as CommentId })
        expect(context.comments.map(({ id }) => id)).toContain(wanted)
        const read = await readRest(api, context)
        const thread = context.comments[0]?.id ?? ''
        const expected = rows.map(([id]) => id).filter((id) => threadOf(id, rows) === thread)
        expect(Array.from(read.keys(), String).toSorted()).toEqual(expected.toSorted())
        for (const { id, replyCount, hiddenReplies } of read.values()) {
          expect([hiddenReplies, replyCount]).toEqual([0, countBelow(id, rows)])
        }
      },
    ),
    { numRuns: 100 },
  )
})

test.for(Object.keys(stores))(
  'a chain of 1,000 comments is the context of its last one, over %s',
  async (store) => {
    const chain = Array.from({ length: 1_000 }, (_, n) => [`c${n}`, n === 0 ? null : `c${n - 1}`, n] as const)
    const api = await openService(chain, store)
    const { comments } = await api.readContext({ discussionId, commentId: 'c999' as CommentId })
    expect(comments.map(({ id, hiddenReplies }) => [id, hiddenReplies])).toEqual(chain.map(([id]) => [id, 0]))
    const { matches } = await api.searchComments({ discussionId, q: 'c999' })
    expect(matches.map(({ ancestors }) => ancestors.length)).toEqual([999])
  },
)

test('a context weighs no more than a page, but for the way down', async () => {
  const body = 'x'.repeat(9_000)
  const replies = Array.from({ length: 40 }, (_, n) => [`r${n}`, 'top', n, 'Ann', body] as const)
  const api = await openService([['top', null, 0, 'Ann', body], ...replies], 'memory')
  const { comments } = await api.readContext({ discussionId, commentId: 'r39' as CommentId })
  expect(JSON.stringify(comments).length).toBeLessThanOrEqual(PAGE_WEIGHT)
  expect(comments.map(({ id }) => id)).toEqual(['top', 'r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r39'])
  expect(comments[0]).toMatchObject({ replyCount: 40, hiddenReplies: 33 })
})

test('the last reply that is behind no gap hides nothing', async () => {
  const replies = Array.from({ length: 26 }, (_, n) => [`r${n}`, 'top', n] as const)
  const api = await openService([['top', null, 0], ...replies], 'memory')
  const { comments } = await api.readContext({ discussionId, commentId: 'r25' as CommentId })
  expect(comments).toHaveLength(27)
  expect(comments[0]).toMatchObject({ hiddenReplies: 0, nextReplyCursor: null })
})

test.for(ORDERS)(
  'in the order %s the threads before a comment are read by the counts that it was read with',
  async (order) => {
    const threads = Array.from({ length: 30 }, (_, n) => [
      [`t${n}`, null, n] as const,
      ...Array.from({ length: (n * 7) % 5 }, (_, r) => [`t${n}-${r}`, `t${n}`, 100 + r] as const),
    ])
    const api = await openService(threads.flat(), 'memory')
    const first = await api.listComments({ discussionId, order, limit: 100 })
    const expected = threadsIn(first.comments)
    const at = expected.indexOf('t11' as CommentId)
    const context = await api.readContext({ discussionId, commentId: 't11' as CommentId, order })
    for (const id of [expected[0], expected[2], expected.at(-1), 't11']) {
      for (const n of [1, 2, 3]) await answer(api, id as CommentId, `${n}`)
    }
    const before: CommentId[] = []
    for (let { previousCursor } = context; previousCursor !== null;) {
      const page = await api.listComments({ discussionId, order, limit: 3, cursor: previousCursor })
      before.unshift(...threadsIn(page.comments))
      previousCursor = page.previousCursor ?? null
    }
    expect(before).toEqual(expected.slice(0, at))
  },
)

type Row = Parameters<typeof importOf>[1][number]

/** Half of the comments answer the one before them, the others one near the beginning, so that threads are deep and wide. */
function rowOf(parent: number, index: number, isHeavy: boolean): Row {
  const answered = parent % 7 === 0 ? -1 : parent % 2 === 0 ? index - 1 : parent % 5
  const above = answered >= 0 && answered < index ? `c${answered}` : null
  return [`c${index}`, above, index, 'Ann', isHeavy && parent % 3 === 0 ? 'x'.repeat(8_000) : 'Text']
}

async function openService(rows: readonly Row[], store: string): Promise<Api> {
  const opened = await stores[store]?.open()
  if (!opened) throw new Error(`There is no store ${store}`)
  await opened.importDiscussion(importOf('a', rows, { maxDepth: 1_000 }), { replace: false })
  let made = 0
  return createService({
    store: opened,
    clock: () => new Date(Date.UTC(2026, 0, 1)),
    ids: () => `new-${(made += 1)}` as CommentId,
    signal: createLocalSignal(),
  })
}

/** Reads every branch to its end, and looks after each page that what is hidden is just what is not there yet. */
async function readRest(api: Api, context: Excerpt): Promise<ReadonlyMap<CommentId, Comment>> {
  const branches: BranchExcerpt[] = []
  for (let reads = 0; reads < 1_000; reads += 1) {
    const { comments } = assemble([context], branches, nothing, 0)
    const [root] = comments.values()
    const hidden = [...comments.values()].reduce((sum, { hiddenReplies }) => sum + hiddenReplies, 0)
    expect(1 + (root?.replyCount ?? 0)).toBe(comments.size + hidden)
    const open = [...comments.values()].find(({ hiddenReplies }) => hiddenReplies > 0)
    if (!open) return comments
    const { id: branchId, nextReplyCursor: cursor } = open
    const page = await api.listReplies({
      discussionId,
      commentId: branchId,
      ...(cursor !== null && { cursor }),
    })
    branches.push({ ...page, branchId })
  }
  throw new Error('The branches do not end')
}

const nothing: Happenings = { added: [], shown: new Set(), edited: new Map(), deleted: new Set() }

function threadOf(id: string, rows: readonly Row[]): string {
  const parents = new Map(rows.map(([each, parentId]) => [each, parentId]))
  for (let above = id; ;) {
    const parentId = parents.get(above) ?? null
    if (parentId === null) return above
    above = parentId
  }
}

function countBelow(id: string, rows: readonly Row[]): number {
  const below = new Set([id])
  for (const [each, parentId] of rows) if (parentId !== null && below.has(parentId)) below.add(each)
  return below.size - 1
}

function threadsIn(comments: readonly Comment[]): CommentId[] {
  return comments.filter(({ parentId }) => parentId === null).map(({ id }) => id)
}

function answer(api: Api, parentId: CommentId, body: string) {
  return api.postComment({ discussionId, parentId, author: { name: 'Ann' }, body })
}

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Api } from '../../src/api/contract.ts'
import { problemOf } from '../../src/api/problem.ts'
import type { PostedComment } from '../../src/api/schemas.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { publishedAt } from '../../src/backend/editWindow.ts'
import { createService } from '../../src/backend/service.ts'
import type { Import, Store } from '../../src/backend/store.ts'
import type { Comment } from '../../src/domain/comment.ts'
import type { CommentId, DiscussionId, IdempotencyKey } from '../../src/domain/ids.ts'
import { ORDERS, type Order } from '../../src/domain/order.ts'
import { at, importOf } from './imports.ts'
import { idsByParent, readEverything } from './readEverything.ts'
import { groupsOfStores } from './stores.ts'
import { tokens } from './tokens.ts'

test.for(groupsOfStores())(
  'whatever is imported, posted, changed, held and released, $group answer alike, and paging gives each comment once, in order and counted',
  async ({ openers, times }) => {
    await fc.assert(
      fc.asyncProperty(history, async ({ imported, posts, limit, order }) => {
        const batch = importOf('a', imported.map(toRow), { maxDepth: 40 })
        const answers = await Promise.all(
          openers.map(async ({ open }) => {
            const store = await open()
            await store.importDiscussion(batch, { replace: false })
            let now = 0
            let made = 0
            const clock = () => new Date(now)
            const ids = () => `new-${(made += 1)}` as CommentId
            const api = createService({ store, clock, ids, signal: createLocalSignal(), tokens })
            const outcomes: unknown[] = []
            for (const { wait, fate, ...wanted } of posts) {
              now = Math.max(now, Date.parse(at(6))) + wait
              const outcome = await post(api, wanted, batch)
              const later = isPosted(outcome) ? await meet(fate, outcome, api, store, new Date(now)) : null
              outcomes.push(outcome, later)
            }
            const all = await readEverything(api, discussionId, { order, limit })
            return { outcomes, all, discussion: await api.readDiscussion({ discussionId }) }
          }),
        )
        const [first, ...others] = answers
        for (const other of others) expect(other).toEqual(first)
        if (!first) return
        const came = first.outcomes.filter(isPosted).filter(({ status }) => status !== 'held')
        const model = modelOf(batch, came)
        expect(idsByParent(first.all)).toEqual(model.idsByParent(order))
        expect(new Map(first.all.map(({ id, replyCount }) => [id, replyCount]))).toEqual(model.replyCounts)
        expect(first.all).toHaveLength(model.replyCounts.size)
        const changes = first.all.reduce((sum, { revision }) => sum + revision - 1, 0)
        expect(first.discussion).toMatchObject({
          count: model.replyCounts.size,
          version: model.replyCounts.size + changes,
        })
      }),
      { numRuns: 60 * times },
    )
  },
)

const discussionId = 'a' as DiscussionId

const history = fc.record({
  imported: fc.array(fc.record({ parent: fc.nat(200), minute: fc.nat(5) }), { maxLength: 120, size: 'max' }),
  posts: fc.array(
    fc.record({
      parent: fc.nat(200),
      wait: fc.constantFrom(0, 1, 30_000),
      text: fc.constantFrom('One', 'Two', 'http://a.example '.repeat(4)),
      fate: fc.constantFrom('none', 'edit', 'delete', 'release'),
      key: fc.option(fc.constantFrom('k1', 'k2', 'k3')),
    }),
    { maxLength: 12 },
  ),
  limit: fc.integer({ min: 1, max: 8 }),
  order: fc.constantFrom(...ORDERS),
})

/** Half of the comments answer the one before them or one near it, so that there are deep branches and wide ones. */
function toRow({ parent, minute }: { parent: number; minute: number }, index: number) {
  const parentIndex = parent % 4 === 0 ? index - 1 : parent % 4 === 1 ? Math.floor(index / 40) : parent
  return [`c${index}`, parentIndex >= 0 && parentIndex < index ? `c${parentIndex}` : null, minute] as const
}

async function post(
  api: Api,
  { parent, text, key }: { parent: number; text: string; key: string | null },
  batch: Import,
): Promise<unknown> {
  const answered = batch.comments[parent]
  const input = {
    discussionId,
    parentId: answered?.id ?? null,
    author: { name: 'Ann' },
    body: text,
    ...(key !== null && { idempotencyKey: key as IdempotencyKey }),
  }
  return api.postComment(input).catch(problemOf)
}

type Fate = 'none' | 'edit' | 'delete' | 'release'

/** What becomes of a comment after it was posted, as far as it can. */
async function meet(
  fate: Fate,
  { id: commentId, revision, ...posted }: PostedComment,
  api: Api,
  store: Store,
  now: Date,
): Promise<unknown> {
  const right = { discussionId, commentId, editToken: posted.editToken ?? '', revision }
  switch (fate) {
    case 'none':
      return null
    case 'edit':
      return api.editComment({ ...right, body: `${posted.body} more` }).catch(problemOf)
    case 'delete':
      return api.deleteComment(right).catch(problemOf)
    case 'release':
      return store.release(discussionId, commentId, publishedAt(now))
  }
}

function isPosted(outcome: unknown): outcome is PostedComment {
  return typeof outcome === 'object' && outcome !== null && 'id' in outcome
}

/** What ought to be there, found the plain way: everything is sorted and counted over and over. */
function modelOf(batch: Import, answered: readonly Comment[]) {
  const size = batch.comments.length
  const posted = new Map(answered.map((comment) => [comment.id, comment]))
  const comments = [
    ...batch.comments.map(({ id, parentId, createdAt }, index) => {
      return { id, parentId, createdAt, rank: parentId === null ? size - index : index }
    }),
    ...[...posted.values()].map(({ id, parentId, createdAt }, index) => {
      return { id, parentId, createdAt, rank: size + 1 + index }
    }),
  ]
  type Modelled = (typeof comments)[number]
  const children = (parentId: CommentId | null) => comments.filter((comment) => comment.parentId === parentId)
  const countBelow = (id: CommentId): number =>
    children(id).reduce((count, child) => count + 1 + countBelow(child.id), 0)
  const replyCounts = new Map(comments.map(({ id }) => [id, countBelow(id)]))
  const age = (a: Modelled, b: Modelled) => a.createdAt.localeCompare(b.createdAt) || a.rank - b.rank
  const replies = ({ id }: Modelled) => replyCounts.get(id) ?? 0
  const inOrder: Record<Order, (a: Modelled, b: Modelled) => number> = {
    oldest: age,
    newest: (a, b) => age(b, a),
    replies: (a, b) => replies(b) - replies(a) || age(b, a),
  }
  return {
    replyCounts,
    idsByParent: (order: Order) => {
      const parents = [null, ...comments.map(({ id }) => id)]
      const groups = parents.map((parentId) => {
        const sorted = children(parentId).toSorted(inOrder[parentId === null ? order : 'oldest'])
        return [parentId, sorted.map(({ id }) => String(id))] as const
      })
      return new Map(groups.filter(([, ids]) => ids.length > 0))
    },
  }
}

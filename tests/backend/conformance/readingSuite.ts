import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { article, comment, commentPage, discussion, replyPage } from '../../../src/api/schemas.ts'
import { REPLY_BUDGET } from '../../../src/backend/listComments.ts'
import { BRANCH_PAGE_SIZE } from '../../../src/backend/listReplies.ts'
import type { Comment } from '../../../src/domain/comment.ts'
import type { CommentId, DiscussionId } from '../../../src/domain/ids.ts'
import { ORDERS } from '../../../src/domain/order.ts'
import { idsByParent, readEverything } from '../readEverything.ts'
import { deep, expectedThreads, imported, unique, type Probe } from './probe.ts'

/** What a reader is given. */
export function readingSuite({ api, get }: Probe): void {
  describe('reading', () => {
    test('the backend says that it is well', async () => {
      const response = await get('/health')
      expect(response.status).toBe(200)
      expect(await response.json()).toEqual({ status: 'ok' })
    })

    test('an article comes as it was imported', async () => {
      const response = await get('/articles/small')
      expect(response.status).toBe(200)
      expect(v.parse(article, await response.json())).toEqual(imported('small').article)
    })

    test('a discussion comes with its policy, its counts and the time', async () => {
      const response = await get('/discussions/small')
      expect(v.parse(discussion, await response.json())).toEqual({
        ...imported('small').discussion,
        importedCount: 7,
        count: 7,
        threadCount: 3,
        version: 7,
        now: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      })
    })

    test('a page holds whole threads in reading order, with every text verbatim', async () => {
      const response = await get('/discussions/small/comments')
      const page = v.parse(commentPage, await response.json())
      expect(page).toMatchObject({ nextCursor: null, total: 7, threadCount: 3, version: 7 })
      const order = ['small-6', 'small-7', 'small-3', 'small-1', 'small-2', 'small-5', 'small-4']
      const given = new Map(imported('small').comments.map((each) => [String(each.id), each]))
      expect(page.comments).toEqual(order.map((id) => expect.objectContaining(given.get(id))))
      expect(page.comments.map(({ replyCount }) => replyCount)).toEqual([1, 0, 0, 3, 1, 0, 0])
      expect(page.comments.every((each) => each.hiddenReplies === 0 && each.nextReplyCursor === null)).toBe(
        true,
      )
    })

    test('nothing is told beyond what the contract names', async () => {
      const kept = v.record(v.string(), v.unknown())
      const told = v.parse(kept, await (await get('/discussions/small')).json())
      expect(Object.keys(told).toSorted()).toEqual(Object.keys(discussion.entries).toSorted())
      const page = v.object({ comments: v.array(kept) })
      const { comments } = v.parse(page, await (await get('/discussions/small/comments')).json())
      for (const each of comments) {
        expect(Object.keys(each).toSorted()).toEqual(Object.keys(comment.entries).toSorted())
      }
    })

    test('an empty discussion is an empty page', async () => {
      expect(await api().listComments({ discussionId: 'empty' as DiscussionId })).toEqual({
        comments: [],
        nextCursor: null,
        total: 0,
        threadCount: 0,
        version: 0,
      })
    })

    test('a page holds 20 threads unless it is asked for another number', async () => {
      expect(await threadsOf('')).toHaveLength(20)
      expect(await threadsOf('?limit=1&order=newest')).toEqual(['many-1'])
      expect(await threadsOf('?limit=1&order=oldest')).toEqual(['many-45'])
      expect(await threadsOf('?limit=2&order=replies')).toEqual(['many-4', 'many-9'])
      expect(await threadsOf('?limit=100')).toHaveLength(45)
    })

    test.for(ORDERS)('all pages in the order %s give each comment once, threads in order', async (order) => {
      for (const limit of [1, 7, 45]) {
        const all = await readEverything(api(), 'many' as DiscussionId, { order, limit })
        expect(unique(all)).toHaveLength(all.length)
        expect(idsByParent(all).get(null)).toEqual(expectedThreads('many')[order])
        expect(all).toHaveLength(imported('many').comments.length)
      }
    })

    test('a page cuts a long thread breadth first and says what it hides', async () => {
      const { comments } = await api().listComments({ discussionId: deep, order: 'oldest' })
      const wide = comments.filter(({ id }) => id.startsWith('wide'))
      expect(wide).toHaveLength(1 + REPLY_BUDGET)
      expect(wide[0]).toMatchObject({ replyCount: 600, nextReplyCursor: expect.any(String) })
      expect(wide[0]?.hiddenReplies).toBe(600 - wide.slice(1).reduce((sum, w) => sum + 1 + w.replyCount, 0))
      expect(wide.find(({ id }) => id === 'wide-3')).toMatchObject({ hiddenReplies: 0 })
      expect(wide.find(({ id }) => id === 'wide-1')).toMatchObject({
        hiddenReplies: 12,
        nextReplyCursor: expect.any(String),
      })
      const chain = comments.filter(({ id }) => id.startsWith('chain'))
      expect(chain.map(({ depth }) => depth)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1))
      expect(chain.map(({ hiddenReplies }) => hiddenReplies)).toEqual([...Array(25).fill(0), 34])
    })

    test('the rest of a branch comes page by page, each with what is still missing', async () => {
      const { comments } = await api().listComments({ discussionId: deep, order: 'oldest' })
      const wide = comments.find(({ id }) => id === 'wide')
      const seen = comments.filter(({ parentId }) => parentId === 'wide').map(({ id }) => id)
      let hidden = wide?.hiddenReplies ?? 0
      for (let cursor = wide?.nextReplyCursor ?? null; cursor !== null;) {
        const response = await get(`/discussions/deep/comments/wide/replies?cursor=${cursor}`)
        const page = v.parse(replyPage, await response.json())
        const direct = page.comments.filter(({ parentId }) => parentId === 'wide')
        expect(page.comments.length).toBeLessThanOrEqual(BRANCH_PAGE_SIZE)
        expect(direct.length).toBeGreaterThan(0)
        expect(page.comments.indexOf(direct[0] as Comment)).toBe(0)
        seen.push(...direct.map(({ id }) => id))
        hidden -= direct.reduce((sum, reply) => sum + 1 + reply.replyCount, 0)
        expect(page.hiddenReplies).toBe(hidden)
        cursor = page.nextCursor
      }
      expect(hidden).toBe(0)
      expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => `wide-${index + 1}`))
    })

    test('all cursors to their end give each comment of a deep discussion once', async () => {
      const all = await readEverything(api(), deep, { order: 'newest', limit: 1 })
      expect(unique(all)).toHaveLength(imported('deep').comments.length)
      expect(all).toHaveLength(imported('deep').comments.length)
    })

    test('a branch without a cursor begins with its first reply', async () => {
      const { comments, nextCursor } = await api().listReplies({
        discussionId: 'small' as DiscussionId,
        commentId: 'small-1' as CommentId,
      })
      expect(comments.map(({ id }) => id)).toEqual(['small-2', 'small-5', 'small-4'])
      expect(nextCursor).toBeNull()
    })
  })

  async function threadsOf(query: string): Promise<string[]> {
    const page = v.parse(commentPage, await (await get(`/discussions/many/comments${query}`)).json())
    return page.comments.filter(({ parentId }) => parentId === null).map(({ id }) => id)
  }
}

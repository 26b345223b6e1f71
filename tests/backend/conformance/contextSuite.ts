import { describe, expect, test } from 'vitest'
import type { CommentContext } from '../../../src/api/finding.ts'
import { REPLY_BUDGET } from '../../../src/backend/listComments.ts'
import type { Comment } from '../../../src/domain/comment.ts'
import type { CommentId, DiscussionId } from '../../../src/domain/ids.ts'
import { ORDERS, type Order } from '../../../src/domain/order.ts'
import { deep, expectedThreads, expectProblem, unique, writing, type Probe } from './probe.ts'
import { createWriter } from './writer.ts'

const many = 'many' as DiscussionId

/** A comment in its thread, and the threads around it. */
export function contextSuite(probe: Probe): void {
  const { api, get } = probe
  const { create, remove } = createWriter(probe)

  describe('the context of a comment', () => {
    test('is its whole thread in reading order, where there is room', async () => {
      const context = await read('small', 'small-5')
      const page = await api().listComments({ discussionId: 'small' as DiscussionId })
      expect(context).toEqual({
        comments: page.comments.filter(({ id }) => /[1245]$/.test(id)),
        previousCursor: expect.any(String),
        nextCursor: null,
        total: 7,
        threadCount: 3,
        version: 7,
      })
      expect((await read('small', 'small-6')).previousCursor).toBeNull()
    })

    test('of a deep one holds all that it stands below', async () => {
      const { comments } = await read('deep', 'chain-50')
      expect(comments.map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, n) => `chain-${n + 1}`))
      expect(comments.every(({ hiddenReplies }) => hiddenReplies === 0)).toBe(true)
      const short = (await read('deep', 'chain-30')).comments
      expect(short).toHaveLength(30 + REPLY_BUDGET)
      expect(short.at(-1)).toMatchObject({ hiddenReplies: 5, nextReplyCursor: expect.any(String) })
    })

    test('of one behind a gap holds what leads to it, and the rest begins at the gap', async () => {
      const { comments } = await read('deep', 'wide-100-7')
      const [wide] = comments
      const direct = childrenOf('wide', comments)
      expect(direct).toEqual([...numbered('wide', REPLY_BUDGET), 'wide-100'])
      expect(childrenOf('wide-100', comments)).toEqual(['wide-100-7'])
      const held = comments.slice(1).filter(({ parentId }) => parentId === 'wide')
      expect(wide?.hiddenReplies).toBe(600 - held.reduce((sum, { replyCount }) => sum + 1 + replyCount, 0))
      const rest = await api().listReplies({
        discussionId: deep,
        commentId: 'wide' as CommentId,
        cursor: wide?.nextReplyCursor ?? '',
      })
      expect(childrenOf('wide', rest.comments)[0]).toBe(`wide-${REPLY_BUDGET + 1}`)
    })

    test.for(ORDERS)('in the order %s goes on behind its thread and before it', async (order) => {
      const threads = expectedThreads('many')[order]
      for (const [index, thread] of threads.entries()) {
        if (index % 11 !== 0) continue
        const context = await read('many', thread, order)
        expect(await threadsFrom(context.nextCursor, order, false)).toEqual(threads.slice(index + 1))
        expect(await threadsFrom(context.previousCursor, order, true)).toEqual(threads.slice(0, index))
      }
    })

    test('a page that was asked for backwards goes on forwards as well, and no other tells a way back', async () => {
      const threads = expectedThreads('many').newest
      const { previousCursor } = await read('many', threads[30] ?? '')
      const page = await api().listComments({ discussionId: many, limit: 5, cursor: previousCursor ?? '' })
      expect(childrenOf(null, page.comments)).toEqual(threads.slice(25, 30))
      const next = await api().listComments({ discussionId: many, limit: 5, cursor: page.nextCursor ?? '' })
      expect(childrenOf(null, next.comments)).toEqual(threads.slice(30, 35))
      expect(next).not.toHaveProperty('previousCursor')
    })

    test('of a deleted comment is its place, without name and text', async () => {
      const parent = await create('Parent')
      await remove(parent)
      const { comments } = await read(writing, parent.id)
      expect(comments).toMatchObject([{ id: parent.id, status: 'deleted', author: { name: '' }, body: '' }])
    })

    test.for([
      ['/discussions/none/comments/small-1/context', 'discussion'],
      ['/discussions/small/comments/none/context', 'comment'],
      ['/discussions/small/comments/closed-1/context', 'comment'],
    ] as const)('%s is not found: %s', async ([path, resource]) => {
      await expectProblem(await get(path), 404, { code: 'not-found', resource })
    })

    test('is refused in an order that there is not', async () => {
      const invalid = { code: 'invalid', field: 'order', reason: expect.any(String) } as const
      await expectProblem(await get('/discussions/small/comments/small-1/context?order=best'), 400, invalid)
    })
  })

  function read(discussionId: string, commentId: string, order?: Order): Promise<CommentContext> {
    return api().readContext({
      discussionId: discussionId as DiscussionId,
      commentId: commentId as CommentId,
      ...(order && { order }),
    })
  }

  /** The threads of all pages from a cursor on, in the order in which they stand. */
  async function threadsFrom(start: string | null, order: Order, backwards: boolean): Promise<string[]> {
    const pages: Comment[][] = []
    for (let cursor = start; cursor !== null && pages.length < 99;) {
      const page = await api().listComments({ discussionId: many, order, limit: 7, cursor })
      pages.push(page.comments)
      cursor = (backwards ? page.previousCursor : page.nextCursor) ?? null
    }
    const comments = (backwards ? pages.toReversed() : pages).flat()
    expect(unique(comments)).toHaveLength(comments.length)
    return childrenOf(null, comments)
  }
}

function childrenOf(parent: string | null, comments: readonly Comment[]): string[] {
  return comments.filter(({ parentId }) => parentId === parent).map(({ id }) => id)
}

function numbered(prefix: string, length: number): string[] {
  return Array.from({ length }, (_, n) => `${prefix}-${n + 1}`)
}

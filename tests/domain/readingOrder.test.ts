import { expect, test } from 'vitest'
import type { Comment } from '../../src/domain/comment.ts'
import { readingOrder } from '../../src/domain/readingOrder.ts'
import { commentOf } from '../support/comments.ts'

test('a parent comes before its replies, threads as given, replies oldest first', () => {
  const comments = [
    comment('b', null, 1),
    comment('a', null, 2),
    comment('a2', 'a', 9),
    comment('a1', 'a', 8),
  ]
  const below = [comment('a1x', 'a1', 10), comment('lost', 'nowhere', 0)]
  expect(ids(readingOrder([...comments, ...below]))).toEqual(['b', 'a', 'a1', 'a1x', 'a2', 'lost'])
})

test('a chain of 200,000 replies is ordered without overflowing the stack', () => {
  const chain = Array.from({ length: 200_000 }, (_, n) => comment(`${n}`, n === 0 ? null : `${n - 1}`, n))
  expect(ids(readingOrder(chain.toReversed()))).toEqual(ids(chain))
})

function ids(comments: readonly Comment[]): string[] {
  return comments.map(({ id }) => id)
}

function comment(id: string, parentId: string | null, minute: number): Comment {
  return commentOf(id, parentId, { createdAt: new Date(minute * 60_000).toISOString() })
}

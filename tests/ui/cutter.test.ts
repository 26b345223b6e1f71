import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comment } from '../../src/domain/comment.ts'
import { createCutter, isShort, placesOf, STEPWISE } from '../../src/ui/discussion/cutter.ts'
import type { ThreadNode } from '../../src/ui/discussion/threadNodes.ts'

test.for([
  ['comments without replies', [0, 0, 0, 0, 0, 0, 0], [5, 2]],
  ['short branches, which are drawn with what they answer', [3, 1, 0, 2, 2], [1, 2, 1, 1]],
  ['a branch that is larger than a batch', [0, 8, 0], [1, 1, 1]],
  ['long branches, which have batches of their own', [30, 30, 0, 0, 30, 0], [1, 1, 2, 1, 1]],
  ['none', [], []],
] as const)('%s', ([, replies, sizes]) => {
  const batches = createCutter()(
    replies.map((count, index) => node(`${index}`, count)),
    'all',
    STEPWISE,
  )
  expect(batches.map(({ length }) => length)).toEqual(sizes)
})

test('every comment is in one batch, in order, and no two of a batch are drawn with more than it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (replies) => {
      const nodes = replies.map((count, index) => node(`${index}`, count))
      const batches = createCutter()(nodes, 'all', STEPWISE)
      expect(batches.flat()).toEqual(nodes)
      expect(placesOf(batches)).toEqual(batches.map(([first]) => first && nodes.indexOf(first)))
      for (const batch of batches.filter(({ length }) => length > 1)) {
        const drawn = batch.map((each) => (isShort(each) ? 1 + each.replies.length : Infinity))
        expect(drawn.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(5)
      }
    }),
  )
})

test('a comment stays in its batch, whatever comes below others, comes after them, or goes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(12), fc.nat(12), fc.boolean()), { minLength: 1 }),
      fc.array(fc.nat(12)),
      (here, later) => {
        const cut = createCutter()
        const before = cut(
          here.map(([replies], index) => node(`${index}`, replies)),
          'all',
          STEPWISE,
        )
        const grown = here.flatMap(([, replies, stays], index) => (stays ? [node(`${index}`, replies)] : []))
        const after = cut(
          [...grown, ...later.map((replies, index) => node(`later-${index}`, replies))],
          'all',
          STEPWISE,
        )
        const begun = new Set(before.map(([first]) => first?.comment.id))
        const first = grown[0]?.comment.id
        for (const { comment } of grown) {
          const isFirst = after.some(([each]) => each?.comment.id === comment.id)
          expect(isFirst).toBe(begun.has(comment.id) || comment.id === first)
        }
      },
    ),
  )
})

/** A comment with so many direct replies. */
function node(id: string, replyCount: number): ThreadNode {
  const replies = Array.from({ length: replyCount }, (_, index) => node(`${id}-${index}`, 0))
  const comment = { id, replyCount } as Comment
  return { comment, replyParentId: null, replies, news: [], pending: [] }
}

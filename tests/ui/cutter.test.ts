import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comment } from '../../src/domain/comment.ts'
import { byItems, createCutter, isShort, placesOf, STEPWISE } from '../../src/ui/discussion/cutter.ts'
import type { ThreadNode } from '../../src/ui/discussion/threadNodes.ts'

test.for([
  ['comments without replies', [0, 0, 0, 0, 0, 0, 0], [5, 2]],
  ['short branches, which are drawn with what they answer', [3, 1, 0, 2, 2], [1, 2, 1, 1]],
  ['a branch that is larger than a batch', [0, 8, 0], [1, 1, 1]],
  ['long branches, which have batches of their own', [30, 30, 0, 0, 30, 0], [1, 1, 2, 1, 1]],
  ['none', [], []],
] as const)('%s', ([, replies, sizes]) => {
  const parts = createNodeCutter()(
    replies.map((count, index) => node(`${index}`, count)),
    'all',
    STEPWISE,
  )
  expect(parts.map(({ items }) => items.length)).toEqual(sizes)
})

test('every comment is in one part, in order, and no two of a part are drawn with more than it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (replies) => {
      const nodes = replies.map((count, index) => node(`${index}`, count))
      const parts = createNodeCutter()(nodes, 'all', STEPWISE)
      expect(parts.flatMap(({ items }) => items)).toEqual(nodes)
      expect(placesOf(parts)).toEqual(parts.map(({ items: [first] }) => first && nodes.indexOf(first)))
      for (const { items } of parts.filter(({ items: { length } }) => length > 1)) {
        const drawn = items.map((each) => (isShort(each, 'stepwise') ? 1 + each.replies.length : Infinity))
        expect(drawn.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(5)
      }
    }),
  )
})

test('an item stays in its part, whatever comes before it or beside it, or goes, and no two parts have one key', () => {
  const ids = fc.uniqueArray(fc.nat(60), { maxLength: 40 })
  fc.assert(
    fc.property(fc.array(ids, { minLength: 2, maxLength: 5 }), fc.boolean(), (lists, isSorted) => {
      const cut = createCutter((item: number) => `${item}`)
      let before = new Map<number, string>()
      for (const each of lists) {
        const list = isSorted ? each.toSorted((a, b) => a - b) : each
        const parts = cut(list, 'all', byItems(3))
        expect(parts.flatMap(({ items }) => items)).toEqual(list)
        expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length)
        const now = new Map(parts.flatMap(({ key, items }) => items.map((item) => [item, key])))
        if (isSorted) {
          const stayed = list.filter((item) => before.has(item))
          expect(stayed.map((item) => now.get(item))).toEqual(stayed.map((item) => before.get(item)))
        }
        before = now
      }
    }),
    { numRuns: 1000 },
  )
})

test('what is new behind a gap begins a part, so that what fills the gap comes to stand before it', () => {
  const cut = createCutter((item: number) => `${item}`)
  const partsOf = (items: readonly number[], hasGaps: boolean) =>
    cut(items, 'all', { ...byItems(5), hasGaps }).map((part) => part.items)
  expect(partsOf([1, 2, 3], true)).toEqual([[1, 2, 3]])
  expect(partsOf([1, 2, 3, 20], true)).toEqual([[1, 2, 3], [20]])
  expect(partsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 20], false)).toEqual([[1, 2, 3, 4, 5], [6, 7, 8, 9], [20]])
})

test('in another order a list does not fall to pieces', () => {
  const cut = createCutter((item: number) => `${item}`)
  cut([1, 2, 3, 4], 'all', byItems(2))
  expect(cut([2, 3, 1, 4], 'all', byItems(2)).length).toBeLessThanOrEqual(2)
})

test('lists of other names have parts of their own', () => {
  const cut = createCutter((item: number) => `${item}`)
  expect(cut([1, 2, 3], 'newest', byItems(2)).map(({ items }) => items)).toEqual([[1, 2], [3]])
  expect(cut([3, 2, 1], 'oldest', byItems(2)).map(({ items }) => items)).toEqual([[3, 2], [1]])
})

function createNodeCutter() {
  return createCutter(({ comment }: ThreadNode) => comment.id)
}

/** A comment with so many direct replies. */
function node(id: string, replyCount: number): ThreadNode {
  const replies = Array.from({ length: replyCount }, (_, index) => node(`${id}-${index}`, 0))
  const comment = { id, replyCount } as Comment
  return { comment, replyParentId: null, replies, news: [], pending: [] }
}

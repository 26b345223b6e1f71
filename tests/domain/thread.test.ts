import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replyBeginning, replyParents } from '../../src/domain/replyPlace.ts'
import type { CommentId } from '../../src/domain/ids.ts'
import { ancestorsOf, siblingsByParent } from '../../src/domain/thread.ts'
import { commentOf } from '../support/comments.ts'

/** Any comments, whose parents may be themselves, each other, or missing. */
const anyComments = fc.array(
  fc.tuple(fc.nat(30), fc.option(fc.nat(35)), fc.nat(9)).map(([id, parent, minute]) =>
    commentOf(`c${id}`, parent === null ? null : `c${parent}`, {
      createdAt: `2014-05-01T12:0${minute}:00.000Z`,
    }),
  ),
)

describe('siblings by parent', () => {
  test('threads keep their order, and replies stand oldest first', () => {
    const late = commentOf('late', 'a', { createdAt: '2014-05-01T13:00:00.000Z' })
    const siblings = siblingsByParent([
      commentOf('b', null),
      commentOf('a', null),
      late,
      commentOf('early', 'a'),
    ])
    expect(siblings.get(null)?.map(({ id }) => id)).toEqual(['b', 'a'])
    expect(siblings.get('a' as CommentId)?.map(({ id }) => id)).toEqual(['early', 'late'])
  })

  test('every comment stands once, as it was given last, and a reply to nobody is a thread', () => {
    fc.assert(
      fc.property(anyComments, (comments) => {
        const placed = [...siblingsByParent(comments).values()].flat()
        const last = new Map(comments.map((each) => [each.id, each]))
        expect(new Set(placed)).toEqual(new Set(last.values()))
        expect(placed).toHaveLength(last.size)
      }),
    )
    expect(siblingsByParent([commentOf('a', 'gone')]).get(null)).toHaveLength(1)
  })

  test('a chain of 200,000 replies is no trouble', () => {
    const chain = Array.from({ length: 200_000 }, (_, index) =>
      commentOf(`c${index}`, index === 0 ? null : `c${index - 1}`),
    )
    expect(siblingsByParent(chain).size).toBe(200_000)
    const byId = new Map(chain.map((each) => [each.id, each]))
    expect(ancestorsOf(chain.at(-1)!, (id) => byId.get(id))).toHaveLength(199_999)
  })
})

test('ancestors come from the top down, and a loop among damaged comments ends', () => {
  const comments = [
    commentOf('a', null),
    commentOf('b', 'a'),
    commentOf('c', 'b'),
    commentOf('x', 'y'),
    commentOf('y', 'x'),
  ]
  const find = (id: CommentId) => comments.find((each) => each.id === id)
  expect(ancestorsOf(comments[2]!, find).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(ancestorsOf(comments[3]!, find).map(({ id }) => id)).toEqual(['y'])
})

test('an answer at the deepest level stands beside what it answers, addressed to the person', () => {
  const deepest = commentOf('b', 'a', { author: { name: 'Pete' }, depth: 3 })
  expect(replyParents([deepest], 3).get(deepest.id)).toBe('a')
  expect(replyParents([deepest], 4).get(deepest.id)).toBe('b')
  expect(replyBeginning(deepest, 'a' as CommentId)).toBe('@Pete, ')
  expect(replyBeginning(deepest, 'b' as CommentId)).toBe('')
  expect(replyBeginning({ ...deepest, author: { name: '' } }, 'a' as CommentId)).toBe('')
})

test.for([
  [1, [null, null, null, null]],
  [2, ['a', 'a', 'a', 'a']],
  [3, ['a', 'b', 'b', 'b']],
  [9, ['a', 'b', 'c', 'd']],
] as const)(
  'where answers go down to level %s, answers to a chain of four stand below %j',
  ([maxDepth, below]) => {
    const chain = ['a', 'b', 'c', 'd'].map((id, index, ids) =>
      commentOf(id, ids[index - 1] ?? null, { depth: index + 1 }),
    )
    expect([...replyParents(chain, maxDepth).values()]).toEqual(below)
  },
)

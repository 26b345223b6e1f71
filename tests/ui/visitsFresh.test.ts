import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChangePage } from '../../src/api/schemas.ts'
import type { Comment } from '../../src/domain/comment.ts'
import type { CommentId, DiscussionId } from '../../src/domain/ids.ts'
import type { Standing } from '../../src/ui/finding/keys/readingOrder.ts'
import { askSince } from '../../src/ui/finding/visits/askSince.ts'
import { countBelow, findNew, placeNew } from '../../src/ui/finding/visits/freshComments.ts'
import { findBaseline, writeSeen } from '../../src/ui/finding/visits/visitRecord.ts'
import { createDeviceStorage } from '../../src/ui/parts/deviceStorage.ts'
import { commentOf } from '../support/comments.ts'

const discussionId = 'a' as DiscussionId
const came = (id: string, sequence: number, parentId: string | null = null, changes: Partial<Comment> = {}) =>
  commentOf(id, parentId, { sequence, ...changes })
const byId = (...comments: Comment[]) => new Map(comments.map((each) => [each.id, each]))

describe('new', () => {
  const none = () => false

  test('is what came after the version that was seen, told or drawn', () => {
    const told = [came('a', 5), came('b', 6)]
    const drawn = [came('b', 6), came('c', 7), came('old', 4)]
    expect([...findNew(4, told, drawn, none).keys()]).toEqual(['a', 'b', 'c'])
  })

  test.each(['deleted', 'held', 'rejected'] as const)('is nothing that is %s where it stands', (status) => {
    expect(findNew(4, [came('a', 5)], [came('a', 5, null, { status })], none).size).toBe(0)
  })

  test('is nothing that is left out', () => {
    const isPete = ({ author }: Comment) => author.name === 'Pete'
    const ann = came('b', 6, null, { author: { name: 'Ann' } })
    expect([...findNew(4, [came('a', 5), ann], [], isPete).keys()]).toEqual(['b'])
  })
})

test('new ones are counted at all that stands above them, be that drawn or new itself', () => {
  const drawn = byId(came('a', 1), came('b', 2, 'a'))
  const fresh = byId(came('c', 3, 'b'), came('d', 4, 'c'), came('e', 5))
  const counts = countBelow(fresh, (id) => drawn.get(id))
  expect(Object.fromEntries(counts)).toEqual({ a: 2, b: 2, c: 1 })
})

test('parents that lead in a circle are counted once', () => {
  const fresh = byId(came('a', 1, 'b'), came('b', 2, 'a'))
  expect(Object.fromEntries(countBelow(fresh, () => undefined))).toEqual({ a: 1, b: 1 })
})

describe('the next new one', () => {
  const standing = [stand('a', 0), stand('b', 1), stand('c', 2), stand('d', 0)]

  test('is the next that is read; what is hidden below a comment comes behind its branch, the rest last', () => {
    const fresh = byId(
      came('far', 9),
      came('d', 8),
      came('farther', 10),
      came('hidden', 7, 'b'),
      came('c', 6),
      came('below', 11, 'hidden'),
    )
    const ids = (order: 'newest' | 'oldest') => placeNew(fresh, standing, order).map(({ id }) => id)
    expect(ids('oldest')).toEqual(['c', 'hidden', 'below', 'd', 'far', 'farther'])
    expect(ids('newest')).toEqual(['c', 'hidden', 'below', 'd', 'farther', 'far'])
    expect(placeNew(fresh, standing, 'oldest').filter(({ isDrawn }) => isDrawn)).toHaveLength(2)
  })

  test('is one of all that are new, each once, in rising places', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1 })
    const parent = fc.option(fc.constantFrom(...'abcdefghij'), { nil: null })
    fc.assert(
      fc.property(ids, fc.array(parent, { minLength: 10, maxLength: 10 }), (names, parents) => {
        const fresh = byId(...names.map((id, index) => came(id, index, parents[index] ?? null)))
        const places = placeNew(fresh, standing, 'newest')
        expect(places.map(({ id }) => id).toSorted()).toEqual(names.toSorted())
        expect(places.map(({ at }) => at)).toEqual(places.map(({ at }) => at).toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('asking what came', () => {
  const page = (changes: Partial<ChangePage>): ChangePage => ({
    since: 0,
    added: [],
    edited: [],
    deleted: [],
    version: 5,
    total: 5,
    threadCount: 5,
    hasMore: false,
    isReset: false,
    ...changes,
  })
  const ask = (since: number | null, ...pages: ChangePage[]) => {
    const waiting = [...pages]
    const api = {
      listChanges: async () => waiting.shift() ?? page({}),
      readDiscussion: async () => ({ version: 5 }) as never,
    }
    return askSince(api, discussionId, { since, read: 0 }, new AbortController().signal)
  }

  test('for the first time finds nothing, and so it does where the discussion was imported anew', async () => {
    const nothing = { since: null, version: 5, added: [], isWhole: true }
    expect(await ask(null)).toEqual(nothing)
    expect(await ask(3, page({ isReset: true, added: [came('a', 4)] }))).toEqual(nothing)
    expect(await ask(9, page({}))).toEqual(nothing)
  })

  test('goes through the pages, takes each as it is now, and leaves out what is gone, or is older', async () => {
    const edited = came('a', 3, null, { body: 'Edited.' })
    const told = await ask(
      2,
      page({ added: [came('a', 3), came('b', 4)], version: 4, hasMore: true }),
      page({ edited: [edited, came('old', 1)], deleted: ['b' as CommentId] }),
    )
    expect(told).toEqual({ since: 2, version: 5, added: [edited], isWhole: true })
  })

  test('ends where there are more than are counted, and says so', async () => {
    const many = Array.from({ length: 120 }, (_, index) => came(`${index}`, 3 + index))
    const told = await ask(2, page({ added: many, version: 200, hasMore: true }))
    expect([told.added.length, told.isWhole]).toEqual([120, false])
  })
})

describe('a visit', () => {
  const MINUTE_MS = 60_000
  const open = () => ({ tab: createDeviceStorage(memory), device: createDeviceStorage(memory) })

  test.each([
    ['goes on in its tab', 29, 3],
    ['is another one after half an hour', 30, 7],
    ['is another one by a clock that was set back', -31, 7],
  ])('%s', (_, minutes, version) => {
    const kept = open()
    writeSeen(kept.tab, discussionId, { version: 3, at: 0 })
    writeSeen(kept.device, discussionId, { version: 7, at: 0 })
    expect(findBaseline(kept, discussionId, minutes * MINUTE_MS)?.version).toBe(version)
  })

  test.each([
    '',
    'null',
    '7',
    '{}',
    '{"version":-1,"at":0}',
    '{"version":"7","at":0}',
    '{"version":7,"at":null}',
  ])('is the first where what is kept is %j', (text) => {
    const kept = open()
    kept.device.write('visit:a', text)
    expect(findBaseline(kept, discussionId, 0)).toBeNull()
  })
})

function stand(id: string, depth: number): Standing {
  return { id: id as CommentId, parentId: null, depth }
}

/** Nothing is kept there, so that all stays in memory. */
function memory(): Storage {
  throw new Error('There is no storage.')
}

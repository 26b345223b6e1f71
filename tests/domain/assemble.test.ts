import { describe, expect, test } from 'vitest'
import { assemble, type BranchExcerpt, type Excerpt, type Happenings } from '../../src/domain/assemble.ts'
import type { Comment } from '../../src/domain/comment.ts'
import type { CommentId } from '../../src/domain/ids.ts'
import { commentOf } from '../support/comments.ts'

const nothing: Happenings = { added: [], shown: new Set(), edited: new Map(), deleted: new Set() }

/** A page that was read at version 10: thread `a` with one of its three replies, and thread `b`. */
const page: Excerpt = {
  version: 10,
  comments: [
    came('a', null, 1, { replyCount: 3, hiddenReplies: 2, nextReplyCursor: 'after a1' }),
    came('a1', 'a', 2),
    came('b', null, 3),
  ],
}

describe('what came since the pages were read', () => {
  test('is counted by the shown comment that it stands below, and shown below it when it is asked for', () => {
    const added = [came('a1x', 'a1', 11), came('a1y', 'a1x', 12), came('c', null, 13), came('c1', 'c', 14)]
    const counted = assemble([page], [], { ...nothing, added }, 10)
    expect(ids(counted.news.get('a1' as CommentId))).toEqual(['a1x', 'a1y'])
    expect(ids(counted.news.get(null))).toEqual(['c', 'c1'])
    expect(idsOf(counted)).toEqual(['a', 'a1', 'b'])

    const shown = assemble([page], [], { ...nothing, added, shown: setOf('a1x', 'a1y', 'c') }, 10)
    expect([...shown.news].map(([below, news]) => [below, ids(news)])).toEqual([['c', ['c1']]])
    expect(ids(shown.replies.get('a1x' as CommentId))).toEqual(['a1y'])
    expect(shown.cameLater).toEqual(['c'])
    expect(countsOf(shown)).toMatchObject({ a: [5, 2], a1: [2, 0], a1x: [1, 0], c: [0, 0] })
  })

  test('is no news where a page holds it, hides it, or is still to come with it', () => {
    const added = [came('a2', 'a', 9), came('b', null, 10), came('z', null, 9)]
    expect([...assemble([page], [], { ...nothing, added }, 10).news]).toEqual([])
    const late = [came('z', null, 20)]
    expect([...assemble([page], [], { ...nothing, added: late }, Infinity).news]).toEqual([])
  })

  test('is no news where it answers what is not here, or was deleted', () => {
    const added = [came('x1', 'x', 11), came('a2', 'a', 12)]
    const { news } = assemble([page], [], { ...nothing, added, deleted: setOf('a2') }, 10)
    expect([...news]).toEqual([])
  })
})

describe('more of a branch', () => {
  const branch: BranchExcerpt = {
    branchId: 'a' as CommentId,
    version: 12,
    nextCursor: null,
    comments: [
      came('a2', 'a', 4, { replyCount: 2, hiddenReplies: 1, nextReplyCursor: 'x' }),
      came('a2x', 'a2', 11),
    ],
  }

  test('joins its page, with what it counts and hides by then', () => {
    const { comments, replies } = assemble([page], [branch], nothing, 10)
    expect(ids(replies.get('a' as CommentId))).toEqual(['a1', 'a2'])
    expect(comments.get('a' as CommentId)).toMatchObject({
      replyCount: 4,
      hiddenReplies: 0,
      nextReplyCursor: null,
    })
    expect(comments.get('a2' as CommentId)).toMatchObject({ replyCount: 2, hiddenReplies: 1 })
  })

  test('hides one reply at least as long as it goes on, however many came below those that are here', () => {
    const more = { ...branch, nextCursor: 'after a2' }
    expect(assemble([page], [more], nothing, 10).comments.get('a' as CommentId)).toMatchObject({
      replyCount: 5,
      hiddenReplies: 1,
      nextReplyCursor: 'after a2',
    })
  })

  test('that has ended offers what came after it as news, even if a later page counts that', () => {
    const later = { version: 20, comments: [{ ...page.comments[0]!, replyCount: 5, hiddenReplies: 4 }] }
    const added = [came('a3', 'a', 15)]
    const { comments, news } = assemble([later], [branch], { ...nothing, added }, 20)
    expect(ids(news.get('a' as CommentId))).toEqual(['a3'])
    expect(comments.get('a' as CommentId)).toMatchObject({ hiddenReplies: 0, nextReplyCursor: null })
  })

  test('is left out where its comment is not here', () => {
    expect(idsOf(assemble([{ ...page, comments: [came('b', null, 3)] }], [branch], nothing, 10))).toEqual([
      'b',
    ])
  })
})

describe('a thread that was read for one of its comments', () => {
  /** Thread `a` with its first reply and the last of five, read at the version of the page. */
  const context = {
    isPinned: false,
    version: 10,
    comments: [
      came('a', null, 1, { replyCount: 5, hiddenReplies: 3, nextReplyCursor: 'after a1' }),
      came('a1', 'a', 2),
      came('a5', 'a', 9),
    ],
  }
  const before = {
    version: 10,
    comments: [{ ...page.comments[0]!, replyCount: 5, hiddenReplies: 4 }, came('a1', 'a', 2)],
  }

  test('adds to it where it stands, and what is loaded later comes in its place, until nothing is hidden', () => {
    const joined = assemble([before], [], nothing, 10, [context])
    expect(joined.pages).toEqual([['a']])
    expect(joined.pinned).toEqual([])
    expect(ids(joined.replies.get('a' as CommentId))).toEqual(['a1', 'a5'])
    expect(countsOf(joined)['a']).toEqual([5, 3])
    const next = [came('a2', 'a', 3), came('a3', 'a', 4), came('a4', 'a', 5)]
    const branch = { branchId: 'a' as CommentId, version: 10, nextCursor: 'after a4', comments: next }
    const all = assemble([before], [branch], nothing, 10, [context])
    expect(ids(all.replies.get('a' as CommentId))).toEqual(['a1', 'a2', 'a3', 'a4', 'a5'])
    expect(all.comments.get('a' as CommentId)).toMatchObject({ hiddenReplies: 0, nextReplyCursor: null })
  })

  test('stands before all where it is pinned, also when a page comes with it; and nowhere where it is not', () => {
    const others = { version: 10, comments: [came('b', null, 3)] }
    expect(idsOf(assemble([others], [], nothing, 10, [context]))).toEqual(['b'])
    const pinned = [{ ...context, isPinned: true }]
    expect(assemble([others], [], nothing, 10, pinned)).toMatchObject({ pages: [['b']], pinned: ['a'] })
    expect(assemble([others, page], [], nothing, 10, pinned)).toMatchObject({
      pages: [['b'], []],
      pinned: ['a'],
    })
  })
})

test('what was edited or deleted is so, unless a page that was read later says otherwise', () => {
  const edited = new Map([['a1', came('a1', 'a', 2, { revision: 2, body: 'Better', replyCount: 9 })]])
  const { comments } = assemble(
    [page],
    [],
    { ...nothing, edited: edited as unknown as Happenings['edited'], deleted: setOf('b') },
    10,
  )
  expect(comments.get('a1' as CommentId)).toMatchObject({ body: 'Better', replyCount: 0 })
  expect(comments.get('b' as CommentId)).toMatchObject({ status: 'deleted', body: '', author: { name: '' } })
  const later = { version: 12, comments: [came('a1', null, 2, { revision: 3, body: 'Best' })] }
  const again = assemble([later], [], { ...nothing, edited: edited as unknown as Happenings['edited'] }, 10)
  expect(again.comments.get('a1' as CommentId)?.body).toBe('Best')
})

test('a comment that two pages hold stands in the first of them, as it was read last', () => {
  const later = {
    version: 12,
    comments: [came('b', null, 3, { replyCount: 1, hiddenReplies: 1, nextReplyCursor: 'x' })],
  }
  const { pages, comments } = assemble([page, later], [], nothing, 10)
  expect(pages).toEqual([['a', 'b'], []])
  expect(comments.get('b' as CommentId)?.replyCount).toBe(1)
})

test('a chain of 200,000 replies is no trouble', () => {
  const chain = Array.from({ length: 200_000 }, (_, index) =>
    came(`c${index}`, index === 0 ? null : `c${index - 1}`, index, { replyCount: 199_999 - index }),
  )
  const { comments } = assemble([{ comments: chain, version: 200_000 }], [], nothing, 200_000)
  expect(comments.get('c0' as CommentId)).toBe(chain[0])
})

function came(
  id: string,
  parentId: string | null,
  sequence: number,
  changes: Partial<Comment> = {},
): Comment {
  return commentOf(id, parentId, { sequence, ...changes })
}

function setOf(...names: string[]): Set<CommentId> {
  return new Set(names as CommentId[])
}

function ids(comments: readonly Comment[] = []): string[] {
  return comments.map(({ id }) => String(id))
}

function idsOf({ comments }: ReturnType<typeof assemble>): string[] {
  return [...comments.keys()].map(String)
}

function countsOf({ comments }: ReturnType<typeof assemble>): Record<string, [number, number]> {
  return Object.fromEntries(
    [...comments.values()].map(({ id, replyCount, hiddenReplies }) => [id, [replyCount, hiddenReplies]]),
  )
}

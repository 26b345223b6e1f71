import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WaitingComment } from '../../../src/api/moderating.ts'
import type { CommentId, DiscussionId, EntryId } from '../../../src/domain/ids.ts'
import type { LogEntry } from '../../../src/domain/moderation.ts'
import { entriesOf, undoableAmong, withEntry } from '../../../src/moderation/logCache.ts'
import { pageOf } from '../../../src/moderation/pageOf.ts'
import {
  itemsOf,
  keyOf,
  neighbourOf,
  totalOf,
  withItem,
  withoutItem,
  type QueuePages,
} from '../../../src/moderation/queueCache.ts'
import { commentOf } from '../../support/comments.ts'

function waiting(id: string, minute: number, changes: Partial<WaitingComment> = {}): WaitingComment {
  return {
    comment: { ...commentOf(id, null), discussionId: 'd' as DiscussionId },
    discussion: { id: 'd' as DiscussionId, title: 'D', url: null, closed: false },
    heldFor: 'links',
    reports: [],
    reportCount: 0,
    answered: null,
    waitingSince: `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`,
    ...changes,
  }
}

function entry(id: number, changes: Partial<LogEntry> = {}): LogEntry {
  return {
    id: `${id}` as EntryId,
    at: '2026-01-01T00:00:00.000Z',
    moderator: 'Mo',
    action: 'approve',
    discussionId: 'd' as DiscussionId,
    commentId: 'c' as CommentId,
    excerpt: 'A text',
    reason: null,
    undoes: null,
    undoneBy: null,
    ...changes,
  }
}

/** Those that wait since these minutes, by pages of three. */
function queueOf(minutes: readonly number[]): QueuePages {
  const items = minutes.toSorted((one, other) => one - other).map((minute) => waiting(`c${minute}`, minute))
  const pages = [items.slice(0, 3), items.slice(3, 6), items.slice(6)].map((each) => ({
    items: each,
    nextCursor: null,
    total: items.length,
  }))
  return { pages, pageParams: [null, 'a', 'b'] }
}

test('what is taken away and comes back, in whatever turn, stands where it stood, and is counted', () => {
  const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(minutes, fc.infiniteStream(fc.nat()), (waitingSince, picks) => {
      const queue = queueOf(waitingSince)
      const all = itemsOf(queue)
      const taken = all.filter((_, index) => ((picks.next().value ?? 0) + index) % 2 === 0)
      let left = queue
      for (const item of taken) {
        const next = neighbourOf(left, keyOf(item))
        left = withoutItem(left, keyOf(item))
        expect(next === null).toBe(itemsOf(left).length === 0)
      }
      expect(totalOf(left)).toBe(all.length - taken.length)
      expect(withoutItem(left, keyOf(waiting('other', 0)))).toBe(left)
      let back = left
      for (const item of taken.toReversed()) back = withItem(withItem(back, item), item)
      expect(itemsOf(back)).toEqual(all)
      expect(totalOf(back)).toBe(all.length)
    }),
  )
})

test('of each comment and each discussion the last entry that stands can be undone, and no other', () => {
  const undoable = (entries: readonly LogEntry[]) => [...undoableAmong(entries)]
  expect(undoable([entry(3), entry(2), entry(1, { commentId: 'e' as CommentId })])).toEqual(['3', '1'])
  expect(undoable([entry(3, { action: 'close', commentId: null }), entry(2)])).toEqual(['3', '2'])
  const undone = [
    entry(3, { action: 'undo', undoes: '2' as EntryId }),
    entry(2, { undoneBy: '3' as EntryId }),
  ]
  expect(undoable([...undone, entry(1)])).toEqual(['1'])
})

test('what is done comes into the log once, and marks what it reverts', () => {
  const log = {
    pages: [
      { entries: [entry(2)], nextCursor: null },
      { entries: [entry(1)], nextCursor: null },
    ],
    pageParams: [],
  }
  const undoing = entry(3, { action: 'undo', undoes: '1' as EntryId })
  const after = withEntry(withEntry(log, undoing), undoing)
  expect(entriesOf(after).map(({ id, undoneBy }) => [id, undoneBy])).toEqual([
    ['3', null],
    ['2', null],
    ['1', '3'],
  ])
})

test.for([
  [null, null, '/?article=d#comment-c'],
  ['https://site.example/a?b=c#d', null, 'https://site.example/a?b=c#comment-c'],
  ['https://site.example/a', 'links', 'https://site.example/a#comment-e'],
  // Nothing but an address of the web is led to.
  ['javascript:alert(1)', null, '/?article=d#comment-c'],
] as const)('of a comment at %s, held for %s, the page is %s', ([url, heldFor, page]) => {
  const discussion = { id: 'd' as DiscussionId, title: 'D', url, closed: false }
  const answered = { id: 'e' as CommentId, name: 'E', body: 'E' }
  expect(pageOf(waiting('c', 0, { discussion, heldFor, answered }))).toBe(page)
})

import { expect, test } from 'vitest'
import type { ServerStore } from '../../../src/backend/serverStore.ts'
import { HOLD_REASONS } from '../../../src/domain/comment.ts'
import type { CommentId, DiscussionId, EntryId } from '../../../src/domain/ids.ts'
import { at, importOf } from '../imports.ts'
import { limits, moderatorsDesk } from './moderatorsDesk.ts'
import { here, hold, id, revised, tree } from './support.ts'

const there = 'b' as DiscussionId

/** What waits for moderators. */
export function waitingSuite(store: () => ServerStore): void {
  const { fill, report, decide, factsOf } = moderatorsDesk(store)

  test('nothing waits, and nothing was done, where nothing is', async () => {
    expect(await store().listWaiting(null, limits)).toEqual({ items: [], total: 0 })
    expect(await store().listEntries(null, 9)).toEqual([])
    expect(await store().readEntry('1' as EntryId)).toBeNull()
    expect(await store().readEntry('no-number' as EntryId)).toBeNull()
  })

  test('what is held and what was reported waits, of all discussions, the longest waiting first', async () => {
    await fill()
    await store().importDiscussion(importOf('b', tree), { replace: false })
    const held = await hold(store(), 'held', { parentId: id('2'), depth: 3, createdAt: at(30) })
    await report('1', 40, { discussionId: there, words: 'First' })
    await report('1', 35, { discussionId: there, words: 'Before that', reason: 'abuse' })
    await report('3', 20)
    const { items, total } = await store().listWaiting(null, limits)
    expect(total).toBe(3)
    expect(items.map(({ comment: { id: each }, since }) => [each, since])).toEqual([
      ['3', at(20)],
      ['held', at(30)],
      ['1', at(35)],
    ])
    const parent = await store().readComment(here, id('2'))
    expect(items[1]).toEqual({
      comment: held,
      discussion: await store().readDiscussion(here),
      holding: { reason: 'links', since: at(30) },
      reports: [],
      reportCount: 0,
      answered: parent && { id: parent.id, author: parent.author, body: parent.body, status: 'published' },
      since: at(30),
    })
    expect(items[2]).toMatchObject({
      comment: await store().readComment(there, id('1')),
      discussion: { id: there },
      holding: null,
      reports: [
        { reason: 'abuse', words: 'Before that', receivedAt: at(35) },
        { reason: 'spam', words: 'First', receivedAt: at(40) },
      ],
      answered: null,
    })
  })

  test('the queue is given in parts, each with so many reports, and is counted whole', async () => {
    await fill()
    // Of one instant, so that their ids part them.
    for (const each of ['h3', 'h1', 'h2']) await hold(store(), each, { createdAt: at(30) })
    for (const minute of [50, 48, 49]) await report('1', minute)
    const first = await store().listWaiting(null, { items: 2, reports: 2 })
    expect(idsOf(first)).toEqual(['h1', 'h2'])
    const last = { since: at(30), discussionId: here, commentId: id('h2') }
    const rest = await store().listWaiting(last, { items: 9, reports: 2 })
    expect([idsOf(rest), first.total, rest.total]).toEqual([['h3', '1'], 4, 4])
    expect(rest.items[1]?.reports.map(({ receivedAt }) => receivedAt)).toEqual([at(48), at(49)])
    expect(rest.items[1]?.reportCount).toBe(3)
    const beyond = { since: at(48), discussionId: here, commentId: id('1') }
    expect(await store().listWaiting(beyond, limits)).toEqual({ items: [], total: 4 })
  })

  test.for(HOLD_REASONS)(
    'what is held for its %s waits for that, and so does what was taken back',
    async (reason) => {
      await fill()
      await hold(store(), 'held', { heldFor: reason, createdAt: at(30) })
      const back = { reason, since: at(40) }
      const before = { status: 'held', body: 'Text', editableUntil: null, holding: back } as const
      const { entry } = await decide('2', { kind: 'kept', holding: back }, { before })
      const { items } = await store().listWaiting(null, limits)
      expect(items.map(({ holding: each }) => each)).toEqual([{ reason, since: at(30) }, back])
      expect(await store().readEntry(entry.id)).toMatchObject({ before })
      expect(await factsOf('held')).toMatchObject({ holding: { reason, since: at(30) } })
      expect(await factsOf('2')).toMatchObject({ holding: back })
      await decide('held', { kind: 'withheld', heldFor: reason, body: 'Text' })
      expect(await factsOf('held')).toMatchObject({ comment: { status: 'held', heldFor: reason } })
    },
  )

  test('what its writer has deleted waits no more', async () => {
    await fill()
    await report('1', 10)
    await store().revise(here, id('1'), (present) => revised(present, { status: 'deleted' }))
    expect(await store().listWaiting(null, limits)).toEqual({ items: [], total: 0 })
  })
}

function idsOf({ items }: { items: readonly { comment: { id: CommentId } }[] }): string[] {
  return items.map((item) => String(item.comment.id))
}

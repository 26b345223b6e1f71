import { expect, test } from 'vitest'
import type {
  CommentDecision,
  CommentFacts,
  Outcome,
  StoredEntry,
} from '../../../src/backend/moderatingStore.ts'
import type { ServerStore } from '../../../src/backend/serverStore.ts'
import type { Report } from '../../../src/backend/store.ts'
import type { CommentId, DiscussionId, EntryId, IdempotencyKey } from '../../../src/domain/ids.ts'
import { HOLD_REASONS } from '../../../src/domain/comment.ts'
import { at, importOf } from '../imports.ts'
import { attempt, comment, edit, here, hold, id, post, revised, tree } from './support.ts'

const there = 'b' as DiscussionId
const holding = { reason: 'links', since: at(400) } as const
const released: Outcome = { kind: 'released', createdAt: at(900), editableUntil: at(915) }
const kept: Outcome = { kind: 'kept', holding: null }
const limits = { items: 99, reports: 9 }

/** What moderators need of a store. */
export function moderatingSuite(store: () => ServerStore): void {
  const fill = () => store().importDiscussion(importOf('a', tree), { replace: false })

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

  test('a decision is told all that there is of the comment, also where that is nothing', async () => {
    await fill()
    await report('1', 10)
    const held = await hold(store(), 'held')
    const discussion = await store().readDiscussion(here)
    const nothing = { comment: null, isWithheld: false, holding: null, openReports: 0, entries: [] }
    expect(await factsOf('none')).toEqual({ ...nothing, discussion })
    expect(await factsOf('1', 'none' as DiscussionId)).toEqual({ ...nothing, discussion: null })
    expect(await factsOf('1')).toEqual({
      ...nothing,
      discussion,
      comment: await store().readComment(here, id('1')),
      openReports: 1,
    })
    const { createdAt: since } = held
    const waits = { comment: held, isWithheld: true, holding: { reason: 'links', since } }
    expect(await factsOf('held')).toEqual({ ...nothing, discussion, ...waits })
  })

  test('a decision that is refused, or was made already, changes nothing', async () => {
    await fill()
    await report('1', 10)
    await hold(store(), 'held')
    const { entry } = await decide('3', kept)
    const before = await everything()
    const refusal = new Error('refused')
    const refused = store().decideOnComment(here, id('held'), () => {
      throw refusal
    })
    await expect(refused).rejects.toBe(refusal)
    const answered = await store().decideOnComment(here, id('1'), () => ({ answered: entry }))
    expect(answered).toEqual({ entry, comment: await store().readComment(here, id('1')) })
    expect(await everything()).toEqual(before)
  })

  test('a held comment that is released comes as if it had been posted then', async () => {
    await fill()
    await store().post(attempt({ key: 'k' }), () =>
      comment('held', { status: 'held', heldFor: 'links', parentId: id('2'), depth: 3 }),
    )
    const { entry, comment: came } = await decide('held', released)
    expect(came).toEqual({
      ...comment('held', { parentId: id('2'), depth: 3, createdAt: at(900), editableUntil: at(915) }),
      threadId: '1',
      sequence: 8,
      changedIn: 8,
      replyCount: 0,
    })
    expect(await store().readPost('k' as IdempotencyKey)).toEqual(came)
    expect(await store().readDiscussion(here)).toMatchObject({ count: 8, threadCount: 2, version: 8 })
    expect(await store().readComment(here, id('1'))).toMatchObject({ replyCount: 6 })
    expect((await store().listChanges(here, 7, 9))?.comments).toEqual([came])
    expect(await store().listWaiting(null, limits)).toEqual({ items: [], total: 0 })
    expect(await store().listEntries(null, 9)).toEqual([entry])
  })

  test('a held comment that is refused is shown to nobody, and can be held again with its text', async () => {
    await fill()
    const held = await hold(store(), 'held')
    const version = (await store().readDiscussion(here))?.version
    const { comment: refused } = await decide('held', { kind: 'withheld', heldFor: null, body: '' })
    const { heldFor, ...rest } = held
    expect(refused).toEqual({ ...rest, status: 'rejected', body: '' })
    expect(await factsOf('held')).toMatchObject({ comment: refused, isWithheld: true, holding: null })
    expect((await store().listWaiting(null, limits)).total).toBe(0)
    const again: Outcome = { kind: 'withheld', heldFor: heldFor ?? null, body: held.body }
    expect((await decide('held', again)).comment).toEqual(held)
    expect((await store().listWaiting(null, limits)).items).toMatchObject([{ comment: held }])
    expect(await store().readComment(here, id('held'))).toBeNull()
    expect((await store().readDiscussion(here))?.version).toBe(version)
  })

  test('a comment that is taken down or taken back keeps its place, and is told to who follows', async () => {
    await fill()
    const present = await post(store(), 'new', { body: 'Find me' })
    const down = revised(present, { status: 'rejected' })
    const taken = await decide('new', { kind: 'revised', revision: down, holding })
    expect(taken.comment).toEqual({ ...present, ...down, changedIn: 9 })
    expect(await store().readComment(here, id('new'))).toEqual(taken.comment)
    expect((await store().listChanges(here, 8, 9))?.comments).toEqual([taken.comment])
    expect(await store().readDiscussion(here)).toMatchObject({ count: 8, version: 9 })
    const waiting = { comment: taken.comment, holding, since: holding.since }
    expect((await store().listWaiting(null, limits)).items).toMatchObject([waiting])
    expect(await factsOf('new')).toMatchObject({ isWithheld: false, holding })
    expect(await matches('find')).toEqual([])
    const up = revised(taken.comment, { status: 'published' })
    await decide('new', { kind: 'revised', revision: up, holding: null })
    expect((await store().listWaiting(null, limits)).total).toBe(0)
    expect(await matches('find')).toEqual(['new'])
    await decide('new', { kind: 'kept', holding })
    expect((await store().listWaiting(null, limits)).items).toMatchObject([{ holding }])
    expect((await store().readDiscussion(here))?.version).toBe(10)
  })

  test('a decision settles the reports that are there, and undoing it opens these and no others', async () => {
    await fill()
    await report('1', 10)
    const first = await decide('1', kept)
    expect((await store().listWaiting(null, limits)).total).toBe(0)
    await report('1', 20)
    const second = await decide('1', kept)
    await report('1', 30)
    await report('2', 31)
    await decide('1', kept, { undoes: second.entry.id, action: 'undo' })
    expect((await factsOf('1')).openReports).toBe(2)
    await decide('1', kept, { undoes: first.entry.id, action: 'undo' })
    const [waiting] = (await store().listWaiting(null, limits)).items
    expect(waiting?.reports.map(({ receivedAt }) => receivedAt)).toEqual([at(10), at(20), at(30)])
  })

  test('the log gives every entry, the newest first, in parts, each with what it undoes and is undone by', async () => {
    await fill()
    // What a database has no room for, and more than a character each.
    const odd = 'A\0 \ud800 \u{10fffe} 👍'
    const before = { status: 'published', body: odd, editableUntil: at(5), holding: null } as const
    const one = await decide('1', kept, { excerpt: odd, reason: odd, moderator: 'Zoë', before, revision: 3 })
    const two = await decide('2', kept, { before: { ...before, status: 'held', holding } })
    const three = await decide('1', kept, { undoes: one.entry.id, action: 'undo' })
    const four = await store().decideOnDiscussion(here, () => ({
      closed: true,
      entry: { ...two.entry, action: 'close', commentId: null, before: null, revision: null },
    }))
    const undone = { ...one.entry, undoneBy: three.entry.id }
    expect(one.entry).toMatchObject({ excerpt: odd, reason: odd, before, revision: 3, undoneBy: null })
    const all = [four, three.entry, two.entry, undone]
    expect(await store().listEntries(null, 9)).toEqual(all)
    expect(await store().listEntries(null, 1)).toEqual(all.slice(0, 1))
    expect(await store().listEntries(three.entry.id, 9)).toEqual(all.slice(2))
    expect(await store().readEntry(one.entry.id)).toEqual(undone)
    expect((await factsOf('1')).entries).toEqual([three.entry, undone])
    expect(new Set(all.map((entry) => entry.id)).size).toBe(4)
  })

  test('a discussion is closed and opened as a change of it', async () => {
    await fill()
    const { entry } = await decide('1', kept)
    const close = { ...entry, action: 'close', commentId: null, before: null, revision: null } as const
    const closed = await store().decideOnDiscussion(here, (facts) => {
      expect(facts.entries).toEqual([])
      return { entry: close, closed: true }
    })
    expect(await store().readDiscussion(here)).toMatchObject({ closed: true, version: 8, count: 7 })
    const again = await store().decideOnDiscussion(here, (facts) => {
      expect(facts).toMatchObject({ discussion: { closed: true }, entries: [closed] })
      return { answered: closed }
    })
    expect(again).toEqual(closed)
    const none = store().decideOnDiscussion(there, ({ discussion }) => {
      throw new Error(String(discussion))
    })
    await expect(none).rejects.toThrow('null')
    expect((await store().readDiscussion(here))?.version).toBe(8)
  })

  test('the log stays when a discussion is replaced, and nothing of what waits does', async () => {
    await fill()
    await hold(store(), 'held')
    await report('1', 10)
    const settled = await decide('2', kept)
    const back = await decide('3', { kind: 'kept', holding })
    const closed = await store().decideOnDiscussion(here, () => ({
      closed: true,
      entry: { ...settled.entry, action: 'close', commentId: null, before: null, revision: null },
    }))
    await store().importDiscussion(importOf('a', tree), { replace: true })
    expect(await store().listWaiting(null, limits)).toEqual({ items: [], total: 0 })
    expect(await store().listEntries(null, 9)).toEqual([closed, back.entry, settled.entry])
    expect(await factsOf('3')).toMatchObject({ holding: null, entries: [back.entry] })
    await edit(store(), '3', 'Goes on')
  })

  async function report(which: string, minute: number, changes: Partial<Report> = {}): Promise<void> {
    const discussionId = changes.discussionId ?? here
    const key = `${discussionId}-${which}-${minute}` as IdempotencyKey
    await store().report(
      {
        key,
        discussionId,
        commentId: id(which),
        reason: 'spam',
        words: '',
        receivedAt: at(minute),
        ...changes,
      },
      () => undefined,
    )
  }

  /** Has something become of a comment, with an entry that says `approve` unless it says otherwise. */
  function decide(which: string, outcome: Outcome, changes: Partial<StoredEntry> = {}) {
    return store().decideOnComment(here, id(which), () => ({
      entry: entryOf(id(which), changes),
      outcome,
    }))
  }

  async function factsOf(which: string, discussionId = here): Promise<CommentFacts> {
    let seen: CommentFacts | undefined
    const looked = new Error('looked')
    const looking = store().decideOnComment(discussionId, id(which), (facts) => {
      seen = facts
      throw looked
    })
    await expect(looking).rejects.toBe(looked)
    if (!seen) throw new Error('nothing was asked')
    return seen
  }

  async function matches(term: string): Promise<string[]> {
    const nothing = { author: null, from: null, until: null, after: null, limit: 9 }
    const found = await store().search({ ...nothing, discussionId: here, terms: [term] })
    return (found?.matches ?? []).map((match) => String(match.comment.id))
  }

  async function everything() {
    return [
      await store().readDiscussion(here),
      await store().listChanges(here, 0, 99),
      await store().listWaiting(null, limits),
      await store().listEntries(null, 99),
    ]
  }
}

function idsOf({ items }: { items: readonly { comment: { id: CommentId } }[] }): string[] {
  return items.map((item) => String(item.comment.id))
}

function entryOf(commentId: CommentId, changes: Partial<StoredEntry>): CommentDecision['entry'] {
  const { id: _, undoneBy: __, ...changed } = changes
  return {
    at: at(800),
    moderator: 'Mo',
    action: 'approve',
    discussionId: here,
    commentId,
    excerpt: 'Hello',
    reason: null,
    undoes: null,
    revision: 1,
    before: null,
    ...changed,
  }
}

import { expect, test } from 'vitest'
import type { Outcome } from '../../../src/backend/moderatingStore.ts'
import type { ServerStore } from '../../../src/backend/serverStore.ts'
import type { DiscussionId, IdempotencyKey } from '../../../src/domain/ids.ts'
import { at, importOf } from '../imports.ts'
import { limits, moderatorsDesk } from './moderatorsDesk.ts'
import { attempt, comment, edit, here, hold, id, post, revised, tree } from './support.ts'
import { waitingSuite } from './waitingSuite.ts'

const there = 'b' as DiscussionId
const holding = { reason: 'links', since: at(400) } as const
const released: Outcome = { kind: 'released', createdAt: at(900), editableUntil: at(915) }
const kept: Outcome = { kind: 'kept', holding: null }

/** What moderators need of a store. */
export function moderatingSuite(store: () => ServerStore): void {
  const { fill, report, decide, factsOf, matches, everything } = moderatorsDesk(store)

  waitingSuite(store)

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
}

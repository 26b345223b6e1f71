import { describe, expect, test } from 'vitest'
import type { EntryId, IdempotencyKey } from '../../../src/domain/ids.ts'
import { createModerator, LINKS } from './moderator.ts'
import { zoe } from './moderators.ts'
import { writing, type Probe } from './probe.ts'
import { createWriter } from './writer.ts'

/** How moderators undo what they did with comments. */
export function undoingSuite(probe: Probe): void {
  const { api } = probe
  const { create, answer, report, decide, undo, find } = createModerator(probe)
  const { edit, remove, find: findRead } = createWriter(probe)
  const after = (posted: { key: string }) => api().readPost({ key: posted.key as IdempotencyKey })
  const versionNow = async () => (await api().readDiscussion({ discussionId: writing })).version

  describe('undoing what moderators did', () => {
    test('a held comment that is rejected or deleted is shown to nobody, and waits again once that is undone', async () => {
      for (const decision of ['reject', 'delete'] as const) {
        const posted = await create(`${LINKS} ${decision}`)
        const waiting = await find(posted)
        const since = await versionNow()
        const { entry, comment } = await decide(posted, decision, 'It is an advertisement.')
        expect(entry).toMatchObject({ action: decision, reason: 'It is an advertisement.' })
        expect(comment).toMatchObject({ id: posted.id, status: 'rejected', body: '', author: { name: '' } })
        expect(await after(posted)).toMatchObject({ status: 'rejected', heldFor: null })
        expect(await find(posted)).toBeUndefined()
        await undo(entry)
        expect(await find(posted)).toEqual(waiting)
        expect(await after(posted)).toMatchObject({ status: 'held', heldFor: 'links', body: posted.body })
        expect(await versionNow()).toBe(since)
        expect((await decide(posted, 'approve')).comment).toMatchObject({ body: posted.body })
      }
    })

    test('a reported comment waits with its reports, until it is approved, and again once that is undone', async () => {
      const posted = await create('Well meant')
      await report(posted, 'Look at it')
      await report(posted)
      const waiting = await find(posted)
      expect(waiting).toMatchObject({
        comment: { id: posted.id, body: 'Well meant', status: 'published' },
        heldFor: null,
        reportCount: 2,
        waitingSince: waiting?.reports[0]?.receivedAt,
      })
      expect(waiting?.reports.map(({ reason }) => reason)).toEqual(['abuse', 'abuse'])
      expect(waiting?.reports.map(({ words }) => words)).toContain('Look at it')
      const since = await versionNow()
      const { entry } = await decide(posted, 'approve')
      expect(await find(posted)).toBeUndefined()
      expect(await decide(posted, 'approve')).toMatchObject({ entry })
      await undo(entry)
      expect(await find(posted)).toEqual(waiting)
      expect(await versionNow()).toBe(since)
    })

    test.for([
      ['reject', 'rejected'],
      ['delete', 'deleted'],
    ] as const)(
      'to %s what readers see leaves its place and its replies, and undoing it brings the text back',
      async ([decision, status]) => {
        const posted = await create('Much read')
        await answer(posted, 'An answer')
        await report(posted)
        const waiting = await find(posted)
        const since = await versionNow()
        const { entry, comment } = await decide(posted, decision)
        expect(comment).toMatchObject({
          id: posted.id,
          status,
          body: '',
          author: { name: '' },
          replyCount: 1,
          revision: 2,
        })
        expect(await findRead(posted)).toMatchObject({ status, body: '', replyCount: 1 })
        const told = await api().listChanges({ discussionId: writing, since })
        expect(told).toMatchObject(
          status === 'deleted' ? { deleted: [posted.id] } : { edited: [{ id: posted.id, status }] },
        )
        expect(await find(posted)).toBeUndefined()
        const back = await undo(entry)
        expect(back).toMatchObject({
          entry: { action: 'undo', undoes: entry.id, excerpt: 'Much read', moderator: 'Mo' },
          comment: {
            id: posted.id,
            status: 'published',
            body: 'Much read',
            author: posted.author,
            revision: 3,
          },
        })
        expect(await findRead(posted)).toMatchObject({
          body: 'Much read',
          editableUntil: posted.editableUntil,
        })
        expect(await find(posted)).toEqual({ ...waiting, comment: expect.objectContaining({ revision: 3 }) })
        expect(await undo(entry)).toEqual(back)
      },
    )

    test('undoing an approval takes the comment back, where it stands, to be looked at again', async () => {
      const posted = await create(LINKS)
      const { entry, comment } = await decide(posted, 'approve')
      await answer(posted, 'An answer')
      const back = await undo(entry, zoe)
      expect(back.comment).toMatchObject({ id: posted.id, status: 'rejected', body: '', replyCount: 1 })
      expect(await findRead(posted)).toMatchObject({ status: 'rejected', body: '' })
      const waiting = await find(posted)
      expect(waiting).toMatchObject({
        comment: { status: 'held', body: LINKS, author: posted.author, revision: 2 },
        heldFor: 'links',
        waitingSince: posted.createdAt,
      })
      const again = await decide({ ...posted, revision: 2 }, 'approve')
      expect(again.comment).toMatchObject({ status: 'published', body: LINKS, createdAt: comment.createdAt })
      expect(await find(posted)).toBeUndefined()
    })

    test('what the writer changed meanwhile has to be looked at again', async () => {
      const posted = await create('At first')
      await report(posted)
      const { entry } = await decide(posted, 'approve')
      await edit(posted, { body: 'Then another' })
      const now = { id: posted.id, body: 'Then another', revision: 2 }
      for (const call of [() => decide(posted, 'reject'), () => undo(entry)]) {
        await expect(call()).rejects.toMatchObject({ problem: { code: 'changed', comment: now } })
      }
      await remove({ ...posted, revision: 2 }, 2)
      await expect(undo(entry)).rejects.toMatchObject({
        problem: { code: 'changed', comment: { status: 'deleted' } },
      })
    })

    test('decisions are undone from the last to the first, and each once', async () => {
      const posted = await create('Judged twice')
      await report(posted)
      const first = await decide(posted, 'approve')
      const second = await decide(posted, 'reject')
      await expect(undo(first.entry)).rejects.toMatchObject({ problem: { code: 'changed' } })
      const undoing = await undo(second.entry)
      await expect(undo(second.entry, zoe)).rejects.toMatchObject({ problem: { code: 'changed' } })
      const invalid = { code: 'invalid', field: 'entryId', reason: expect.any(String) }
      await expect(undo(undoing.entry)).rejects.toMatchObject({ problem: invalid })
      await expect(undo({ ...first.entry, id: '999999' as EntryId })).rejects.toMatchObject({
        problem: invalid,
      })
      await undo(first.entry)
      expect(await find(posted)).toMatchObject({ reportCount: 1, comment: { body: 'Judged twice' } })
    })
  })
}

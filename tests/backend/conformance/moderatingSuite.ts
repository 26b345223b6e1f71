import { describe, expect, test } from 'vitest'
import type { ChangePage } from '../../../src/api/schemas.ts'
import type { IdempotencyKey } from '../../../src/domain/ids.ts'
import { createModerator, LINKS, readAll } from './moderator.ts'
import { mo, zoe } from './moderators.ts'
import { expectProblem, writing, type Probe } from './probe.ts'
import { createWriter } from './writer.ts'

/** What moderators do with comments. */
export function moderatingSuite(probe: Probe): void {
  const { api } = probe
  const { client, create, decide, undo, find } = createModerator(probe)
  const { find: findRead } = createWriter(probe)
  const after = (posted: { key: string }) => api().readPost({ key: posted.key as IdempotencyKey })
  const versionNow = async () => (await api().readDiscussion({ discussionId: writing })).version

  describe('moderating', () => {
    test('a held comment waits, with what it answers, and comes once it is approved', async () => {
      const posted = await create(LINKS)
      expect(await find(posted)).toEqual({
        comment: expect.objectContaining({
          id: posted.id,
          body: LINKS,
          status: 'held',
          author: posted.author,
        }),
        discussion: { id: 'writing', title: 'Article writing', url: null, closed: false },
        heldFor: 'links',
        reports: [],
        reportCount: 0,
        answered: null,
        waitingSince: posted.createdAt,
      })
      const since = await versionNow()
      const { entry, comment } = await decide(posted, 'approve')
      expect(entry).toEqual({
        id: expect.any(String),
        at: expect.any(String),
        moderator: 'Mo',
        action: 'approve',
        discussionId: 'writing',
        commentId: posted.id,
        excerpt: LINKS,
        reason: null,
        undoes: null,
        undoneBy: null,
      })
      expect(comment).toMatchObject({ id: posted.id, status: 'published', body: LINKS })
      expect(await findRead(posted)).toMatchObject({ id: posted.id, body: LINKS })
      expect(await after(posted)).toMatchObject({ status: 'published', heldFor: null })
      expect((await api().listChanges({ discussionId: writing, since })).added).toMatchObject([
        { id: posted.id },
      ])
      expect(await find(posted)).toBeUndefined()
    })

    test('what is decided is answered as before to who sends it again, and is not here for others', async () => {
      const posted = await create(LINKS)
      const first = await decide(posted, 'approve', 'Fine')
      expect(await decide(posted, 'approve', 'Again')).toEqual(first)
      const missing = { code: 'not-found', resource: 'comment' }
      await expect(decide(posted, 'approve', null, zoe)).rejects.toMatchObject({ problem: missing })
      await decide(first.comment, 'reject')
      await expect(decide(posted, 'approve')).rejects.toMatchObject({ problem: missing })
      await expect(decide(posted, 'delete')).rejects.toMatchObject({ problem: missing })
      await expect(decide({ ...posted, id: 'none' as never }, 'reject')).rejects.toMatchObject({
        problem: missing,
      })
    })

    test('who follows the discussion hears of what becomes of its comments', async () => {
      const posted = await create(LINKS)
      const quit = new AbortController()
      const since = await versionNow()
      const pages = api().followChanges({ discussionId: writing, since }, { signal: quit.signal })
      const iterator = pages[Symbol.asyncIterator]()
      const next = async (): Promise<ChangePage | undefined> => (await iterator.next()).value
      await next()
      const { entry } = await decide(posted, 'approve')
      expect(await next()).toMatchObject({ added: [{ id: posted.id }] })
      await undo(entry)
      expect(await next()).toMatchObject({ edited: [{ id: posted.id, status: 'rejected' }] })
      quit.abort()
      await next()
    })

    test('the queue is told in parts', async () => {
      const many = await Promise.all(Array.from({ length: 21 }, (_, n) => create(`${LINKS} ${n}`)))
      const first = await client().readQueue({ moderatorToken: mo.token })
      expect(first.items).toHaveLength(20)
      const all = await readAll(client())
      const ids = all.map(({ comment }) => comment.id)
      expect(new Set(ids).size).toBe(first.total)
      expect(ids).toEqual(expect.arrayContaining(many.map(({ id }) => id)))
      const times = all.map(({ waitingSince }) => waitingSince)
      expect(times).toEqual(times.toSorted())
      for (const posted of many) await decide(posted, 'delete')
    })

    test('who rejects says why, in at most 500 characters', async () => {
      const posted = await create(LINKS)
      const invalid = { code: 'invalid', field: 'reason', reason: expect.any(String) }
      for (const reason of ['', ' \n', 'bell \u0007']) {
        await expect(decide(posted, 'reject', reason)).rejects.toMatchObject({ problem: invalid })
      }
      const problem = { code: 'too-long', field: 'reason', length: 501, limit: 500 }
      await expect(decide(posted, 'reject', '😀'.repeat(501))).rejects.toMatchObject({ problem })
      expect((await decide(posted, 'reject', ` ${'😀'.repeat(500)}\r\n`)).entry.reason).toBe('😀'.repeat(500))
    })
  })

  test('the comment of a decision is told with the revision that was judged', async () => {
    const posted = await create(LINKS)
    const path = '/moderation/decisions'
    const content = { discussionId: 'writing', commentId: posted.id, decision: 'approve', reason: null }
    const right = { Authorization: `Bearer ${mo.token}` }
    const invalid = { code: 'invalid', field: 'If-Match', reason: expect.any(String) } as const
    await expectProblem(await probe.send(path, content, right), 428, invalid)
    const response = await probe.send(path, content, { ...right, 'If-Match': '"2"' })
    expect(response.status).toBe(412)
    expect(await response.json()).toMatchObject({ code: 'changed', comment: { body: LINKS, status: 'held' } })
    expect((await probe.send(path, content, { ...right, 'If-Match': '"1"' })).status).toBe(200)
  })
}

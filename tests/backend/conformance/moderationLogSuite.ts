import { describe, expect, test } from 'vitest'
import type { DiscussionId } from '../../../src/domain/ids.ts'
import type { LogEntry } from '../../../src/domain/moderation.ts'
import { createModerator, LINKS } from './moderator.ts'
import { mo, zoe } from './moderators.ts'
import { createOpener, newId, page } from './opener.ts'
import { expectProblem, write, type Probe } from './probe.ts'

/** Who moderates, what is done with whole discussions, and what the log has of it. */
export function moderationLogSuite(probe: Probe): void {
  const { api, get, send, post } = probe
  const { client, create, decide, undo } = createModerator(probe)
  const put = createOpener(get)
  const moderatorToken = mo.token
  const open = async (): Promise<DiscussionId> => {
    const id = newId()
    await put(id, page)
    return id
  }
  const close = (discussionId: DiscussionId, closed: boolean, token = moderatorToken) =>
    client().closeDiscussion({ moderatorToken: token, discussionId, closed, reason: 'It is late.' })

  describe('the right to moderate', () => {
    const json = { 'Content-Type': 'application/json' }
    test.for([
      ['/moderation/queue', {}],
      ['/moderation/log', {}],
      ['/moderation/decisions', { method: 'POST', headers: json, body: '{}' }],
      ['/moderation/closing', { method: 'POST', headers: json, body: '{}' }],
      [
        '/moderation/undoing',
        { method: 'POST', headers: json, body: `{"entryId":"1","moderatorToken":"${mo.token}"}` },
      ],
    ] as [string, RequestInit][])('is asked for at %s before anything else', async ([path, init]) => {
      const forbidden = { code: 'forbidden', resource: 'moderation' } as const
      const without = await get(path, init)
      expect(without.headers.get('WWW-Authenticate')).toBe('Bearer')
      await expectProblem(without, 401, forbidden)
      const basic = { ...init, headers: { ...init.headers, Authorization: `Basic ${mo.token}` } }
      await expectProblem(await get(path, basic), 403, forbidden)
    })

    test('is nobody’s whose token is another one, as nearly right as it may be', async () => {
      const { token } = mo
      for (const wrong of [`${token}x`, token.slice(0, -1), token.toUpperCase(), 'x', `Mo:${token}`]) {
        const response = await get('/moderation/queue', { headers: { Authorization: `Bearer ${wrong}` } })
        await expectProblem(response, 403, { code: 'forbidden', resource: 'moderation' })
      }
    })

    test('is no right to edit, and the right to edit is none to moderate', async () => {
      const posted = await create('Mine')
      const path = `/discussions/writing/comments/${posted.id}`
      const right = { Authorization: `Bearer ${mo.token}`, 'If-Match': '"1"' }
      const response = await get(path, { method: 'DELETE', headers: right })
      await expectProblem(response, 403, { code: 'forbidden', resource: 'comment' })
      const asking = client().readQueue({ moderatorToken: posted.editToken ?? '' })
      await expect(asking).rejects.toMatchObject({ problem: { code: 'forbidden', resource: 'moderation' } })
    })
  })

  describe('closing a discussion', () => {
    test('ends posting, as a change of it, until it is opened again', async () => {
      const discussionId = await open()
      const { version } = await api().readDiscussion({ discussionId })
      const { entry } = await close(discussionId, true)
      expect(entry).toMatchObject({
        action: 'close',
        moderator: 'Mo',
        commentId: null,
        excerpt: 'My post',
        reason: 'It is late.',
      })
      expect(await api().readDiscussion({ discussionId })).toMatchObject({
        closed: true,
        version: version + 1,
      })
      await expectProblem(await post(write('Late'), {}, discussionId), 403, { code: 'discussion-closed' })
      expect(await close(discussionId, true)).toEqual({ entry })
      const reopened = await close(discussionId, false, zoe.token)
      expect(reopened.entry).toMatchObject({ action: 'reopen', moderator: 'Zoë' })
      expect((await post(write('In time'), {}, discussionId)).status).toBe(201)
    })

    test('is told as it happens, and to who asks later, also that it is opened again', async () => {
      const discussionId = await open()
      const { version: since } = await api().readDiscussion({ discussionId })
      const leaving = new AbortController()
      const heard: (boolean | undefined)[] = []
      for await (const page of api().followChanges({ discussionId, since }, leaving)) {
        heard.push(page.closed)
        if (heard.length < 3) await close(discussionId, heard.length === 1)
        else leaving.abort()
      }
      expect(heard).toEqual([false, true, false])
      const later = await api().listChanges({ discussionId, since })
      expect(later).toMatchObject({ version: since + 2, added: [], hasMore: false, closed: false })
    })

    test('is undone while nothing else was done with it', async () => {
      const discussionId = await open()
      const closed = await close(discussionId, true)
      const opened = await close(discussionId, false)
      const invalid = { code: 'invalid', field: 'entryId', reason: expect.any(String) }
      await expect(undo(closed.entry)).rejects.toMatchObject({ problem: invalid })
      expect(await undo(opened.entry)).toMatchObject({
        entry: { action: 'undo', undoes: opened.entry.id },
        comment: null,
      })
      expect((await api().readDiscussion({ discussionId })).closed).toBe(true)
      const back = await undo(closed.entry)
      expect(await undo(closed.entry)).toEqual(back)
      expect((await api().readDiscussion({ discussionId })).closed).toBe(false)
    })

    test('is refused where it is so already, or where there is none', async () => {
      const discussionId = await open()
      const invalid = { code: 'invalid', field: 'closed', reason: expect.any(String) }
      await expect(close(discussionId, false)).rejects.toMatchObject({ problem: invalid })
      await close(discussionId, true)
      await expect(close(discussionId, true, zoe.token)).rejects.toMatchObject({ problem: invalid })
      const missing = { code: 'not-found', resource: 'discussion' }
      await expect(close('none' as DiscussionId, true)).rejects.toMatchObject({ problem: missing })
    })
  })

  test('the log tells all that was done, the newest first, in parts', async () => {
    const posted = await create(`${LINKS} ${'x'.repeat(200)}`)
    const { entry: first } = await decide(posted, 'reject')
    const { entry: second } = await undo(first)
    const discussionId = await open()
    const toggled: LogEntry[] = []
    for (let n = 0; n < 50; n += 1) toggled.push((await close(discussionId, n % 2 === 0)).entry)
    const { entries, nextCursor } = await client().readLog({ moderatorToken })
    expect(entries).toEqual(toggled.toReversed())
    const rest = await client().readLog({ moderatorToken, cursor: nextCursor ?? '' })
    expect(rest.entries.slice(0, 2)).toEqual([second, { ...first, undoneBy: second.id }])
    expect(Array.from(first.excerpt)).toHaveLength(140)
    expect(posted.body.startsWith(first.excerpt)).toBe(true)
  })

  test.for([
    ['/moderation/queue?cursor=none', null, 400, 'cursor'],
    ['/moderation/log?cursor=d2FpdHM', null, 400, 'cursor'],
    [
      '/moderation/decisions',
      { decision: 'praise', discussionId: 'a', commentId: 'b', reason: null },
      422,
      'decision',
    ],
    [
      '/moderation/decisions',
      { decision: 'approve', discussionId: 'a', commentId: 'b.c', reason: null },
      422,
      'commentId',
    ],
    [
      '/moderation/decisions',
      { decision: 'approve', discussionId: 'a', commentId: 'b', reason: 7 },
      422,
      'reason',
    ],
    [
      '/moderation/decisions',
      { decision: 'reject', discussionId: 'a', commentId: 'b', reason: null },
      422,
      'reason',
    ],
    ['/moderation/closing', { discussionId: 'a', closed: 'yes', reason: null }, 422, 'closed'],
    ['/moderation/undoing', {}, 422, 'entryId'],
    ['/moderation/undoing', { entryId: '../1' }, 422, 'entryId'],
  ] as const)('%s with %j is refused, with the field at fault', async ([path, content, status, field]) => {
    const right = { Authorization: `Bearer ${mo.token}` }
    const response = content
      ? await send(path, content, { ...right, ...(path.endsWith('decisions') && { 'If-Match': '"1"' }) })
      : await get(path, { headers: right })
    await expectProblem(response, status, {
      code: 'invalid',
      field,
      reason: expect.stringMatching(/^(must|is) /),
    })
  })
}

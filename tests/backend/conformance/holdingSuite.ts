import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { comment, postedComment } from '../../../src/api/schemas.ts'
import { randomId, type IdempotencyKey } from '../../../src/domain/ids.ts'
import { readEverything } from '../readEverything.ts'
import { expectProblem, newName, write, writing, type Probe } from './probe.ts'

const LINKS = 'https://a.example https://b.example http://c.example www.d.example'

/** What became of what was posted, and what is held. */
export function holdingSuite({ api, get, post }: Probe): void {
  describe('asking after a key', () => {
    test('gives what was posted with it, as it is now', async () => {
      const key = randomId<IdempotencyKey>()
      const posted = v.parse(postedComment, await (await post(write('Arrived'), keyed(key))).json())
      const response = await get(`/idempotency/${key}`)
      expect([response.status, response.headers.get('ETag')]).toEqual([200, '"1"'])
      expect(await response.json()).toEqual(posted)
      const { id: commentId, editToken = '' } = posted
      const which = { discussionId: writing, commentId, editToken: editToken ?? '', revision: 1 }
      const edited = await api().editComment({ ...which, body: 'Arrived well' })
      expect(await api().readPost({ key })).toEqual({ ...edited, editToken, heldFor: null })
      await api().deleteComment({ ...which, revision: 2 })
      expect(await api().readPost({ key })).toMatchObject({ id: commentId, status: 'deleted', body: '' })
    })

    test('finds nothing for a key that nothing was posted with', async () => {
      const key = randomId<IdempotencyKey>()
      await post({ ...write('Refused'), parentId: 'none' }, keyed(key))
      const missing = { code: 'not-found', resource: 'key' } as const
      await expectProblem(await get(`/idempotency/${key}`), 404, missing)
      const invalid = { code: 'invalid', field: 'key', reason: expect.any(String) } as const
      await expectProblem(await get('/idempotency/a.b'), 400, invalid)
    })
  })

  describe('holding', () => {
    test('a text of many web addresses is held: its key has it, and nobody else', async () => {
      const key = randomId<IdempotencyKey>()
      const content = write(LINKS)
      const before = await view()
      const response = await post({ ...content, parentId: 'writing-1' }, keyed(key))
      expect(response.status).toBe(202)
      expect([response.headers.get('Location'), response.headers.get('ETag')]).toEqual([null, null])
      const held = v.parse(postedComment, await response.json())
      expect(held).toMatchObject({
        parentId: 'writing-1',
        depth: 2,
        author: content.author,
        body: LINKS,
        status: 'held',
        heldFor: 'links',
        editToken: expect.any(String),
      })
      expect(await view()).toEqual(before)
      expect(await (await get(`/idempotency/${key}`)).json()).toEqual(held)
      const again = await post({ ...content, parentId: 'writing-1' }, keyed(key))
      expect([again.status, await again.json()]).toEqual([202, held])
    })

    test('a held comment takes no replies, edits, deletions or reports', async () => {
      const held = v.parse(postedComment, await (await post(write(LINKS))).json())
      const { discussionId, id: commentId, editToken } = held
      await expectProblem(await post({ ...write('Answer'), parentId: commentId }), 409, {
        code: 'parent-gone',
      })
      const path = `/discussions/${discussionId}/comments/${commentId}`
      const right = { Authorization: `Bearer ${editToken}`, 'If-Match': '"1"' }
      const json = { 'Content-Type': 'application/json' }
      const missing = { code: 'not-found', resource: 'comment' } as const
      const requests: [string, RequestInit][] = [
        [path, { method: 'PATCH', headers: { ...right, ...json }, body: '{"body": "No links"}' }],
        [path, { method: 'DELETE', headers: right }],
        [
          `${path}/reports`,
          {
            method: 'POST',
            headers: { ...json, ...keyed(randomId()) },
            body: '{"reason": "spam", "words": ""}',
          },
        ],
      ]
      for (const request of requests) await expectProblem(await get(...request), 404, missing)
      expect(await (await get(`${path}/replies`)).json()).toMatchObject(missing)
    })

    test('the very text of a held comment is a duplicate, told to who sends all of it under the same name', async () => {
      const content = write(LINKS)
      const held = v.parse(comment, await (await post(content, keyed(randomId()))).json())
      const duplicate = { code: 'duplicate', comment: held } as const
      await expectProblem(await post(content, keyed(randomId())), 409, duplicate)
      expect((await post({ ...content, author: { name: newName() } })).status).toBe(202)
      expect((await post({ ...content, body: `${LINKS} too` })).status).toBe(202)
    })
  })

  async function view() {
    const { version, count } = await api().readDiscussion({ discussionId: writing })
    const { comments } = await api().listComments({ discussionId: writing, limit: 100 })
    const changes = await api().listChanges({ discussionId: writing, since: version })
    const all = await readEverything(api(), writing, { order: 'replies', limit: 100 })
    return { version, count, comments, changes, all }
  }
}

function keyed(key: string) {
  return { 'Idempotency-Key': key }
}

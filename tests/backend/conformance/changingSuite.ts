import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { comment, postedComment } from '../../../src/api/schemas.ts'
import { expectProblem, write, writing, type Probe } from './probe.ts'
import { createWriter } from './writer.ts'

/** What a writer may change of a comment. */
export function changingSuite(probe: Probe): void {
  const { api, post } = probe
  const { create, edit, remove, find } = createWriter(probe)

  describe('changing', () => {
    test('an edit changes text and format, for everybody, and says when', async () => {
      const posted = await create('First')
      const response = await edit(posted, { body: ' **Second**\r\n', format: 'markdown' })
      expect(response.status).toBe(200)
      expect(response.headers.get('ETag')).toBe('"2"')
      const edited = v.parse(comment, await response.json())
      expect(edited).toEqual({
        ...v.parse(comment, posted),
        body: '**Second**',
        format: 'markdown',
        editedAt: expect.any(String),
        revision: 2,
      })
      expect(await find(posted)).toEqual(edited)
      const { version } = await api().readDiscussion({ discussionId: writing })
      const changes = await api().listChanges({ discussionId: writing, since: version - 1 })
      expect(changes.edited).toEqual([edited])
    })

    test('an edit that names no format makes the text plain', async () => {
      const posted = v.parse(
        postedComment,
        await (await post({ ...write('*First*'), format: 'markdown' })).json(),
      )
      expect(posted.format).toBe('markdown')
      expect(await (await edit(posted, { body: '*First*' })).json()).toMatchObject({
        format: 'plain',
        revision: 2,
      })
    })

    test('an edit of another revision than the present one is told the present one', async () => {
      const posted = await create('First')
      const second = v.parse(comment, await (await edit(posted, { body: 'Second' })).json())
      const changed = { code: 'changed', comment: second } as const
      await expectProblem(await edit(posted, { body: 'Third' }), 412, changed)
      await expectProblem(await edit(posted, { body: 'Third' }, 3), 412, changed)
      await expectProblem(await remove(posted), 412, changed)
      expect(await find(posted)).toEqual(second)
    })

    test('an edit that is sent again, or changes nothing, is answered and makes no revision', async () => {
      const posted = await create('First')
      const same = await edit(posted, { body: 'First' })
      expect(await same.json()).toEqual(v.parse(comment, posted))
      const second: unknown = await (await edit(posted, { body: 'Second' })).json()
      const { version } = await api().readDiscussion({ discussionId: writing })
      expect(await (await edit(posted, { body: 'Second' })).json()).toEqual(second)
      expect(await (await edit(posted, { body: 'Second\n' }, 2)).json()).toEqual(second)
      expect((await api().readDiscussion({ discussionId: writing })).version).toBe(version)
      expect((await edit(posted, { body: 'Third' }, 2)).status).toBe(200)
      expect((await edit(posted, { body: 'Second' })).status).toBe(412)
      expect((await edit(posted, { body: 'Third' })).status).toBe(412)
      expect((await edit(posted, { body: 'Third' }, 4)).status).toBe(412)
    })

    test('an edit is held to what a post is', async () => {
      const posted = await create('Fine')
      const reason = expect.any(String)
      await expectProblem(await edit(posted, { body: ' ' }), 422, { code: 'invalid', field: 'body', reason })
      await expectProblem(await edit(posted, {}), 422, { code: 'invalid', field: 'body', reason })
      await expectProblem(await edit(posted, { body: 'A', format: 'html' }), 422, {
        code: 'invalid',
        field: 'format',
        reason,
      })
      await expectProblem(await edit(posted, { body: 'x'.repeat(10_001) }), 422, {
        code: 'too-long',
        field: 'body',
        length: 10_001,
        limit: 10_000,
      })
      const links = 'https://a.example https://b.example http://c.example www.d.example'
      await expectProblem(await edit(posted, { body: links }), 422, {
        code: 'invalid',
        field: 'body',
        reason,
      })
      expect(await find(posted)).toMatchObject({ body: 'Fine', revision: 1 })
    })

    test('a deleted comment keeps its place and its replies, and nothing else', async () => {
      const posted = await create('Soon gone')
      const reply = v.parse(comment, await (await post({ ...write('Stays'), parentId: posted.id })).json())
      const before = await api().readDiscussion({ discussionId: writing })
      const response = await remove(posted)
      expect(response.status).toBe(200)
      const tombstone = v.parse(comment, await response.json())
      expect(tombstone).toEqual({
        ...v.parse(comment, posted),
        author: { name: '' },
        body: '',
        status: 'deleted',
        revision: 2,
        replyCount: 1,
        hiddenReplies: 1,
        nextReplyCursor: expect.any(String),
        editableUntil: null,
      })
      expect(response.headers.get('ETag')).toBe('"2"')
      expect(await find(posted)).toMatchObject({ status: 'deleted', body: '', replyCount: 1 })
      expect((await find(reply))?.parentId).toBe(posted.id)
      const after = await api().readDiscussion({ discussionId: writing })
      expect([after.count, after.version]).toEqual([before.count, before.version + 1])
      const changes = await api().listChanges({ discussionId: writing, since: before.version })
      expect(changes.deleted).toEqual([posted.id])
      await expectProblem(await post({ ...write('Too late'), parentId: posted.id }), 409, {
        code: 'parent-gone',
      })
    })

    test('a deletion that is sent again is answered alike, and a deleted comment cannot be edited', async () => {
      const posted = await create('Gone')
      const first: unknown = await (await remove(posted)).json()
      for (const revision of [1, 2]) {
        const again = await remove(posted, revision)
        expect([again.status, await again.json()]).toEqual([200, first])
      }
      await expectProblem(await edit(posted, { body: 'Back' }, 2), 404, {
        code: 'not-found',
        resource: 'comment',
      })
    })
  })
}

import { describe, expect, test } from 'vitest'
import { expectProblem, type Probe } from './probe.ts'
import { createWriter, pathOf } from './writer.ts'

/** Who may change a comment, and of which revision. */
export function rightsSuite(probe: Probe): void {
  const { get } = probe
  const { create, edit, remove, find } = createWriter(probe)

  describe('the right to change', () => {
    test('who lacks the right token is told nothing, not even whether the comment is here', async () => {
      const posted = await create('Mine')
      const other = await create('Of somebody else')
      const forbidden = { code: 'forbidden', resource: 'comment' } as const
      const nobodys = { ...posted, id: 'none' as typeof posted.id }
      for (const each of [posted, nobodys, { ...posted, id: 'writing-1' as typeof posted.id }]) {
        const stolen = { ...each, editToken: other.editToken }
        await expectProblem(await edit(stolen, { body: 'Theirs' }), 403, forbidden)
        await expectProblem(await remove(stolen), 403, forbidden)
        await expectProblem(await edit({ ...each, editToken: 'x' }, { body: 'Theirs' }), 403, forbidden)
      }
      const without = await get(pathOf(posted), {
        method: 'PATCH',
        headers: { 'If-Match': '"1"', 'Content-Type': 'application/json' },
        body: '{"body": "Theirs"}',
      })
      expect(without.headers.get('WWW-Authenticate')).toBe('Bearer')
      await expectProblem(without, 401, forbidden)
      const basic = { 'If-Match': '"1"', Authorization: `Basic ${posted.editToken}` }
      await expectProblem(await get(pathOf(posted), { method: 'DELETE', headers: basic }), 403, forbidden)
      expect(await find(posted)).toMatchObject({ body: 'Mine', revision: 1 })
    })

    test('what is sent as text in the body does not count as a right', async () => {
      const posted = await create('Mine')
      const { editToken, revision } = posted
      const response = await get(pathOf(posted), {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ body: 'Other', editToken, revision }),
      })
      expect(response.status).toBe(401)
    })

    test.for([
      ['none', undefined, 428],
      ['any', '*', 400],
      ['a weak one', 'W/"1"', 400],
      ['one without quotation marks', '1', 400],
      ['several', '"1", "2"', 400],
      ['what is no number', '"one"', 400],
    ] as const)('of revisions, %s is refused', async ([, ifMatch, status]) => {
      const posted = await create('Which one')
      const headers = { Authorization: `Bearer ${posted.editToken}`, ...(ifMatch && { 'If-Match': ifMatch }) }
      const response = await get(pathOf(posted), { method: 'DELETE', headers })
      await expectProblem(response, status, {
        code: 'invalid',
        field: 'If-Match',
        reason: expect.stringMatching(/^(must|is) /),
      })
    })

    test('the path of a comment names the methods that it takes', async () => {
      const { headers, status } = await get('/discussions/writing/comments/writing-1')
      expect([status, headers.get('Allow')]).toEqual([405, 'PATCH, DELETE, OPTIONS'])
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { DiscussionId } from '../../../src/domain/ids.ts'
import { deep, expectProblem, type Probe } from './probe.ts'

/** How a reader is refused, and what every answer carries. */
export function refusingSuite({ api, get }: Probe): void {
  describe('refusals of a reader', () => {
    test.for([
      ['/articles/none', 'article'],
      ['/discussions/none', 'discussion'],
      ['/discussions/none/comments', 'discussion'],
      ['/discussions/none/comments/small-1/replies', 'discussion'],
      ['/discussions/small/comments/none/replies', 'comment'],
      ['/discussions/small/comments/closed-1/replies', 'comment'],
      ['/nothing', 'path'],
      ['/discussions/small/more', 'path'],
    ] as const)('%s is not found: %s', async ([path, resource]) => {
      await expectProblem(await get(path), 404, { code: 'not-found', resource })
    })

    test.for([
      ['/articles/a.b', 'articleId'],
      ['/discussions/%C3%A9', 'discussionId'],
      ['/discussions/%E0%A4/comments', 'discussionId'],
      ['/discussions/small/comments?limit=0', 'limit'],
      ['/discussions/small/comments?limit=101', 'limit'],
      ['/discussions/small/comments?limit=ten', 'limit'],
      ['/discussions/small/comments?order=best', 'order'],
      ['/discussions/small/comments?cursor=', 'cursor'],
      ['/discussions/small/comments?cursor=%00%F0%9F%98%80', 'cursor'],
      ['/discussions/small/comments?cursor=bm8', 'cursor'],
      // "newest 2020-13-01T00:00:00.000Z 1 1 1": a time that never was.
      ['/discussions/small/comments?cursor=bmV3ZXN0IDIwMjAtMTMtMDFUMDA6MDA6MDAuMDAwWiAxIDEgMQ', 'cursor'],
      ['/discussions/small/comments/small-1/replies?cursor=bm8', 'cursor'],
      ['/discussions/small/comments/a.b/replies', 'commentId'],
    ] as const)('%s is invalid in its %s', async ([path, field]) => {
      await expectProblem(await get(path), 400, { code: 'invalid', field, reason: expect.any(String) })
    })

    test('a cursor does not serve another order or another branch', async () => {
      const { nextCursor } = await api().listComments({ discussionId: 'many' as DiscussionId, limit: 1 })
      const invalid = { code: 'invalid', field: 'cursor', reason: expect.any(String) } as const
      const elsewhere = `cursor=${nextCursor}`
      await expectProblem(await get(`/discussions/many/comments?order=oldest&${elsewhere}`), 400, invalid)
      await expectProblem(await get(`/discussions/many/comments/many-1/replies?${elsewhere}`), 400, invalid)
      const { comments } = await api().listComments({ discussionId: deep, order: 'oldest' })
      const cursor = comments.find(({ id }) => id === 'wide')?.nextReplyCursor
      await expectProblem(
        await get(`/discussions/deep/comments/chain-1/replies?cursor=${cursor}`),
        400,
        invalid,
      )
    })

    test('a method that a path does not take is told those that it takes', async () => {
      const response = await get('/discussions/small', { method: 'DELETE' })
      expect(response.headers.get('Allow')).toBe('GET, HEAD, PUT, OPTIONS')
      await expectProblem(response, 405, { code: 'invalid', field: null, reason: expect.any(String) })
      const put = await get('/discussions/small/comments', { method: 'PUT', body: '{}' })
      expect(put.headers.get('Allow')).toBe('GET, HEAD, POST, OPTIONS')
      expect(put.status).toBe(405)
    })

    test('HEAD answers like GET without the content, and OPTIONS names the methods', async () => {
      const head = await get('/discussions/small', { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
      expect(head.headers.get('Soundoff-Api')).toBe('1')
      const options = await get('/discussions/small/comments', { method: 'OPTIONS' })
      expect([options.status, await options.text()]).toEqual([204, ''])
      expect(options.headers.get('Allow')).toBe('GET, HEAD, POST, OPTIONS')
    })

    test('every answer is marked as ours, is JSON, and is not to be kept', async () => {
      for (const path of ['/health', '/discussions/small/comments']) {
        const { headers } = await get(path)
        expect(headers.get('Soundoff-Api')).toBe('1')
        expect(headers.get('Content-Type')).toMatch(/^application\/json\b/)
        expect(headers.get('Cache-Control')).toBe('no-store')
      }
    })
  })
}

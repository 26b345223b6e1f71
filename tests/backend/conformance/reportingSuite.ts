import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { receipt } from '../../../src/api/schemas.ts'
import { randomId } from '../../../src/domain/ids.ts'
import { REPORT_REASONS } from '../../../src/domain/report.ts'
import { expectProblem, type Probe } from './probe.ts'

const path = '/discussions/small/comments/small-1/reports'
const fine = { reason: 'spam', words: '' }

/** How a reader reports a comment. */
export function reportingSuite({ api, send }: Probe): void {
  describe('reporting', () => {
    test.for(REPORT_REASONS)('a report for the reason %s is received', async (reason) => {
      const response = await send(path, { reason, words: 'Look at it.\nPlease.' }, keyed(randomId()))
      expect([response.status, response.headers.get('Location')]).toEqual([201, null])
      expect(v.parse(receipt, await response.json())).toEqual({ receivedAt: expect.any(String) })
    })

    test('the same key is answered with the first receipt, whatever the report says', async () => {
      const key = randomId()
      const first: unknown = await (await send(path, fine, keyed(key))).json()
      const again = await send(path, { reason: 'abuse', words: 'And rude' }, keyed(key))
      expect([again.status, await again.json()]).toEqual([201, first])
      const elsewhere = '/discussions/small/comments/small-2/reports'
      await expectProblem(await send(elsewhere, fine, keyed(key)), 422, { code: 'idempotency-key-reused' })
    })

    test('a report changes nothing that anybody reads, and may be made of a closed discussion', async () => {
      const before = await api().readDiscussion({ discussionId: 'small' as never })
      expect((await send(path, fine, keyed(randomId()))).status).toBe(201)
      expect(await api().readDiscussion({ discussionId: 'small' as never })).toEqual({
        ...before,
        now: expect.any(String),
      })
      const closed = '/discussions/closed/comments/closed-1/reports'
      expect((await send(closed, fine, keyed(randomId()))).status).toBe(201)
    })

    test.for([
      ['without a key', fine, null, 400, 'idempotencyKey'],
      ['with a key that is none', fine, 'not a key', 400, 'idempotencyKey'],
      ['without a reason', { words: '' }, 'k', 422, 'reason'],
      ['for a reason of its own', { reason: 'boring', words: '' }, 'k', 422, 'reason'],
      ['without words', { reason: 'spam' }, 'k', 422, 'words'],
      ['with a control character', { reason: 'spam', words: 'bell \u0007' }, 'k', 422, 'words'],
    ] as const)('a report %s is refused', async ([, content, key, status, field]) => {
      const response = await send(path, content, key === null ? {} : keyed(key === 'k' ? randomId() : key))
      await expectProblem(response, status, { code: 'invalid', field, reason: expect.any(String) })
    })

    test('the words of a report are limited in code points', async () => {
      const words = '😀'.repeat(1_000)
      expect((await send(path, { reason: 'other', words: ` ${words}\n` }, keyed(randomId()))).status).toBe(
        201,
      )
      await expectProblem(
        await send(path, { reason: 'other', words: `${words}😀` }, keyed(randomId())),
        422,
        {
          code: 'too-long',
          field: 'words',
          length: 1_001,
          limit: 1_000,
        },
      )
    })

    test.for(['/discussions/small/comments/none', '/discussions/none/comments/small-1'])(
      'what is not here cannot be reported: %s',
      async (comment) => {
        const missing = { code: 'not-found', resource: 'comment' } as const
        await expectProblem(await send(`${comment}/reports`, fine, keyed(randomId())), 404, missing)
      },
    )
  })
}

function keyed(key: string) {
  return { 'Idempotency-Key': key }
}

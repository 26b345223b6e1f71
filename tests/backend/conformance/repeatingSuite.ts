import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { comment } from '../../../src/api/schemas.ts'
import { randomId, type IdempotencyKey } from '../../../src/domain/ids.ts'
import { readEverything } from '../readEverything.ts'
import { expectProblem, newName, unique, write, writing, type Probe } from './probe.ts'

/** What is sent twice is stored once. */
export function repeatingSuite({ api, post }: Probe): void {
  describe('writing twice', () => {
    test('the same key and request give the same comment, stored once', async () => {
      const key = randomId<IdempotencyKey>()
      const content = write('Once')
      const first = await post(content, keyed(key))
      const again = await post({ ...content, body: ' Once\r\n', format: 'plain' }, keyed(key))
      expect([first.status, again.status]).toEqual([201, 201])
      expect(again.headers.get('Location')).toBe(first.headers.get('Location'))
      expect(await again.json()).toEqual(await first.json())
      expect(await countOf(content.author.name)).toBe(1)
    })

    test('the same key with another request is refused', async () => {
      const key = randomId<IdempotencyKey>()
      const content = write('Mine')
      await post(content, keyed(key))
      const reused = { code: 'idempotency-key-reused' } as const
      await expectProblem(await post({ ...content, body: 'Other' }, keyed(key)), 422, reused)
      await expectProblem(await post({ ...content, parentId: 'writing-1' }, keyed(key)), 422, reused)
      await expectProblem(await post({ ...content, author: { name: 'Other' } }, keyed(key)), 422, reused)
      await expectProblem(await post(content, keyed(key), 'busy'), 422, reused)
      await expectProblem(await post({ ...content, format: 'markdown' }, keyed(key)), 422, reused)
      expect(await countOf(content.author.name)).toBe(1)
    })

    test('an equal text in the same place a moment later is a duplicate, told with the first', async () => {
      const content = write('Twice')
      const first = v.parse(comment, await (await post(content)).json())
      const duplicate = { code: 'duplicate', comment: first } as const
      await expectProblem(await post({ ...content, body: 'Twice \n' }), 409, duplicate)
      await expectProblem(await post(content, keyed(randomId())), 409, duplicate)
      expect((await post({ ...content, parentId: 'writing-1' })).status).toBe(201)
      expect((await post({ ...content, body: 'twice' })).status).toBe(201)
      expect((await post({ ...content, author: { name: newName() } })).status).toBe(201)
    })

    test('a refused request does not use up its key', async () => {
      const key = randomId<IdempotencyKey>()
      const content = write('Now fine')
      await post({ ...content, parentId: 'none' }, keyed(key))
      await post({ ...content, body: '' }, keyed(key))
      expect((await post(content, keyed(key))).status).toBe(201)
    })

    test('concurrent requests with one key are stored once and answered alike', async () => {
      const key = randomId<IdempotencyKey>()
      const content = write('At once')
      const responses = await Promise.all(Array.from({ length: 8 }, () => post(content, keyed(key))))
      expect(responses.map(({ status }) => status)).toEqual(Array(8).fill(201))
      const answers = await Promise.all(responses.map((response) => response.json()))
      expect(unique(answers.map((answer) => v.parse(comment, answer)))).toHaveLength(1)
      expect(await countOf(content.author.name)).toBe(1)
    })

    test('concurrent requests without a key are stored once, the others told of it', async () => {
      const content = write('All at once')
      const responses = await Promise.all(Array.from({ length: 4 }, () => post(content)))
      expect(responses.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409])
      expect(await countOf(content.author.name)).toBe(1)
    })

    test('a key that is none is refused, and only the header counts', async () => {
      const invalid = { code: 'invalid', field: 'idempotencyKey', reason: expect.any(String) } as const
      await expectProblem(await post(write('Hello'), keyed('not a key')), 400, invalid)
      await expectProblem(await post(write('Hello'), keyed('k'.repeat(129))), 400, invalid)
      const content = { ...write('Hello'), idempotencyKey: 'in-the-body', discussionId: 'small' }
      const created = v.parse(comment, await (await post(content)).json())
      expect(created.discussionId).toBe('writing')
      expect((await post({ ...content, body: 'Another' })).status).toBe(201)
    })
  })

  async function countOf(author: string): Promise<number> {
    const all = await readEverything(api(), writing, { order: 'newest', limit: 100 })
    return all.filter((each) => each.author.name === author).length
  }
}

function keyed(key: string) {
  return { 'Idempotency-Key': key }
}

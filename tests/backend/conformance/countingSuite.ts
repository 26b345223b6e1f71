import { describe, expect, test } from 'vitest'
import type { DiscussionId } from '../../../src/domain/ids.ts'
import { expectProblem, write, writing, type Probe } from './probe.ts'

/** How many comments discussions have, of many at once. */
export function countingSuite({ api, send, post }: Probe): void {
  describe('counts', () => {
    test('come by ids, without what is not here, and each once', async () => {
      const discussionIds = ['small', 'none', 'empty', 'small', 'deep']
      const response = await send('/counts', { discussionIds })
      expect([response.status, response.headers.get('ETag')]).toEqual([200, null])
      expect(await response.text()).toBe('{"small":7,"empty":0,"deep":661}')
      expect(await (await send('/counts', { discussionIds: ['none'] })).json()).toEqual({})
    })

    test('are those of the discussions', async () => {
      const read = async () => (await api().readCounts({ discussionIds: [writing] }))[writing]
      const before = (await api().readDiscussion({ discussionId: writing })).count
      expect(await read()).toBe(before)
      await post(write('Counted'))
      expect(await read()).toBe(before + 1)
    })

    test('come of 100 at once, and of no more', async () => {
      const discussionIds = Array.from({ length: 99 }, (_, n) => `none-${n}` as DiscussionId)
      expect(await api().readCounts({ discussionIds: [...discussionIds, writing] })).toHaveProperty(writing)
      const response = await send('/counts', { discussionIds: [...discussionIds, 'small', writing] })
      const reason = 'must hold at most 100 ids'
      await expectProblem(response, 422, { code: 'invalid', field: 'discussionIds', reason })
    })

    test.for([
      ['nothing', {}, 'discussionIds'],
      ['an empty list', { discussionIds: [] }, 'discussionIds'],
      ['one id and no list', { discussionIds: 'small' }, 'discussionIds'],
      ['an id by its place', { discussionIds: { 0: 'small' } }, 'discussionIds'],
      ['what is no id', { discussionIds: ['small', 'a.b'] }, 'discussionIds.1'],
      ['an empty id', { discussionIds: [''] }, 'discussionIds.0'],
      ['an id of 129 characters', { discussionIds: ['x'.repeat(129)] }, 'discussionIds.0'],
      ['a number', { discussionIds: [7] }, 'discussionIds.0'],
      ['a list in the list', { discussionIds: [['small']] }, 'discussionIds.0'],
      ['null', { discussionIds: [null] }, 'discussionIds.0'],
    ] as const)('of %s are refused, with the place at fault', async ([, content, field]) => {
      const invalid = { code: 'invalid', field, reason: expect.stringMatching(/^(must|is) /) } as const
      await expectProblem(await send('/counts', content), 422, invalid)
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { Overview } from '../../../src/api/finding.ts'
import type { DiscussionId } from '../../../src/domain/ids.ts'
import { at } from '../imports.ts'
import { expectProblem, newName, writing, type Probe } from './probe.ts'
import { createWriter } from './writer.ts'

/** Who wrote, and when. */
export function overviewSuite(probe: Probe): void {
  const { api, get, post } = probe
  const { create, remove } = createWriter(probe)

  describe('an overview', () => {
    test('names the people, as they first wrote their names, and lays out the times', async () => {
      const { people, timeline, ...rest } = await read('finding')
      expect(people).toEqual([
        { name: 'PETE', count: 2 },
        { name: 'Zoë', count: 2 },
        { name: 'Hapa', count: 1 },
        { name: '京子', count: 1 },
      ])
      expect(timeline).toMatchObject({ from: at(1), step: 5_501 })
      expect(timeline?.counts.length).toBeLessThanOrEqual(60)
      expect(rest).toEqual({ peopleCount: 4, total: 6, version: 6 })
    })

    test('counts just what searches find', async () => {
      for (const discussionId of ['finding', 'deep', 'many'] as DiscussionId[]) {
        const { people, timeline, total } = await read(discussionId)
        for (const { name: author, count } of people) {
          expect((await api().searchComments({ discussionId, author })).total).toBe(count)
        }
        const { from = '', until = '', step = 0, counts = [] } = timeline ?? {}
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total)
        expect(Date.parse(from) + counts.length * step).toBe(Date.parse(until))
        for (const index of [0, 7, counts.length - 1]) {
          const beginning = Date.parse(from) + index * step
          const found = await api().searchComments({
            discussionId,
            from: new Date(beginning).toISOString(),
            until: new Date(beginning + step).toISOString(),
          })
          expect(found.total).toBe(counts[index])
        }
      }
    })

    test('names at most 100 people, and counts all', async () => {
      const before = (await read(writing)).peopleCount
      for (let n = 0; n < 101; n += 1) await post({ author: { name: newName() }, body: 'Here' })
      const { people, peopleCount } = await read(writing)
      expect([people.length, peopleCount]).toEqual([100, before + 101])
    })

    test('counts no deleted comment', async () => {
      const before = await read(writing)
      const posted = await create('Here')
      expect((await read(writing)).total).toBe(before.total + 1)
      await remove(posted)
      const { total, peopleCount, version } = await read(writing)
      expect([total, peopleCount]).toEqual([before.total, before.peopleCount])
      expect(version).toBe(before.version + 2)
    })

    test('of an empty discussion has nobody and no time', async () => {
      const empty = { people: [], peopleCount: 0, timeline: null, total: 0, version: 0 }
      expect(await read('empty')).toEqual(empty)
    })

    test('is not found where there is no discussion', async () => {
      const missing = { code: 'not-found', resource: 'discussion' } as const
      await expectProblem(await get('/discussions/none/overview'), 404, missing)
      await expectProblem(await get('/discussions/none/search?q=a'), 404, missing)
    })
  })

  function read(discussionId: string): Promise<Overview> {
    return api().readOverview({ discussionId: discussionId as DiscussionId })
  }
}

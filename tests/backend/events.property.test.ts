import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Call } from '../../src/api/contract.ts'
import type { ChangePage } from '../../src/api/schemas.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { followChanges } from '../../src/backend/followChanges.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createService } from '../../src/backend/service.ts'
import { randomId, type DiscussionId } from '../../src/domain/ids.ts'
import { importOf } from './imports.ts'

const discussionId = 'a' as DiscussionId

test('whenever changes come, while the store is read or between, each is told once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 8 }), async (scheduler, count) => {
      const store = createMemoryStore()
      await store.importDiscussion(importOf('a', []), { replace: false })
      const signal = createLocalSignal()
      const service = createService({ store, clock: () => new Date(), ids: randomId, signal })
      const slowList: Call<'listChanges'> = async (input) => {
        await scheduler.schedule(Promise.resolve('asked'))
        const page = await service.listChanges(input)
        return scheduler.schedule(Promise.resolve(page), 'answered')
      }
      const write = async (body: string) => {
        await scheduler.schedule(Promise.resolve(body))
        return service.postComment({ discussionId, parentId: null, author: { name: 'Ann' }, body })
      }
      const leaving = new AbortController()
      const pages: ChangePage[] = []
      const follow = async () => {
        const input = { discussionId, since: 0 }
        for await (const page of followChanges(slowList, signal, input, leaving.signal)) {
          pages.push(page)
          if (page.version === count) leaving.abort()
        }
      }
      const texts = Array.from({ length: count }, (_, index) => `Text ${index}`)
      await scheduler.waitFor(Promise.all([follow(), ...texts.map(write)]))
      expect(pages.flatMap(({ added }) => added.map(({ sequence }) => sequence))).toEqual(
        texts.map((_, index) => index + 1),
      )
      const steps = pages.map(({ since, version }) => [since, version])
      expect(steps.map(([since]) => since)).toEqual([0, ...steps.slice(0, -1).map(([, version]) => version)])
    }),
  )
})

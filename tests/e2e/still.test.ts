import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { generateDiscussion } from '../support/generateDiscussion.ts'
import { openHostPage, wrapPage } from '../support/hostPage.ts'
import { createReader } from './still/reader.ts'
import { createWriters } from './still/writers.ts'
import { story } from './still/story.ts'

const COUNT = 300

test(
  'whatever others write, edit and delete while somebody loads, sorts and folds, what is on the screen stays, and nothing stands twice',
  { timeout: 240_000 },
  async () => {
    const discussionId = `generated-${COUNT}` as DiscussionId
    await fc.assert(
      fc.asyncProperty(story, async ({ seed, width, steps }) => {
        const { page, server, origins, context } = await openHostPage({
          html: (at) =>
            wrapPage(
              `<p style="height: 30rem">An article.</p><soundoff-discussion loading="eager" discussion="${discussionId}" backend="${at.backend}"></soundoff-discussion><p style="height: 90rem">More of the page.</p>`,
              at,
            ),
          seed: [generateDiscussion({ seed, count: COUNT })],
          viewport: { width, height: 700 },
          others: { '/before': (at) => wrapPage('Nothing yet.', at) },
          path: '/before',
        })
        const writers = createWriters(server, discussionId)
        await writers.begin(12)
        await page.goto(origins.page)
        const reader = createReader(page)
        await reader.arrive()
        await expect.poll(() => server.following()).toBe(1)
        for (const step of steps) {
          switch (step.by) {
            case 'others': {
              const before = await reader.told()
              const watch = await reader.watch()
              const happened = await writers.write(step, await reader.shown())
              if (happened) await reader.hearOf(happened, before)
              expect(await watch.moved(), `moved when others ${step.act}`).toBeLessThanOrEqual(1)
              break
            }
            case 'reader':
              await reader.act(step)
          }
          expect(await reader.doubled()).toEqual([])
        }
        await page.close()
        await context.close()
      }),
      { numRuns: 6, endOnFailure: true },
    )
  },
)

import * as fc from 'fast-check'
import { beforeAll, test } from 'vitest'
import { listenForOneStory } from './listenForOneStory.ts'
import { pageStory, type Step } from './pageStory.ts'
import { openPageWriter } from './pageWriter.ts'
import { holdStoryTime } from './holdStoryTime.ts'

const STORIES = 40

/** What comes back is asked after by another tab in the very moment. */
const askedAfterMeanwhile: Step[] = [
  { does: 'send', tab: 0, box: 'new', isTwice: false },
  { does: 'faults', faults: ['rate-limit', 'fail', 'hang', 'fail', 'fail'] },
  { does: 'send', tab: 1, box: 'new', isTwice: false },
]

// Loaded beforehand, as time that is the test's does not wait for it.
beforeAll(() =>
  Promise.all([
    import('../../../src/ui/outbox/sender.ts'),
    import('../../../src/ui/outbox/outcomes.ts'),
    import('../../../src/ui/discussion/IdleParts.tsx'),
    import('../../../src/ui/discussion/NewsButton.tsx'),
    import('../../../src/ui/discussion/PendingComment.tsx'),
    import('../../../src/ui/live/LiveChanges.tsx'),
    import('../../../src/ui/live/followDiscussion.ts'),
    import('../../../src/api/events.ts'),
    import('../../../src/api/finding.ts'),
    import('../../../src/ui/finding/Finding.tsx'),
    import('../../../src/ui/finding/search/SearchResults.tsx'),
    import('../../../src/ui/own/CommentMenu.tsx'),
    import('../../../src/ui/own/EditComposer.tsx'),
    import('../../../src/ui/own/ReplyWarnings.tsx'),
    import('../../../src/ui/composer/ReturnedNotice.tsx'),
    import('../../../src/ui/composer/WritingTools.tsx'),
    import('../../../src/ui/discussion/UnfinishedDrafts.tsx'),
  ]),
)
holdStoryTime([
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'Date',
  'performance',
  'requestAnimationFrame',
  'cancelAnimationFrame',
])

test(
  'whatever is sorted, folded, searched for, shown, closed, discarded, reloaded or fails meanwhile, every composer of the page has its text, and what is sent is posted once',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(pageStory, async (steps) => {
        const stopListening = listenForOneStory()
        try {
          const writer = await openPageWriter()
          for (const step of steps) await writer.take(step)
          await writer.end()
        } finally {
          document.body.replaceChildren()
          stopListening()
        }
      }),
      { numRuns: STORIES, examples: [[askedAfterMeanwhile]] },
    )
  },
)

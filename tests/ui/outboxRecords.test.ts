import * as fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import type { DiscussionId, IdempotencyKey } from '../../src/domain/ids.ts'
import { draftName, emptyDraft, parseDraft } from '../../src/ui/drafts/draft.ts'
import { bothReturned } from '../../src/ui/drafts/returned.ts'
import { createDrafts } from '../../src/ui/drafts/drafts.ts'
import { parseEntry } from '../../src/ui/outbox/entry.ts'
import { createDeviceStorage } from '../../src/ui/parts/deviceStorage.ts'
import { createBrowserStorage } from '../support/browserStorage.ts'

afterEach(() => vi.unstubAllGlobals())

const kept = {
  key: 'key-of-the-text',
  discussionId: 'kerry',
  target: 'new',
  answeredName: null,
  parentId: null,
  name: 'Ada',
  body: 'Kept.',
  format: 'plain',
  queuedAt: 1,
  isUnsure: true,
  failures: 0,
  isReturned: false,
  state: { step: 'queued' },
  at: 1,
}

test.for([
  [null, []],
  ['key-before', ['key-before']],
  [
    ['key-before', 'another-key'],
    ['key-before', 'another-key'],
  ],
] as const)('an entry that was kept with %o before it is sent instead of %o', ([instead, read]) => {
  expect(parseEntry(JSON.stringify({ ...kept, instead }))?.instead).toEqual(read)
})

test('a draft that was kept with one key has it, and none beside it', () => {
  const stored = { body: 'Kept.', returned: 'key', discarded: { body: 'Gone.', until: 1, returned: 'other' } }
  const draft = parseDraft(JSON.stringify(stored))
  expect(draft?.returned).toEqual({ key: 'key', instead: [] })
  expect(draft?.discarded?.returned).toEqual({ key: 'other', instead: [] })
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft)
})

const NAME = draftName('kerry' as DiscussionId, 'new', 'new')
const steps = fc.array(fc.record({ tab: fc.nat(2), isDelivery: fc.boolean() }), { maxLength: 14 })

test.for(['shared', 'copied'] as const)(
  'whatever %s storage tells three tabs when, no key of a text that came back in one of them is forgotten',
  (kind) => {
    fc.assert(
      fc.property(steps, (story) => {
        const page = new EventTarget()
        vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
        vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page))
        const browser = createBrowserStorage(kind)
        let time = 1
        const tabs = [0, 1, 2].map(() => {
          const tab = browser.openTab()
          const device = createDeviceStorage(() => tab.storage, ['draft:'])
          const drafts = createDrafts(device, () => time)
          const read = () => drafts.read(NAME) ?? emptyDraft(null)
          return { ...tab, drafts, read, shown: emptyDraft(null) }
        })
        const keys: IdempotencyKey[] = []
        for (const { tab, isDelivery } of story) {
          const at = tabs[tab]!
          time += 1
          if (isDelivery) at.deliver()
          else {
            const key = `key-${keys.length}` as IdempotencyKey
            keys.push(key)
            const returned = bothReturned({ key, instead: [] }, at.shown.returned)
            at.drafts.write(NAME, { ...at.shown, body: `${at.shown.body}${key}. `, returned })
          }
          at.shown = at.read()
        }
        browser.deliverAll()
        for (const { read } of tabs) {
          const { key, instead } = read().returned ?? { instead: [] }
          expect([key, ...instead].filter((each) => each !== undefined).toSorted()).toEqual(keys.toSorted())
        }
      }),
      { numRuns: 500 },
    )
  },
)

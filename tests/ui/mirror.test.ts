import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { DRAFT_PREFIX, draftName, emptyDraft } from '../../src/ui/drafts/draft.ts'
import { mirrorTexts } from '../../src/ui/drafts/mirror.ts'
import { OUTBOX_PREFIX } from '../../src/ui/outbox/entry.ts'
import { createDeviceStorage, prefixOf } from '../../src/ui/parts/deviceStorage.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { createBrowserStorage } from '../support/browserStorage.ts'

const name = draftName('kerry' as DiscussionId, 'new', 'new')

test('a removal that nobody heard the end of before the page went is forgotten by the next page', async () => {
  const { openTab, values } = createBrowserStorage()
  const open = () =>
    createDeviceStorage(() => openTab().storage, [DRAFT_PREFIX, OUTBOX_PREFIX], 'of-the-removed')
  const device = open()
  device.write(name, JSON.stringify(emptyDraft(null)))
  device.write(name, null)
  expect(values.has(prefixOf(device.space) + name)).toBe(true)

  await mirrorTexts(open())
  await vi.waitFor(() => expect(values.has(prefixOf(device.space) + name)).toBe(false))
})

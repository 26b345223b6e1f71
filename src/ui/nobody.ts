import type { Api } from '../api/contract.ts'
import type { Ambient } from './ambient.tsx'
import { createDrafts } from './drafts/drafts.ts'
import { english } from './messages/english.ts'
import { createOutbox } from './outbox/outbox.ts'
import type { DeviceStorage } from './parts/deviceStorage.ts'

const nobodysStorage: DeviceStorage = {
  space: 'soundoff',
  read: () => null,
  write: () => {},
  keeps: () => true,
  list: () => [],
  subscribe: () => () => {},
  subscribeAll: () => () => {},
  mirroring: { isRemoved: () => false, removed: () => [], settle: () => {} },
}

/**
 * What is the same for everything that is drawn for nobody in particular, before any script: what a reader's device keeps is shown
 * when scripts run.
 */
export function nobodysAmbient(api: Api): Ambient {
  return {
    api,
    findSharedName: () => Promise.resolve(null),
    messages: english,
    readerLocales: [],
    minuteClock: { read: () => 0, subscribe: () => () => {} },
    drafts: createDrafts(nobodysStorage),
    outbox: createOutbox(nobodysStorage, () => {}),
    device: nobodysStorage,
    tab: nobodysStorage,
  }
}

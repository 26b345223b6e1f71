import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openIndexedDbStore } from '../../src/backend/indexedDbStore.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import type { Store } from '../../src/backend/store.ts'

/** The stores that run without a server, each opened empty. */
export const stores: Record<string, { open: () => Promise<Store>; reopen?: () => Promise<Store> }> = {
  memory: { open: async () => createMemoryStore() },
  IndexedDB: {
    open: () => {
      globalThis.indexedDB = new IDBFactory()
      return openIndexedDbStore()
    },
    reopen: () => openIndexedDbStore(),
  },
}

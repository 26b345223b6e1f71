import { openIndexedDbStore } from '../../backend/indexedDbStore.ts'
import { createMemoryStore } from '../../backend/memoryStore.ts'
import type { Store } from '../../backend/store.ts'
import type { HostState } from '../hostState.ts'
import { within } from '../within.ts'

/** A store in the browser's storage; in memory where that cannot be had, or does not open within so many milliseconds. */
export async function openStore(
  patienceMs: number,
): Promise<{ store: Store; storage: HostState['storage'] }> {
  const kept = await within(openIndexedDbStore(), patienceMs, null)
  return kept ? { store: kept, storage: 'kept' } : { store: createMemoryStore(), storage: 'memory' }
}

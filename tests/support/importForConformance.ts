import { openIndexedDbStore } from '../../src/backend/indexedDbStore.ts'
import { conformanceImports } from '../backend/imports.ts'

/** Runs in a page of ours: puts what the conformance suite needs into the storage that its backend reads. */
export const done = importAll()

async function importAll(): Promise<void> {
  const store = await openIndexedDbStore()
  for (const batch of conformanceImports) await store.importDiscussion(batch, { replace: false })
}

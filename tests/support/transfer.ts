import type { ExchangingStore, Taken } from '../../src/backend/exchangingStore.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { exportDiscussions } from '../../src/hosts/transfer/exportDiscussions.ts'
import { readPieces } from '../../src/hosts/transfer/readPieces.ts'

/** What is written of discussions that are here. */
export async function exportText(store: ExchangingStore, ...ids: string[]): Promise<string> {
  let text = ''
  const missing = await exportDiscussions(store, ids as DiscussionId[], async (part) => void (text += part))
  if (missing.length > 0) throw new Error(`${missing.join(', ')} are not here.`)
  return text
}

/** Takes in what was written, as it comes from a file: in parts that end anywhere. */
export function importText(
  store: ExchangingStore,
  text: string,
  options: { replace: boolean } = { replace: false },
): Promise<Taken[]> {
  return store.importPieces(() => readPieces(partsOf(Buffer.from(text))), options)
}

async function* partsOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 1_021) yield bytes.subarray(start, start + 1_021)
}

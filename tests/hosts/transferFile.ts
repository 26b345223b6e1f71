import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createMemoryServerStore } from '../../src/backend/memoryServerStore.ts'
import type { ServerStore } from '../../src/backend/serverStore.ts'
import { importFile } from '../../src/hosts/transfer/importFile.ts'
import { exportText } from '../support/transfer.ts'
import { fillTwo } from './fillTwo.ts'

/** What is written of two discussions, and a folder for files as long as the tests of a file go on; both are there once they begin. */
export const written = { text: '', folder: '' }

/** Has them made before the tests of the file that calls it, and taken away after. */
export function writeTwo(): void {
  beforeAll(async () => {
    written.folder = await mkdtemp(join(tmpdir(), 'soundoff-transfer-'))
    written.text = await exportText(await fillTwo(createMemoryServerStore()), 'a', 'b')
  })
  afterAll(() => rm(written.folder, { recursive: true }))
}

/** Takes a file with that content into a store. */
export async function read(
  content: string | Uint8Array,
  store: ServerStore,
  { replace = false, signal = createLocalSignal() } = {},
): ReturnType<typeof importFile> {
  const name = join(written.folder, 'file.jsonl')
  await writeFile(name, content)
  return importFile({ store, signal }, name, { replace })
}

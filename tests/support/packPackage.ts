import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from './runCommand.ts'

/** Packs the package into a folder as `npm publish` would; gives the path of the archive. */
export async function packPackage(folder: string): Promise<string> {
  await runCommand('npm', ['pack', '--pack-destination', folder], join(import.meta.dirname, '../..'))
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (archive === undefined) throw new Error('Nothing was packed.')
  return join(folder, archive)
}

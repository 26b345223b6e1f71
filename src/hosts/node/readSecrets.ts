import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomSecret, SECRET_LENGTH } from '../../backend/hmacTokens.ts'
import type { Settings } from './settings.ts'

export type Secrets = readonly [Uint8Array, ...Uint8Array[]]

const encoder = new TextEncoder()

/**
 * What rights to edit are signed with, the newest first: as the settings have it, or else one that is made once and kept in the
 * data folder, for nobody but who runs the server to read. Rejects where what is kept there is none.
 */
export async function readSecrets({
  secrets,
  dataFolder,
}: Pick<Settings, 'secrets' | 'dataFolder'>): Promise<Secrets> {
  const [first, ...older] = (secrets ?? []).map((text) => encoder.encode(text))
  if (first) return [first, ...older]
  const path = join(dataFolder, 'secret')
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await makeOnce(path, Buffer.from(randomSecret()).toString('hex'))
  return [readHex(await readFile(path, 'utf8'), path)]
}

/** Of two that begin at once one makes it, and neither sees half of it. */
async function makeOnce(path: string, text: string): Promise<void> {
  const made = `${path}-${randomUUID()}`
  try {
    await writeFile(made, text, { mode: 0o600 })
    await link(made, path)
  } catch (error) {
    if (!isTaken(error)) throw error
  } finally {
    await rm(made, { force: true })
  }
}

function readHex(text: string, path: string): Uint8Array {
  const written = text.trim()
  if (written.length === 2 * SECRET_LENGTH && /^[\da-f]+$/.test(written)) return Buffer.from(written, 'hex')
  throw new Error(
    `${path} holds no secret of this server. Put back what it held, or remove it: rights to edit that were given are then void.`,
  )
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}

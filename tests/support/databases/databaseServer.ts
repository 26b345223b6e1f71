import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { findPostgres } from './findPostgres.ts'
import { startCluster, type Cluster } from './startCluster.ts'
import { listen } from '../listen.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where to ask for `/pglite`, the file of an empty one, and for `/postgres`, the address of one. */
    databases: string
  }
}

/** Gives a run of tests its databases, each made once, and only when it is first asked for. */
export default async function serveDatabases({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'soundoff-pglite-'))
  let cluster: Promise<Cluster> | undefined
  let empty: Promise<string> | undefined

  async function give(path: string | undefined): Promise<string> {
    if (path === '/pglite') return (empty ??= dumpEmpty(folder))
    const found = findPostgres()
    if (!found) throw new Error('There is no PostgreSQL')
    if ('url' in found) return found.url
    cluster ??= startCluster(found.programs)
    return (await cluster).url
  }

  const server = createServer((request, response) => {
    response.shouldKeepAlive = false
    give(request.url).then(
      (answer) => response.end(answer),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  const { origin, stop } = await listen(server)
  provide('databases', origin)
  return async () => {
    await stop()
    // What was still being made is waited for, so that nothing of it stays.
    await cluster?.then(
      ({ stop }) => stop(),
      () => undefined,
    )
    await empty?.catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  }
}

/** The files of an empty PGlite: to make them anew takes seconds, to read them a fraction of one. */
async function dumpEmpty(folder: string): Promise<string> {
  const database = await PGlite.create('memory://')
  const dump = await database.dumpDataDir('none')
  await database.close()
  const file = join(folder, 'empty.tar')
  await writeFile(file, new Uint8Array(await dump.arrayBuffer()))
  return file
}

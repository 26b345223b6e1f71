import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { makePostgresUrl } from '../databases/openDatabases.ts'
import { findPostgres } from '../databases/findPostgres.ts'
import { noLimits } from '../noLimits.ts'

export type Site = {
  origin: string
  /** Has the sample discussion be as it was. */
  renew(): Promise<void>
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../../..')

/** The one for all files that run in this process, with which it ends. */
let shared: Promise<Site> | null = null
/** Whether the test that runs has it as it was. */
let isRenewed = false

/** The origin of a server that holds the sample discussion, in which the test that runs is the first to write. */
export async function renewedSite(): Promise<string> {
  const isFirst = shared === null
  shared ??= startSite()
  const site = await shared
  if (isRenewed) return site.origin
  isRenewed = true
  onTestFinished(() => {
    isRenewed = false
  })
  if (!isFirst) await site.renew()
  return site.origin
}

/** Starts the server on the built page, over PostgreSQL where there is one and PGlite elsewhere, with that environment besides. */
export async function startSite(environment: Record<string, string> = {}): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'soundoff-site-'))
  const child = fork(join(import.meta.dirname, 'siteProcess.ts'), [], {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      SOUNDOFF_BUILD: 'dist/server',
      SOUNDOFF_DATA: folder,
      SOUNDOFF_SECRET: 'a-secret-of-servers-that-tests-start',
      ...noLimits,
      ...(findPostgres() && { DATABASE_URL: await makePostgresUrl() }),
      ...environment,
    },
  })
  const ended = once(child, 'exit')
  const told = async () => {
    const [message] = await Promise.race([
      once(child, 'message'),
      ended.then(() => Promise.reject(new Error('The server has ended.'))),
    ])
    return String(message)
  }
  const origin = await told()
  child.unref()
  child.channel?.unref()
  return {
    origin,
    async renew() {
      const renewed = told()
      child.send('renew')
      await renewed
    },
    async stop() {
      child.disconnect()
      await ended
    },
  }
}

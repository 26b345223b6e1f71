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
  /** Has the discussion of an article be there as it was: of the sample, or of a fixture, or `generated-1` to `generated-100000`; where there is no transcript of it, nothing is done. */
  renew(article?: string): Promise<void>
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../../..')

/** The folder of what `.ci/build/buildServer.ts` builds. */
export const BUILT_SERVER = join(root, 'dist/server')

const SAMPLE = 'kerry-to-urge-china'

/** The one for all files that run in this process, with which it ends. */
let shared: Promise<Site> | null = null
/** Whether the test that runs has it as it was. */
let isRenewed = false
/** The other articles that it has. */
const others = new Map<string, Promise<void>>()

/** The origin of a server that holds the sample discussion, in which the test that runs is the first to write. */
export async function renewedSite(): Promise<string> {
  const isFirst = shared === null
  // Other articles that it comes to have are newer.
  shared ??= startSite({ SOUNDOFF_ARTICLE: SAMPLE })
  const site = await shared
  if (isRenewed) return site.origin
  isRenewed = true
  onTestFinished(() => {
    isRenewed = false
  })
  if (!isFirst) await site.renew()
  return site.origin
}

/** Has the same server have another article, from now on, which no test writes to. */
export async function bringArticle(article: string): Promise<void> {
  await renewedSite()
  const site = await shared
  if (!others.has(article) && site && article !== SAMPLE) others.set(article, site.renew(article))
  await others.get(article)
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
      SOUNDOFF_BUILD: BUILT_SERVER,
      SOUNDOFF_DATA: folder,
      SOUNDOFF_SECRET: 'a-secret-of-servers-that-tests-start',
      ...noLimits,
      SOUNDOFF_MINIMUM_SECONDS: '0',
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
  let last: Promise<void> = Promise.resolve()
  return {
    origin,
    renew(article = SAMPLE) {
      const renew = async () => {
        const answer = told()
        child.send(article)
        const problem = await answer
        if (problem !== '') throw new Error(problem)
      }
      // One at a time, as answers do not say what of.
      last = last.then(renew, renew)
      return last
    },
    async stop() {
      child.disconnect()
      await ended
    },
  }
}

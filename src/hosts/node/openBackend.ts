import { join } from 'node:path'
import type { ChangeSignal } from '../../backend/changeSignal.ts'
import type { Database, Query } from '../../backend/sql/database.ts'
import { forgetCounts, forgetKeys } from '../../backend/sql/expire.ts'
import { migrate } from '../../backend/sql/migrate.ts'
import { findNewestArticle } from '../../backend/sql/reading.ts'
import { createSqlSignal } from '../../backend/sql/sqlSignal.ts'
import { createSqlStore } from '../../backend/sql/sqlStore.ts'
import { steady } from '../../backend/sql/steady.ts'
import type { ServerStore } from '../../backend/serverStore.ts'
import type { ArticleId, Instant } from '../../domain/ids.ts'
import { openPglite } from './database/pglite.ts'
import { openPostgres } from './database/postgres.ts'
import { readMigrations } from './database/readMigrations.ts'
import { holdFolder } from './holdFolder.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'

/** What the server keeps everything in. */
export type Backend = {
  store: ServerStore
  signal: ChangeSignal
  /** Rejects where the store cannot be reached now; asks no more of it than it must. */
  reach(): Promise<void>
  /** The article that was published last; `null` where none has a time of publication. */
  findNewestArticle(): Promise<ArticleId | null>
  /** Asks its database what clients have done; `null` where this process counts that itself. */
  ask: Query | null
  /** After what is under way. Nothing is asked of it any more. */
  close(): Promise<void>
}

/** Beside this process's own, others and who looks after the database need connections, of which PostgreSQL has 100. */
const CONNECTIONS = 16
/** Nobody sends a post for the second time after so long. */
const KEYS_KEPT_MS = 90 * 24 * 60 * 60_000
/** What is counted of a minute is of no use after it; processes whose clocks differ a little shall not take it from each other. */
const COUNTS_KEPT_MS = 60_000
const FORGET_EVERY_MS = 10 * 60_000

type DatabaseSettings = Pick<Settings, 'databaseUrl' | 'dataFolder' | 'statementSeconds' | 'limitsIn'>

/** Opens the database that `settings` name, with every migration, ready to be asked. */
export async function openBackend(settings: DatabaseSettings, log: Log): Promise<Backend> {
  const database = await openDatabase(settings, log)
  try {
    await migrate(database, await readMigrations())
  } catch (error) {
    await database.close()
    throw error
  }
  const signal = createSqlSignal(database)
  const forget = () => {
    for (const [what, forgotten] of [
      ['keys', forgetKeys(database, ago(KEYS_KEPT_MS))],
      ['counts', forgetCounts(database, ago(COUNTS_KEPT_MS))],
    ] as const) {
      forgotten.catch((error: unknown) => log.warn({ err: error }, `${what} could not be forgotten`))
    }
  }
  const forgetting = setInterval(forget, FORGET_EVERY_MS)
  return {
    store: createSqlStore(database),
    signal,
    reach: async () => void (await database.query('select 1')),
    findNewestArticle: () => findNewestArticle(database.query),
    ask: countsInDatabase(settings) ? steady(database).read : null,
    async close() {
      clearInterval(forgetting)
      await signal.close()
      await database.close()
    },
  }
}

/** Several processes share a PostgreSQL, and one has PGlite. */
export function countsInDatabase({
  limitsIn,
  databaseUrl,
}: Pick<Settings, 'limitsIn' | 'databaseUrl'>): boolean {
  return limitsIn === null ? databaseUrl !== null : limitsIn === 'database'
}

function ago(milliseconds: number): Instant {
  return new Date(Date.now() - milliseconds).toISOString()
}

async function openDatabase(
  { databaseUrl, dataFolder, statementSeconds }: DatabaseSettings,
  log: Log,
): Promise<Database> {
  if (databaseUrl !== null) {
    return openPostgres({
      url: databaseUrl,
      max: CONNECTIONS,
      statementTimeout: statementSeconds * 1_000,
      onLost: (error) => log.warn({ err: error }, 'a connection to the database was lost'),
    })
  }
  const letGo = await holdFolder(dataFolder)
  try {
    const database = await openPglite(join(dataFolder, 'database'))
    return {
      ...database,
      async close() {
        await database.close()
        await letGo()
      },
    }
  } catch (error) {
    await letGo()
    throw error
  }
}

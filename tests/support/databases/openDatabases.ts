import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { inject, onTestFinished } from 'vitest'
import type { Database } from '../../../src/backend/sql/database.ts'
import { migrate } from '../../../src/backend/sql/migrate.ts'
import { openPglite } from '../../../src/hosts/node/database/pglite.ts'
import { openPostgres, type PostgresOptions } from '../../../src/hosts/node/database/postgres.ts'
import { findPostgres } from './findPostgres.ts'
import { readMigrations } from '../../../src/hosts/node/database/readMigrations.ts'

/** An empty PGlite, without tables, in a folder that is not there yet, or in memory. */
export async function openEmptyPglite(folder?: string): Promise<Database> {
  const file = await readFile(await ask('/pglite'))
  return openPglite(folder, new Blob([file]))
}

/** The empty database that takes less time, of those that are here. */
export async function openAny(): Promise<Database> {
  return findPostgres() ? (await makePostgres())() : openEmptyPglite()
}

type Opening = Partial<Omit<PostgresOptions, 'url'>>

/** Opens the same schema any number of times. */
export type OpenPostgres = ((options?: Opening) => Database) & {
  /** By another folder of its socket, as "away"; `host` is the folder that it has in truth. */
  by(socket: string, options?: Opening): { database: Database; host: string }
}

/** A PostgreSQL, in a schema of its own, which is empty. */
export async function makePostgres(): Promise<OpenPostgres> {
  const url = await ask('/postgres')
  const schema = `test_${randomBytes(8).toString('hex')}`
  const first = openPostgres({ url, max: 1, statementTimeout: 10_000 })
  await first.query(`create schema ${schema}`)
  const [server] = await first.query<{ folder: string }>(
    `select split_part(current_setting('unix_socket_directories'), ',', 1) as folder`,
  )
  await first.close()
  const open = ({ settings = '', ...options }: Opening = {}, address = url) =>
    openPostgres({
      url: address,
      max: 8,
      statementTimeout: 60_000,
      settings: `-c search_path=${schema} ${settings}`,
      ...options,
    })
  return Object.assign((options?: Opening) => open(options), {
    by: (socket: string, options?: Opening) => {
      const away = new URL(url)
      const { searchParams } = away
      searchParams.set('host', socket)
      searchParams.set('application_name', 'away')
      return { database: open(options, away.href), host: server?.folder ?? '' }
    },
  })
}

/** The address of an empty schema of its own, for a process that is told its database by an address. */
export async function makePostgresUrl(): Promise<string> {
  const url = new URL(await ask('/postgres'))
  const schema = `test_${randomBytes(8).toString('hex')}`
  const database = openPostgres({ url: url.href, max: 1, statementTimeout: 10_000 })
  await database.query(`create schema ${schema}`)
  await database.close()
  url.searchParams.set('options', `-c search_path=${schema} -c jit=off`)
  return url.href
}

export async function migrated(database: Database): Promise<Database> {
  await migrate(database, await readMigrations())
  return database
}

/** A database that is closed after the test. */
export function forThisTest(database: Database): Database {
  onTestFinished(() => database.close())
  return database
}

/** Empties all tables of a migrated database; nothing that was kept is left. */
export async function empty(database: Database): Promise<void> {
  const tables = [
    'articles',
    'discussions',
    'comments',
    'findable',
    'withheld',
    'taken_back',
    'keys',
    'reports',
  ]
  await database.transact(({ run }) =>
    run(`
      ${tables.map((table) => `delete from ${table};`).join('\n')}
      -- It refuses to be emptied.
      alter table moderation_log disable trigger user;
      delete from moderation_log;
      alter table moderation_log enable trigger user;
      alter table moderation_log alter column number restart;
    `),
  )
}

async function ask(path: string): Promise<string> {
  const response = await fetch(inject('databases') + path)
  const answer = await response.text()
  if (!response.ok) throw new Error(answer)
  return answer
}

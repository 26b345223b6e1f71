import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { inject, onTestFinished } from 'vitest'
import type { Database } from '../../../src/backend/sql/database.ts'
import { migrate } from '../../../src/backend/sql/migrate.ts'
import { openPglite } from '../../../src/hosts/node/database/pglite.ts'
import { openPostgres, type PostgresOptions } from '../../../src/hosts/node/database/postgres.ts'
import { readMigrations } from '../../../src/hosts/node/database/readMigrations.ts'

/** An empty PGlite in memory, without tables. */
export async function openEmptyPglite(): Promise<Database> {
  const file = await readFile(await ask('/pglite'))
  return openPglite(undefined, new Blob([file]))
}

type Opening = Partial<Pick<PostgresOptions, 'max' | 'statementTimeout' | 'onLost'>> & {
  isolation?: 'serializable'
}

/** Opens the same PostgreSQL any number of times, in a schema of its own, which is empty. */
export async function makePostgres(): Promise<(options?: Opening) => Database> {
  const url = await ask('/postgres')
  const schema = `test_${randomBytes(8).toString('hex')}`
  const first = openPostgres({ url, max: 1, statementTimeout: 10_000 })
  await first.query(`create schema ${schema}`)
  await first.close()
  return ({ isolation, ...options } = {}) =>
    openPostgres({
      url,
      max: 8,
      statementTimeout: 60_000,
      settings: `-c search_path=${schema} ${isolation ? `-c default_transaction_isolation=${isolation}` : ''}`,
      ...options,
    })
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
  const tables = ['articles', 'discussions', 'comments', 'findable', 'withheld', 'keys', 'reports']
  await database.transact(({ run }) => run(tables.map((table) => `delete from ${table};`).join('\n')))
}

async function ask(path: string): Promise<string> {
  const response = await fetch(inject('databases') + path)
  const answer = await response.text()
  if (!response.ok) throw new Error(answer)
  return answer
}

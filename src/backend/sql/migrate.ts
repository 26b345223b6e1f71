import type { Database, Query, Session } from './database.ts'
import { fillFindable } from './fillFindable.ts'
import { storageErrorOf } from './storageError.ts'

/** A numbered file of SQL. Numbers begin with 1 and leave none out; one that was applied once is not changed any more. */
export type Migration = { number: number; name: string; script: string }

/** What cannot be done, in words for whoever runs the server. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/** Any number that no other program takes for the same purpose on the same database. */
const LOCK = 5_036_611_409

/** What follows a script, in its transaction, where SQL cannot do it alone. */
const FOLLOWED_BY: Readonly<Record<number, (query: Query) => Promise<void>>> = { 2: fillFindable }

/**
 * Applies the migrations that are missing, in order, each in a transaction of its own, and gives how many. Of several who do
 * so at the same moment one applies each, and the others wait for it. Rejects with `MigrationError` where the database is
 * newer than the migrations, or was made by others.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<number> {
  checkNumbers(migrations)
  for (let applied = 0; ; applied += 1) {
    if (!(await applyNext(database, migrations))) return applied
  }
}

async function applyNext(database: Database, migrations: readonly Migration[]): Promise<boolean> {
  try {
    return await database.transact(async (session) => {
      const { query, run } = session
      await run(
        `set local statement_timeout = 0; set local lock_timeout = 0; set local client_min_messages = warning`,
      )
      await query('select pg_advisory_xact_lock($1::bigint)::text', [LOCK])
      await checkEncoding(query)
      await run(`create table if not exists migrations (
        number integer primary key, name text not null, applied_at timestamptz not null default now()
      )`)
      const next = migrations[await countApplied(query, migrations)]
      if (!next) return false
      await apply(session, next)
      return true
    })
  } catch (error) {
    throw error instanceof MigrationError ? error : storageErrorOf(error)
  }
}

async function apply({ query, run }: Session, { number, name, script }: Migration): Promise<void> {
  await run(script)
  await FOLLOWED_BY[number]?.(query)
  await query('insert into migrations (number, name) values ($1, $2)', [number, name])
}

function checkNumbers(migrations: readonly Migration[]): void {
  for (const [index, { number, name }] of migrations.entries()) {
    if (number === index + 1) continue
    throw new MigrationError(`The migration "${name}" has the number ${number} where ${index + 1} is due.`)
  }
}

async function checkEncoding(query: Query): Promise<void> {
  const [row] = await query<{ encoding: string }>(`select current_setting('server_encoding') as encoding`)
  if (row?.encoding === 'UTF8') return
  throw new MigrationError(`The database keeps texts as ${row?.encoding}; make one with the encoding UTF8.`)
}

async function countApplied(query: Query, migrations: readonly Migration[]): Promise<number> {
  const applied = await query<{ number: number; name: string }>(
    'select number, name from migrations order by number',
  )
  for (const [index, { number, name }] of applied.entries()) {
    const known = migrations[index]
    if (known === undefined) {
      throw new MigrationError(
        `The database is newer than this program: it has the migration ${number} ("${name}"), of which this program knows ` +
          `${migrations.length}. Run the newer program, or restore the database as it was before.`,
      )
    }
    if (number === index + 1 && name === known.name) continue
    throw new MigrationError(
      `The database has the migration ${number} ("${name}") where this program has ${known.number} ("${known.name}"): ` +
        'it was made by another program.',
    )
  }
  return applied.length
}

import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Database } from '../../src/backend/sql/database.ts'
import { createSqlStore } from '../../src/backend/sql/sqlStore.ts'
import { openPostgres } from '../../src/hosts/node/database/postgres.ts'
import { explainStart } from '../../src/hosts/node/explainStart.ts'
import { createLog } from '../../src/hosts/node/log.ts'
import { openBackend } from '../../src/hosts/node/openBackend.ts'
import { storeSuite } from '../backend/store.suite.ts'
import { empty, migrated } from '../support/databases/openDatabases.ts'
import { startCluster, type Cluster } from '../support/databases/startCluster.ts'
import { describeWithPrograms } from '../support/databases/withPostgres.ts'
import { freePort } from '../support/freePort.ts'
import { settingsOf } from '../support/nodeServer.ts'

// A password with all that an address has signs for.
const password = 'p@ss:w/o?r#d%20 ü'
const secret = 's'.repeat(32)

// PostgreSQL is started, which takes long on a machine that has much else to do.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

describeWithPrograms('a PostgreSQL of others, over TCP', (programs) => {
  let cluster: Cluster
  let owner: Database
  beforeAll(async () => {
    cluster = await startCluster(programs, [], {
      port: await freePort(),
      // One user is let in with TLS alone, which this one does not speak.
      rules: ['hostssl all careful 127.0.0.1/32 scram-sha-256', 'host all careful all reject'],
    })
    owner = openPostgres({ url: cluster.url, max: 1, statementTimeout: 10_000 })
    for (const name of ['soundoff', 'guest', 'careful', 'lost']) {
      await owner.query(
        `create role ${name} login nosuperuser nocreatedb nocreaterole password '${password}'`,
      )
    }
    await owner.query(
      `create database german owner soundoff template template0 encoding 'UTF8'
       ${(await hasLocales(owner)) ? `locale_provider icu icu_locale 'de-DE'` : ''}`,
    )
    await owner.query(`create database shared template template0 encoding 'UTF8'`)
    await owner.query(`create database old template template0 encoding 'SQL_ASCII'`)
    await owner.query(`alter role lost in database shared set search_path = nowhere`)
    const shared = openPostgres({
      url: urlOf('shared', { user: 'postgres' }),
      max: 1,
      statementTimeout: 10_000,
    })
    await shared.query('create schema comments authorization soundoff')
    await shared.query('alter role soundoff in database shared set search_path = comments')
    await shared.query('revoke create on schema public from public')
    await shared.close()
  })
  afterAll(async () => {
    await owner.close()
    await cluster.stop()
  })

  /** As `user` over TCP; the superuser has no password, and comes by the socket. */
  function urlOf(database: string, { user = 'soundoff', query = '', shown = password } = {}): string {
    if (user === 'postgres') return cluster.url.replace('///postgres?', `///${database}?`)
    return cluster.urlOver({ user, password: shown, database, query })
  }

  async function failure(url: string): Promise<string> {
    const settings = settingsOf({ DATABASE_URL: url, SOUNDOFF_SECRET: secret })
    const outcome = await openBackend(settings, createLog('silent')).catch((error: unknown) => ({ error }))
    if ('error' in outcome) return explainStart(outcome.error, settings)
    await outcome.close()
    throw new Error('It was opened')
  }

  test('keeps everything in a schema of its user, who may do nothing else in the database', async () => {
    const settings = settingsOf({ DATABASE_URL: urlOf('shared'), SOUNDOFF_SECRET: secret })
    const backend = await openBackend(settings, createLog('silent'))
    onTestFinished(() => backend.close())
    await backend.reach()
    expect(await backend.ask?.('select count(*)::integer as count from request_counts')).toEqual([
      { count: 0 },
    ])
    const shared = openPostgres({
      url: urlOf('shared', { user: 'postgres' }),
      max: 1,
      statementTimeout: 10_000,
    })
    onTestFinished(() => shared.close())
    const outside = await shared.query(
      `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where pg_get_userbyid(relowner) = 'soundoff' and nspname not in ('comments', 'pg_toast')`,
    )
    expect(outside).toEqual([])
  })

  test.for([
    ['a wrong password', 'german', { shown: 'hunter2' }, /that refuses the user or the password\. Correct/],
    ['no such user', 'german', { user: 'nobody' }, /that refuses the user or the password\. Correct/],
    ['no password', 'german', { shown: '' }, /that asks for a password\. Name it/],
    [
      'no such database',
      'nowhere',
      {},
      /that does not have the database \(.*"nowhere" does not exist\)\. Make/,
    ],
    [
      'a user without rights',
      'shared',
      { user: 'guest' },
      /where the user may not keep anything \(.*\)\. Grant/,
    ],
    [
      'a schema that is not there',
      'shared',
      { user: 'lost' },
      /where the user may not keep anything \(.*\)\. Grant/,
    ],
    [
      'another encoding',
      'old',
      {},
      /\. The database keeps texts as SQL_ASCII; make one with the encoding UTF8\./,
    ],
    [
      'TLS that it does not speak',
      'german',
      { query: '?sslmode=verify-full' },
      /that speaks no TLS, which "sslmode"/,
    ],
    [
      'a user for TLS alone',
      'german',
      { user: 'careful' },
      /without TLS \(.*\)\. Add "\?sslmode=verify-full"\./,
    ],
    [
      'a certificate that is not there',
      'german',
      { query: '?sslmode=verify-full&sslrootcert=/nowhere/ca.pem' },
      /with a file that cannot be read \(.*\/nowhere\/ca\.pem.*\)\. Correct/,
    ],
  ] as const)(
    'with %s is told of in a sentence, without the password',
    async ([, database, how, message]) => {
      const told = await failure(urlOf(database, how))
      expect(told).toMatch(/^DATABASE_URL names a PostgreSQL at 127\.0\.0\.1:\d+[ .]/)
      expect(told).toMatch(message)
      expect(told).not.toMatch(/hunter2|p@ss|p%40ss|%C3%BC/)
      expect(told.split('\n')).toHaveLength(1)
    },
  )

  test('that is not there, or whose host nobody knows, is told of likewise', async () => {
    const nothing = `127.0.0.1:${await freePort()}`
    expect(await failure(`postgres://u:hunter2@${nothing}/d`)).toBe(
      `DATABASE_URL names a PostgreSQL at ${nothing} where nothing listens. Start it, or correct the host and the port.`,
    )
    // A name that the system has to say no to itself: none ends so (RFC 6761, section 6.4).
    expect(await failure('postgres://u:hunter2@database.invalid/d')).toBe(
      'DATABASE_URL names a PostgreSQL at database.invalid:5432 whose host is not known here. Correct its name.',
    )
  })

  describe('in a database that sorts as Germans do', () => {
    let database: Database
    beforeAll(async () => {
      database = await migrated(openPostgres({ url: urlOf('german'), max: 8, statementTimeout: 60_000 }))
    })
    afterAll(() => database.close())
    const open = async () => {
      await empty(database)
      return createSqlStore(database)
    }

    test('an "a" comes before a "B"', async ({ skip }) => {
      skip(
        !(await hasLocales(owner)),
        'databases have locales beside those of the system since PostgreSQL 15',
      )
      expect(await database.query(`select 'a' < 'B' as is_before`)).toEqual([{ is_before: true }])
    })

    storeSuite('a PostgreSQL of others', { open, openOfServer: open })
  })
})

async function hasLocales({ query }: Database): Promise<boolean> {
  const [row] = await query<{ version: number }>(
    `select current_setting('server_version_num')::integer as version`,
  )
  return (row?.version ?? 0) >= 150_000
}

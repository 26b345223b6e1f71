import { expect, test } from 'vitest'
import type { Database } from '../../../src/backend/sql/database.ts'
import { migrate, type Migration } from '../../../src/backend/sql/migrate.ts'
import { createSqlStore } from '../../../src/backend/sql/sqlStore.ts'
import { readMigrations } from '../../../src/hosts/node/database/readMigrations.ts'
import { findPostgres } from '../../support/databases/findPostgres.ts'
import { forThisTest, makePostgres, openEmptyPglite } from '../../support/databases/openDatabases.ts'
import { describeWithPostgres } from '../../support/databases/withPostgres.ts'
import { importOf } from '../imports.ts'
import { edit, here, remove, tree } from '../store/support.ts'

const nothing = { terms: [], author: null, from: null, until: null, after: null, limit: 9 } as const
const databases: [string, () => Promise<Database>][] = [
  ['PGlite', openEmptyPglite],
  ...(findPostgres()
    ? [['PostgreSQL', async () => (await makePostgres())()] as [string, () => Promise<Database>]]
    : []),
]

test.for(databases.slice(-1))(
  'an empty database is made what the newest program needs, and then left as it is, on %s',
  { timeout: 60_000 },
  async ([, open]) => {
    const database = forThisTest(await open())
    const migrations = await readMigrations()
    expect(migrations.length).toBeGreaterThanOrEqual(2)
    expect(await migrate(database, migrations)).toBe(migrations.length)
    expect(await migrate(database, migrations)).toBe(0)
    const store = createSqlStore(database)
    expect(await store.importDiscussion(importOf('a', tree), { replace: false })).toBe(true)
  },
)

test.for(databases)(
  'what an older program kept is all found by the newest, on %s',
  { timeout: 60_000 },
  async ([, open]) => {
    const database = forThisTest(await open())
    const migrations = await readMigrations()
    expect(await migrate(database, migrations.slice(0, 1))).toBe(1)
    await database.transact(({ run }) => run(OLD_DISCUSSION))
    expect(await migrate(database, migrations)).toBe(migrations.length - 1)
    const store = createSqlStore(database)
    const found = await store.search({ ...nothing, discussionId: here, terms: ['strasse'] })
    expect(found?.matches.map(({ comment }) => String(comment.id))).toEqual(['2', '1'])
    expect(found?.matches[0]?.ancestors.map(({ id }) => String(id))).toEqual(['1'])
    expect((await store.search({ ...nothing, discussionId: here, author: 'zoë' }))?.total).toBe(1)
    expect(await store.survey(here, { people: 9, steps: 9 })).toMatchObject({ total: 2, peopleCount: 2 })
    const waiting = await createSqlStore(database).listWaiting(null, { items: 9, reports: 9 })
    expect(waiting.items.map(({ comment, reportCount }) => [comment.id, reportCount])).toEqual([
      ['4', 0],
      ['1', 1],
    ])
    await edit(store, '1', 'Changed')
    await remove(store, '2')
    expect((await store.search({ ...nothing, discussionId: here, terms: ['strasse'] }))?.total).toBe(0)
  },
)

test('a migration that fails leaves nothing of itself; a database that is newer than the program, or of another one, is refused', async () => {
  const database = forThisTest(await openEmptyPglite())
  const [first, ...rest] = await readMigrations()
  const third: Migration = {
    number: rest.length + 2,
    name: 'later',
    script: 'create table later (id integer)',
  }
  if (!first) throw new Error('There are no migrations')
  const broken = { ...third, script: `${third.script}; select 1 / 0` }
  await expect(migrate(database, [first, ...rest, broken])).rejects.toMatchObject({ fault: 'refused' })
  expect(await migrate(database, [first, ...rest, third])).toBe(1)
  await expect(migrate(database, [first, ...rest])).rejects.toThrow(/newer than this program.*"later"/)
  const other = [{ ...first, name: 'other' }, ...rest, third]
  await expect(migrate(database, other)).rejects.toThrow(/made by another program/)
  await expect(migrate(database, [first, third])).rejects.toThrow(/has the number/)
  expect(await database.query('select count(*)::integer as count from migrations')).toEqual([
    { count: third.number },
  ])
})

describeWithPostgres('several programs that start at the same moment', () => {
  test('apply each migration once', async () => {
    const open = await makePostgres()
    const migrations = await readMigrations()
    const programs = Array.from({ length: 4 }, () => forThisTest(open({ max: 2 })))
    const applied = await Promise.all(programs.map((program) => migrate(program, migrations)))
    expect(applied.reduce((sum, count) => sum + count, 0)).toBe(migrations.length)
  })
})

/** As the first migration has it: a thread that was reported, its reply, a reply that is gone, and one that is held. */
const OLD_DISCUSSION = `
  insert into discussions (id, article_id, title, imported_count, count, thread_count, closed, max_depth, version, imported_in)
  values ('a', 'a', 'Old', 3, 3, 1, false, 5, 3, 3);
  insert into comments (discussion_id, id, parent_id, thread_id, depth, path, author_name, body, format, status, created_at,
    revision, reply_count, sequence, changed_in, is_posted)
  values
    ('a', '1', null, '1', 1, '{}', 'Zoë', 'Der Straße lang', 'plain', 'published', '2020-01-01Z', 1, 2, 3, 3, false),
    ('a', '2', '1', '1', 2, '{1}', 'Pete', 'STRASSE', 'plain', 'published', '2020-01-02Z', 1, 0, 2, 3, false),
    ('a', '3', '1', '1', 2, '{1}', 'Pete', 'Straße', 'plain', 'deleted', '2020-01-03Z', 2, 0, 3, 3, false);
  insert into withheld (discussion_id, id, parent_id, thread_id, depth, author_name, body, format, status, held_for, created_at, revision)
  values ('a', '4', '1', '1', 2, 'Pete', 'Links', 'plain', 'held', 'links', '2020-01-04Z', 1);
  insert into reports (key, discussion_id, comment_id, reason, words, received_at)
  values ('r', 'a', '1', 'spam', '', '2020-01-05Z');`

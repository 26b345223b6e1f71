import { expect, onTestFinished, test, vi } from 'vitest'
import type { Database } from '../../../src/backend/sql/database.ts'
import { createSqlSignal } from '../../../src/backend/sql/sqlSignal.ts'
import { createSqlStore } from '../../../src/backend/sql/sqlStore.ts'
import type { DiscussionId } from '../../../src/domain/ids.ts'
import {
  forThisTest,
  makePostgres,
  migrated,
  openEmptyPglite,
} from '../../support/databases/openDatabases.ts'
import { describeWithPostgres } from '../../support/databases/withPostgres.ts'
import { at, importOf } from '../imports.ts'
import { edit, here, hold, id, post, remove, tree } from '../store/support.ts'

test(
  'a signal over PGlite hears every kind of change, of its discussion alone',
  { timeout: 60_000 },
  async () => {
    const database = forThisTest(await migrated(await openEmptyPglite()))
    await hearsChanges(database, database)
  },
)

describeWithPostgres('on PostgreSQL', () => {
  test('a signal hears what is changed over other connections', async () => {
    const open = await makePostgres()
    const [one, other] = [forThisTest(await migrated(open())), forThisTest(open())]
    await hearsChanges(one, other)
  })

  test('a signal whose connection is lost comes back, tells everybody, and hears what comes then', async () => {
    const open = await makePostgres()
    const database = forThisTest(await migrated(open()))
    const store = createSqlStore(database)
    await store.importDiscussion(importOf('a', tree), { replace: false })
    const { heard, elsewhere } = await follow(database)
    const before = elsewhere.mock.calls.length
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen "soundoff_changes%' and pid <> pg_backend_pid()`,
    )
    await vi.waitFor(() => expect(elsewhere.mock.calls.length).toBeGreaterThan(before))
    const known = heard.mock.calls.length
    await post(store, 'new')
    await vi.waitFor(() => expect(heard.mock.calls.length).toBeGreaterThan(known))
  })
})

async function hearsChanges(writing: Database, following: Database): Promise<void> {
  const store = createSqlStore(writing)
  const { heard, elsewhere } = await follow(following)
  await vi.waitFor(() => expect(elsewhere).toHaveBeenCalled())
  const silent = elsewhere.mock.calls.length
  const changes: (() => Promise<unknown>)[] = [
    () => store.importDiscussion(importOf('a', tree), { replace: false }),
    () => post(store, 'new', { parentId: id('3'), depth: 4 }),
    () => edit(store, 'new', 'Changed'),
    () => remove(store, 'new'),
    async () => {
      await hold(store, 'held')
      await store.release(here, id('held'), { status: 'published', createdAt: at(900), editableUntil: null })
    },
  ]
  for (const change of changes) {
    const before = heard.mock.calls.length
    await change()
    await vi.waitFor(() => expect(heard.mock.calls.length).toBeGreaterThan(before))
  }
  expect(elsewhere).toHaveBeenCalledTimes(silent)
}

async function follow(database: Database) {
  const signal = createSqlSignal(database)
  onTestFinished(() => signal.close())
  const heard = vi.fn<() => void>()
  const elsewhere = vi.fn<() => void>()
  signal.listen(here, heard)
  signal.listen('b' as DiscussionId, elsewhere)
  // It tells everybody once it is connected.
  await vi.waitFor(() => expect(elsewhere).toHaveBeenCalled())
  return { heard, elsewhere }
}

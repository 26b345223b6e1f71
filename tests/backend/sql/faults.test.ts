import { mkdtemp, rm, symlink, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { problemOf } from '../../../src/api/problem.ts'
import type { Database } from '../../../src/backend/sql/database.ts'
import { createSqlStore } from '../../../src/backend/sql/sqlStore.ts'
import type { Store } from '../../../src/backend/store.ts'
import {
  empty,
  forThisTest,
  makePostgres,
  migrated,
  type OpenPostgres,
} from '../../support/databases/openDatabases.ts'
import { serviceOver } from '../../support/serviceOver.ts'
import { describeWithPostgres } from '../../support/databases/withPostgres.ts'
import { importOf } from '../imports.ts'
import { attempt, comment, here, post, tree } from '../store/support.ts'

describeWithPostgres('a store whose database', () => {
  let open: OpenPostgres
  let database: Database
  let store: Store
  beforeAll(async () => {
    open = await makePostgres()
    database = await migrated(open())
    store = createSqlStore(database)
  }, 120_000)
  afterAll(() => database.close())
  beforeEach(async () => {
    await empty(database)
    await store.importDiscussion(importOf('a', tree), { replace: false })
  })

  test('has no room left tells so, keeps nothing of the post, and takes it once there is room', async () => {
    // A full disk as the database tells of it, when the last of what a post keeps is written.
    await database.transact(({ run }) =>
      run(`create function fail() returns trigger language plpgsql as $$
             begin raise exception 'could not extend file' using errcode = '53100'; end $$;
           create trigger fail before insert on keys execute function fail();`),
    )
    const before = await store.readDiscussion(here)
    const failed = store.post(attempt({ key: 'k' }), () => comment('new'))
    await expect(failed).rejects.toMatchObject({
      name: 'StorageError',
      fault: 'full',
      cause: { code: '53100' },
    })
    expect(await store.readDiscussion(here)).toEqual(before)
    await database.transact(({ run }) => run('drop trigger fail on keys; drop function fail'))
    expect(await store.post(attempt({ key: 'k' }), () => comment('new'))).toMatchObject({ sequence: 8 })
  })

  test('takes no changes is still read', async () => {
    const standby = createSqlStore(forThisTest(open({ settings: '-c default_transaction_read_only=on' })))
    await expect(post(standby, 'new')).rejects.toMatchObject({ fault: 'read-only' })
    expect(await standby.readDiscussion(here)).toEqual(await store.readDiscussion(here))
  })

  test('takes too long is given up', async () => {
    const hasty = createSqlStore(forThisTest(open({ statementTimeout: 50 })))
    await database.transact(async ({ run }) => {
      await run('lock table discussions')
      await expect(hasty.readDiscussion(here)).rejects.toMatchObject({ fault: 'timed-out' })
    })
    expect(await hasty.readDiscussion(here)).not.toBeNull()
  })

  // One that `DATABASE_URL` names may have no socket here.
  test.runIf(process.env['DATABASE_URL'] === undefined)(
    'cannot be reached is told as unavailable, and served again once it is back',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'soundoff-socket-'))
      onTestFinished(() => rm(folder, { recursive: true }))
      const socket = join(folder, 'socket')
      const lost: Error[] = []
      const { database: away, host } = open.by(socket, { max: 2, onLost: (error) => lost.push(error) })
      const { api } = serviceOver(createSqlStore(forThisTest(away)))
      const read = () => api.readDiscussion({ discussionId: here }).catch(problemOf)
      expect(await read()).toEqual({ code: 'unavailable' })
      await symlink(host, socket)
      expect(await read()).toMatchObject({ count: 7 })
      await unlink(socket)
      await database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'away'`,
      )
      // Told of the loss while nobody asks, it does not end the process.
      await expect.poll(() => lost).toHaveLength(1)
      expect(await read()).toEqual({ code: 'unavailable' })
      await symlink(host, socket)
      expect(await read()).toMatchObject({ count: 7 })
    },
  )
})

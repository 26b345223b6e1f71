import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../../src/backend/sql/database.ts'
import { createSqlStore } from '../../../src/backend/sql/sqlStore.ts'
import type { ModeratingStore, NewEntry } from '../../../src/backend/moderatingStore.ts'
import type { CommentId, IdempotencyKey } from '../../../src/domain/ids.ts'
import { explaining, rowsOf, scansOf, type Plan } from '../../support/databases/explain.ts'
import { empty, makePostgres, migrated, openAny } from '../../support/databases/openDatabases.ts'
import { describeWithPostgres } from '../../support/databases/withPostgres.ts'
import { at, importOf } from '../imports.ts'
import { here, hold, id } from '../store/support.ts'

describe('the log of moderation in SQL', () => {
  let database: Database
  beforeAll(async () => {
    database = await migrated(await openAny())
  }, 120_000)
  afterAll(() => database.close())
  beforeEach(async () => {
    await empty(database)
    await createSqlStore(database).importDiscussion(importOf('a', [['1', null, 1]]), { replace: false })
    const before = { status: 'published', body: 'Hello there', editableUntil: null, holding: null } as const
    await decide(createSqlStore(database), '1', { reason: 'As it is', before })
  })

  test.for([
    `update moderation_log set moderator = 'Nobody'`,
    `update moderation_log set excerpt = 'Another text', was_body = null`,
    `update moderation_log set excerpt = ''`,
    `update moderation_log set excerpt = '', was_body = null, reason = null`,
    'delete from moderation_log',
    'delete from moderation_log where number = 0',
    'truncate moderation_log',
    `insert into moderation_log (number, at, moderator, action, discussion_id, excerpt) overriding system value
     select number, at, 'Nobody', action, discussion_id, excerpt from moderation_log
     on conflict (number) do update set moderator = excluded.moderator`,
  ])('is not changed by "%s"', async (statement) => {
    const log = await createSqlStore(database).listEntries(null, 9)
    expect(log).toMatchObject([{ moderator: 'Mo' }])
    await expect(database.query(statement)).rejects.toThrow('The log of moderation is never changed')
    expect(await createSqlStore(database).listEntries(null, 9)).toEqual(log)
  })

  test('gives up what it has of the text of a comment, and of no title', async () => {
    const store = createSqlStore(database)
    const change = `update moderation_log set excerpt = '', was_body = null`
    const [entry] = await store.listEntries(null, 1)
    await database.query(change)
    expect(await store.listEntries(null, 1)).toEqual([{ ...entry, excerpt: '', before: null }])
    await store.decideOnDiscussion(here, () => ({
      closed: true,
      entry: entryOf('1', { action: 'close', commentId: null, excerpt: 'Title' }),
    }))
    await expect(database.query(change)).rejects.toThrow('The log of moderation is never changed')
    expect(await store.listEntries(null, 1)).toMatchObject([{ excerpt: 'Title' }])
  })

  test('takes one undoing of an entry, whoever sends it', async () => {
    const moderating = createSqlStore(database)
    const [entry] = await moderating.listEntries(null, 1)
    const undo = () => decide(moderating, '1', { action: 'undo', undoes: entry?.id ?? null })
    await undo()
    await expect(undo()).rejects.toMatchObject({ fault: 'refused' })
    expect(await moderating.listEntries(null, 9)).toHaveLength(2)
  })

  test('has an entry just where what it tells of was done', async () => {
    const store = createSqlStore(database)
    await hold(store, 'held')
    const failing: Database = {
      ...database,
      transact: (work) =>
        database.transact(({ query, run }) =>
          work({
            run,
            query: (text, values) =>
              text.includes('update reports') ? Promise.reject(new Error('lost')) : query(text, values),
          }),
        ),
    }
    const lost = createSqlStore(failing).decideOnComment(here, id('held'), () => ({
      entry: entryOf('held'),
      outcome: { kind: 'released', createdAt: at(9), editableUntil: null },
    }))
    await expect(lost).rejects.toMatchObject({ fault: 'unreachable' })
    expect(await createSqlStore(database).listEntries(null, 9)).toHaveLength(1)
    expect(await store.readDiscussion(here)).toMatchObject({ count: 1, version: 1 })
    expect((await createSqlStore(database).listWaiting(null, { items: 9, reports: 9 })).total).toBe(1)
  })
})

/** Comments, each with reports that are settled, and entries. */
const COUNT = 5_000

describeWithPostgres(
  `with ${COUNT.toLocaleString('en')} reports that are settled and as many entries`,
  () => {
    let database: Database
    let plans: Plan[] = []
    let moderating: ModeratingStore
    beforeAll(async () => {
      database = await migrated((await makePostgres())({ max: 2 }))
      const rows = Array.from({ length: COUNT }, (_, n) => [`c${n}`, null, n] as const)
      const store = createSqlStore(database)
      await store.importDiscussion(importOf('a', rows), { replace: false })
      await database.transact(({ run }) =>
        run(`
        insert into moderation_log (at, moderator, action, discussion_id, comment_id, excerpt, revision, was_status, was_body)
        select now(), 'Mo', 'approve', 'a', 'c' || n, '', 1, 'published', '' from generate_series(0, ${COUNT - 1}) n;
        insert into moderation_log (at, moderator, action, discussion_id, comment_id, excerpt, undoes)
        select now(), 'Mo', 'undo', 'a', comment_id, '', number from moderation_log where number % 2 = 0;
        insert into reports (key, discussion_id, comment_id, reason, words, received_at, settled_by)
        select 'r' || n, 'a', 'c' || n, 'spam', '', now(), n + 1 from generate_series(0, ${COUNT - 1}) n;
        insert into withheld (discussion_id, id, thread_id, depth, author_name, body, format, status, created_at, revision)
        select 'a', 'w' || n, 'w' || n, 1, 'Ann', '', 'plain', 'rejected', now(), 1 from generate_series(0, ${COUNT - 1}) n`),
      )
      for (const n of [1, 2, 3]) {
        await hold(store, `held-${n}`, { createdAt: at(n) })
        const key = `open-${n}` as IdempotencyKey
        const report = { discussionId: here, commentId: id(`c${n}`), reason: 'spam', words: '' } as const
        await store.report({ ...report, key, receivedAt: at(n) }, () => undefined)
      }
      await decide(createSqlStore(database), 'c9', {}, { reason: 'links', since: at(1) })
      await database.query('analyze')
      moderating = createSqlStore(explaining(database, (plan) => plans.push(plan)))
    }, 120_000)
    afterAll(() => database.close())

    test.for([
      ['the queue', () => moderating.listWaiting(null, { items: 3, reports: 9 })],
      [
        'the queue, further on',
        () =>
          moderating.listWaiting(
            { since: at(2), discussionId: here, commentId: id('c2') },
            { items: 3, reports: 9 },
          ),
      ],
      ['the log', () => moderating.listEntries(null, 51)],
      ['the log, further on', async () => moderating.listEntries((await anEntry()) ?? null, 51)],
      ['an entry', async () => moderating.readEntry((await anEntry()) ?? ('1' as never))],
    ] as [string, () => Promise<unknown>][])(
      '%s is read by indexes, and costs what it gives',
      async ([, work]) => {
        await anEntry()
        plans = []
        expect(await work()).toBeTruthy()
        expect(plans.flatMap(scans)).toEqual([])
        expect(Math.max(...plans.map(rowsOf))).toBeLessThan(300)
      },
    )

    test.for([
      ['a decision', () => decide(moderating, 'c17')],
      ['an undoing', () => decide(moderating, 'c18', { action: 'undo', undoes: '19' as never })],
      [
        'a release',
        () =>
          moderating.decideOnComment(here, id('held-1'), () => ({
            entry: entryOf('held-1'),
            outcome: { kind: 'released', createdAt: at(9), editableUntil: null },
          })),
      ],
    ] as [string, () => Promise<unknown>][])('%s is written by indexes', async ([, work]) => {
      plans = []
      await work()
      expect(plans.length).toBeGreaterThan(2)
      expect(plans.flatMap(scans)).toEqual([])
    })

    test.for(['reports_open', 'withheld_waiting', 'moderation_log_undone'])(
      'without the index %s the check fails',
      async (index) => {
        const undone = new Error('undone')
        let isFine = true
        const trying = database.transact(async ({ query, run }) => {
          await run(`drop index ${index}`)
          const seen: Plan[] = []
          const read = explaining({ ...database, query }, (plan) => seen.push(plan)).query
          const asked = createSqlStore({ ...database, query: read })
          await asked.listWaiting(null, { items: 3, reports: 9 })
          await asked.listEntries(null, 51)
          isFine = seen.flatMap(scans).length === 0 && Math.max(...seen.map(rowsOf)) < 300
          throw undone
        })
        await expect(trying).rejects.toBe(undone)
        expect(isFine).toBe(false)
      },
    )

    async function anEntry() {
      return (await createSqlStore(database).listEntries(null, 100)).at(-1)?.id
    }
  },
)

function decide(
  moderating: ModeratingStore,
  which: string,
  changes: Partial<NewEntry> = {},
  holding: { reason: 'links'; since: string } | null = null,
) {
  return moderating.decideOnComment(here, id(which), () => ({
    entry: entryOf(which, changes),
    outcome: { kind: 'kept', holding },
  }))
}

function entryOf(which: string, changes: Partial<NewEntry> = {}): NewEntry {
  return {
    at: at(800),
    moderator: 'Mo',
    action: 'approve',
    discussionId: here,
    commentId: which as CommentId,
    excerpt: 'Hello',
    reason: null,
    undoes: null,
    revision: 1,
    before: null,
    ...changes,
  }
}

/** Reads of all of a table that grows with what there was to moderate. */
function scans(plan: Plan): string[] {
  return scansOf(plan, ['comments', 'reports', 'withheld', 'moderation_log'])
}

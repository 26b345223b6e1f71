import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../src/backend/sql/database.ts'
import { setLanguages } from '../../../src/backend/sql/searchLanguages.ts'
import { createSqlStore } from '../../../src/backend/sql/sqlStore.ts'
import type { Position, Store } from '../../../src/backend/store.ts'
import type { IdempotencyKey } from '../../../src/domain/ids.ts'
import { ORDERS } from '../../../src/domain/order.ts'
import {
  explaining,
  rowsOf,
  scansOfAll,
  scansWithoutEnd,
  sorted,
  type Plan,
} from '../../support/databases/explain.ts'
import { fillDiscussion } from '../../support/databases/fillDiscussion.ts'
import { makePostgres, migrated } from '../../support/databases/openDatabases.ts'
import { describeWithPostgres } from '../../support/databases/withPostgres.ts'
import {
  attempt,
  comment,
  edit,
  here,
  hold,
  id,
  post,
  repliesTo,
  revised,
  threads,
} from '../store/support.ts'

/** Comments of the discussion; there are as many in others. A million of them take minutes to be made. */
const COUNT = Number(process.env['SOUNDOFF_PLANS_COMMENTS'] ?? 20_000)

/** Most rows that a statement may look at for a page: those of a page, some that are passed over, and the ways down to them. */
const MOST_ROWS = 2_500

/** Most rows that may be sorted at once: those of a page. */
const MOST_SORTED = 1_500

describeWithPostgres(`in a discussion of ${COUNT.toLocaleString('en')} comments`, () => {
  let database: Database
  let plans: Plan[]
  const indexing: Plan[] = []
  let indexed: number
  let store: Store
  beforeAll(async () => {
    database = await migrated((await makePostgres())({ max: 2 }))
    await fillDiscussion(database, here, COUNT)
    store = createSqlStore(explaining(database, (plan) => plans.push(plan)))
    const quiet = createSqlStore(database)
    for (const n of [0, 1, 2])
      await post(quiet, `x${n}`, { parentId: id(`c${COUNT - 10 - n * 10}`), depth: 2 })
    await post(quiet, 'y')
    await edit(quiet, 'c3', 'Changed')
    await quiet.post(attempt({ key: 'key' }), () => comment('z'))
    await hold(quiet, 'held')
    for (const [n, body] of ['She runs', 'Who is running?', 'A run'].entries())
      await post(quiet, `run-${n}`, { body })
    indexed = await setLanguages(
      explaining(database, (plan) => indexing.push(plan)),
      ['english', 'german'],
    )
    await database.query('analyze')
  }, 3_600_000)
  afterAll(() => database.close())

  test.for(cases())('%s is read by its indexes, and costs what it gives', async ([, work]) => {
    plans = []
    await work(store)
    expect(plans).toHaveLength(1)
    expect(plans.flatMap(scansOfAll)).toEqual([])
    expect(Math.max(...plans.map(rowsOf))).toBeLessThan(MOST_ROWS)
    expect(Math.max(0, ...plans.flatMap(sorted))).toBeLessThan(MOST_SORTED)
  })

  test.for(searches())('a search for %s looks at what may match', async ([, wanted]) => {
    plans = []
    const found = await store.search({ ...nothing, discussionId: here, limit: 21, ...wanted })
    expect(found?.total).toBeGreaterThan(0)
    expect(plans.flatMap(scansOfAll)).toEqual([])
    // Each that matches is looked at and counted, and each of those that are given is read, with what is above it.
    expect(Math.max(...plans.map(rowsOf))).toBeLessThan(6 * (found?.total ?? 0) + MOST_ROWS)
  })

  test.for([
    ['a word', 'running', 3],
    ['words, of which one stands in each', 'running she', 1],
    ['words in other forms', 'things 17', COUNT / 100],
  ] as const)('a search for %s in its languages looks at what may match', async ([, typed, total]) => {
    plans = []
    const knowing = createSqlStore(
      explaining(database, (plan) => plans.push(plan)),
      { languages: ['english', 'german'] },
    )
    const terms = typed.split(' ')
    const found = await knowing.search({ ...nothing, discussionId: here, limit: 21, terms, typed })
    expect(found?.total).toBe(total)
    expect(plans).toHaveLength(2)
    expect(plans.flatMap(scansOfAll)).toEqual([])
    expect(Math.max(...plans.map(rowsOf))).toBeLessThan(6 * total + MOST_ROWS)
  })

  test('what is indexed anew as languages are named is read by its indexes, part by part', () => {
    expect(indexed).toBeGreaterThan(2 * COUNT)
    expect(indexing.length).toBeGreaterThan(indexed / 1_000)
    expect(indexing.flatMap(scansWithoutEnd)).toEqual([])
  })

  test.for(changes())('%s is written by its indexes', async ([, work]) => {
    plans = []
    await work(store)
    expect(plans.length).toBeGreaterThan(1)
    expect(plans.flatMap(scansOfAll)).toEqual([])
  })

  test.for(withoutIndex())('without the index %s the check fails', async ([index, work]) => {
    const undone = new Error('undone')
    let isFine = false
    const trying = database.transact(async ({ query, run }) => {
      await run(`set local statement_timeout = 2000; drop index ${index}`)
      const seen: Plan[] = []
      const read = explaining({ ...database, query }, (plan) => seen.push(plan)).query
      const asked = createSqlStore({ ...database, query: read })
      try {
        await work(asked)
        isFine =
          seen.flatMap(scansOfAll).length === 0 &&
          seen.every((plan) => rowsOf(plan) < MOST_ROWS && sorted(plan).every((rows) => rows < MOST_SORTED))
      } catch (error) {
        // What takes too long is not fine either.
        expect(error).toMatchObject({ fault: 'timed-out' })
      }
      throw undone
    })
    await expect(trying).rejects.toBe(undone)
    expect(isFine).toBe(false)
  })
})

const nothing = { terms: [], author: null, from: null, until: null, after: null } as const

type Case = [name: string, work: (store: Store) => Promise<unknown>]

/** The first page and one in the middle, in every order and both directions, and whatever else is read. */
function cases(): Case[] {
  const head = COUNT - 10 * Math.floor(COUNT / 20)
  const position: Position = {
    createdAt: new Date(Date.UTC(2020, 0, 1) + head * 1_000).toISOString(),
    sequence: head + 1,
    replyCount: 9,
  }
  const pages = ORDERS.flatMap((order) =>
    [null, position].flatMap((after) =>
      [null, COUNT].flatMap((asOf) =>
        [false, true].map((backwards): Case => {
          const name = `a page of threads, ${order}${after ? ', further on' : ''}${asOf ? ', as of then' : ''}${backwards ? ', backwards' : ''}`
          const wish = { order, after, asOf, backwards, limit: 21 }
          return [name, (store) => store.listBranches(threads(wish), 25)]
        }),
      ),
    ),
  )
  const around = ORDERS.flatMap((order) =>
    [`c${head + 8}`, 'c17', 'c0'].map((wanted): Case => [
      `what is around ${wanted === 'c0' ? 'the largest thread' : `comment ${wanted}`}, ${order}`,
      (store) => store.readSurroundings(here, id(wanted), order, 25),
    ]),
  )
  return [
    ...pages.filter(([name], index) => pages.findIndex(([other]) => other === name) === index),
    ['a page of the largest branch', (store) => store.listBranches({ ...repliesTo('c0'), limit: 51 }, 25)],
    [
      'a page of it further on',
      (store) =>
        store.listBranches(
          {
            ...repliesTo('c0', { ...position, createdAt: '2020-01-01T00:30:00.000Z', sequence: 1_801 }),
            limit: 51,
          },
          25,
        ),
    ],
    ['a small branch', (store) => store.listBranches({ ...repliesTo(`c${head + 1}`), limit: 51 }, 25)],
    ...around,
    ['changes', (store) => store.listChanges(here, COUNT, 101)],
    ['changes of a moment ago', (store) => store.listChanges(here, COUNT + 4, 101)],
    ['a comment', (store) => store.readComment(here, id('c17'))],
    ['what was posted with a key', (store) => store.readPost('key' as IdempotencyKey)],
  ]
}

function searches() {
  return [
    ['a phrase', { terms: ['word 17 about'] }],
    ['words', { terms: ['word', 'd 17 ', 'thing'] }],
    ['two characters', { terms: ['17'] }],
    ['a person', { author: 'name 17' }],
    ['a time', { from: '2020-01-01T01:00:00.000Z', until: '2020-01-01T01:10:00.000Z' }],
  ] as const
}

function withoutIndex(): Case[] {
  const search = { ...nothing, discussionId: here, limit: 21 }
  return [
    ['comments_threads', (store) => store.listBranches(threads({ limit: 21 }), 25)],
    ['comments_ranking', (store) => store.listBranches(threads({ order: 'replies', limit: 21 }), 25)],
    ['comments_replies', (store) => store.listBranches(repliesTo('c0'), 25)],
    ['comments_levels', (store) => store.listBranches(threads({ limit: 21 }), 25)],
    ['comments_arrivals', (store) => store.listChanges(here, COUNT, 101)],
    ['comments_revisions', (store) => store.listChanges(here, COUNT, 101)],
    ['findable_grams', (store) => store.search({ ...search, terms: ['d 17 about'] })],
    ['findable_people', (store) => store.search({ ...search, author: 'name 17' })],
  ]
}

function changes(): Case[] {
  const parentId = id('c17')
  const published = {
    status: 'published',
    createdAt: '2026-01-01T00:00:00.000Z',
    editableUntil: null,
  } as const
  return [
    [
      'a post',
      (store) => store.post(attempt({ key: 'k', parentId }), () => comment('p', { parentId, depth: 4 })),
    ],
    ['an edit', (store) => edit(store, 'c17', 'Changed')],
    ['a deletion', (store) => store.revise(here, id('c18'), (each) => revised(each, { status: 'deleted' }))],
    ['a held comment', (store) => hold(store, 'held-2', { parentId, depth: 4 })],
    [
      'a report',
      (store) =>
        store.report(
          {
            key: 'r' as IdempotencyKey,
            discussionId: here,
            commentId: parentId,
            reason: 'spam',
            words: '',
            receivedAt: published.createdAt,
          },
          () => undefined,
        ),
    ],
    ['a release', (store) => store.release(here, id('held'), published)],
  ]
}

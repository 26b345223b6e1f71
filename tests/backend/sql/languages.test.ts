import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createService } from '../../../src/backend/service.ts'
import type { Database } from '../../../src/backend/sql/database.ts'
import { setLanguages } from '../../../src/backend/sql/searchLanguages.ts'
import { createSqlStore } from '../../../src/backend/sql/sqlStore.ts'
import { prepareSearch } from '../../../src/hosts/node/prepareSearch.ts'
import { findPostgres } from '../../support/databases/findPostgres.ts'
import { empty, migrated, openAny } from '../../support/databases/openDatabases.ts'
import { importOf } from '../imports.ts'
import { ports } from '../openService.ts'
import { edit, here, id, post, remove } from '../store/support.ts'

const rows = [
  ['1', null, 1, 'Ann', 'She was RUNNING late'],
  ['2', '1', 2, 'Pete', 'He runs, and she ran'],
  ['3', null, 3, 'Running Bear', 'Nothing of the kind'],
  ['4', null, 4, 'Zoë', 'Die Häuser der Stadt'],
  ['5', '4', 5, 'Zoë', 'Im Haus, wo sie läuft'],
  ['6', null, 6, 'Ann', 'The run of the house'],
] as const

let database: Database
beforeAll(async () => {
  database = await migrated(await openAny())
}, 120_000)
afterAll(() => database.close())
beforeEach(async () => {
  await empty(database)
  await setLanguages(database, [])
})

/** What is found by what is typed, as the service has it, by stores that know these languages. */
function finding(languages: readonly string[]) {
  const store = createSqlStore(database, { languages })
  const service = createService({ ...ports, store })
  return async (q: string) => {
    const { matches, total } = await service.searchComments({ discussionId: here, q })
    expect(total).toBe(matches.length)
    return matches.map(({ comment }) => String(comment.id)).toSorted()
  }
}

async function take(): Promise<void> {
  await createSqlStore(database).importDiscussion(importOf('a', [...rows]), { replace: true })
}

describe.for([
  ['what was there before they were named', [take, () => setLanguages(database, ['german', 'english'])]],
  ['what comes since', [() => setLanguages(database, ['english', 'german']), take]],
] as const)('in the languages of the search, of %s', ([, steps]) => {
  beforeEach(async () => {
    for (const step of steps) await step()
  })

  test.for([
    ['running', ['1', '2', '3', '6']],
    ['runs', ['1', '2', '6']],
    ['Runs late', ['1']],
    ['haus', ['4', '5']],
    ['häusern', ['4', '5']],
    ['häuser zoe', ['4', '5']],
    ['houses', ['6']],
    // What is typed is found as it stands, also amid a word, and where languages pass over it.
    ['unni', ['1', '3']],
    ['the', ['3', '6']],
    // In quotation marks words are meant as they are, and so are phrases.
    ['"runs"', ['2']],
    ['"was running"', ['1']],
    ['"was runs"', []],
    ['runs "runs"', ['2']],
    ['"läuf" häuser', ['5']],
    // What queries are written with has no meaning.
    ["runs' | stadt:* & !('", []],
  ] as const)('%s finds %j', async ([q, expected]) => {
    expect(await finding(['english', 'german'])(q)).toEqual(expected)
  })
})

test('without languages, and after they were taken back, only what stands there is found', async () => {
  await take()
  expect(await finding([])('runs')).toEqual(['2'])
  expect(await setLanguages(database, ['english'])).toBe(rows.length)
  expect(await finding(['english'])('runs')).toEqual(['1', '2', '6'])
  // In those of a program that does not know of them.
  expect(await finding([])('runs')).toEqual(['2'])
  expect(await setLanguages(database, ['english'])).toBe(0)
  await setLanguages(database, ['german'])
  expect(await finding(['german'])('running')).toEqual(['1', '3'])
  await setLanguages(database, [])
  const left = await database.query(`select from findable where grams::text like '%german%'`)
  expect(left).toHaveLength(0)
  expect(await finding([])('runs')).toEqual(['2'])
})

test('what is posted, edited and deleted is found as it is then', async () => {
  await take()
  await setLanguages(database, ['english'])
  const store = createSqlStore(database)
  const find = finding(['english'])
  await post(store, 'new', { parentId: id('6'), depth: 2, body: 'Swimming' })
  expect(await find('swims')).toEqual(['new'])
  await edit(store, 'new', 'Walking')
  expect([await find('swims'), await find('walked')]).toEqual([[], ['new']])
  await remove(store, 'new')
  expect(await find('walked')).toEqual([])
})

test('several who have it indexed at once, while others write, leave nothing out', async () => {
  const store = createSqlStore(database)
  const many = Array.from({ length: 2_500 }, (_, n) => [`c${n}`, null, n, 'Ann', `Walking ${n}`] as const)
  await store.importDiscussion(importOf('a', many), { replace: false })
  const writing = async () => {
    for (let n = 0; n < 20; n += 1) {
      await post(store, `new-${n}`, { body: `He walked ${n}` })
      await edit(store, `c${n * 100}`, `Swimming ${n}`)
    }
  }
  const [first, second] = await Promise.all([
    setLanguages(database, ['english']),
    setLanguages(database, ['english']),
    writing(),
  ])
  expect(first + second).toBeGreaterThanOrEqual(2_500)
  const search = (typed: string) =>
    createSqlStore(database, { languages: ['english'] }).search({
      discussionId: here,
      terms: [typed],
      typed,
      author: null,
      from: null,
      until: null,
      after: null,
      limit: 1,
    })
  expect((await search('walks'))?.total).toBe(2_500)
  expect((await search('swims'))?.total).toBe(20)
}, 60_000)

test('a text of whatever length and signs is kept where there are languages', async () => {
  await take()
  await setLanguages(database, ['english', 'german', 'french'])
  const store = createSqlStore(database)
  const long = [
    'x'.repeat(10_000),
    Array.from({ length: 10_000 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join(''),
    Array.from({ length: 3_000 }, (_, n) => n.toString(36)).join(' '),
    'a-'.repeat(5_000),
    'ﷺ'.repeat(10_000),
    "\0'\\ \u{10fffe} & | ! : *".repeat(500),
  ]
  for (const [n, body] of long.entries()) {
    await post(store, `long-${n}`, { body })
    expect((await store.readComment(here, id(`long-${n}`)))?.body).toBe(body)
  }
})

test('a language that the database does not know is told with those that it knows', async () => {
  const lines: unknown[] = []
  const log = { info: (...line: unknown[]) => void lines.push(line) }
  await expect(prepareSearch(database, ['english', 'klingon'], log)).rejects.toThrow(
    /^SOUNDOFF_SEARCH_LANGUAGES has "klingon", which the database does not know\. It may be a list of .*english.*german/,
  )
  await take()
  await prepareSearch(database, ['english'], log)
  await prepareSearch(database, ['english'], log)
  expect(lines).toEqual([[{ languages: ['english'], count: rows.length }, expect.any(String)]])
})

test.skipIf(!findPostgres())(
  'others go on writing while languages wait for an import to end, and then are named',
  async () => {
    await take()
    let end = () => {}
    const ended = new Promise<void>((resolve) => (end = resolve))
    // As an import does, until its end.
    const importing = database.transact(async ({ run }) => {
      await run('lock table findable in row exclusive mode')
      await ended
    })
    const isAwaited = async (granted: boolean) =>
      (
        await database.query(`select from pg_locks where relation = 'findable'::regclass and granted = $1`, [
          granted,
        ])
      ).length > 0
    await expect.poll(() => isAwaited(true)).toBe(true)
    const order: string[] = []
    const naming = setLanguages(database, ['english']).then(() => order.push('languages'))
    await expect.poll(() => isAwaited(false), { interval: 10 }).toBe(true)
    for (let count = 0; count < 3; count += 1) {
      await post(createSqlStore(database), `new-${count}`)
      order.push('post')
    }
    end()
    await Promise.all([importing, naming])
    expect(order).toEqual(['post', 'post', 'post', 'languages'])
    expect(await finding(['english'])('runs')).toEqual(['1', '2', '6'])
  },
)

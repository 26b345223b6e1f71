import { expect, onTestFinished, test } from 'vitest'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { randomSecret } from '../../src/backend/hmacTokens.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { openPostgres } from '../../src/hosts/node/database/postgres.ts'
import { createLog } from '../../src/hosts/node/log.ts'
import { countsInDatabase, openBackend, type Backend } from '../../src/hosts/node/openBackend.ts'
import { MODERATORS, mo } from '../backend/conformance/moderators.ts'
import { expectProblem } from '../backend/conformance/probe.ts'
import { importOf } from '../backend/imports.ts'
import { makePostgresUrl } from '../support/databases/openDatabases.ts'
import { textOf } from '../support/databases/textOf.ts'
import { describeWithPostgres } from '../support/databases/withPostgres.ts'
import { settingsOf, startNodeServer } from '../support/nodeServer.ts'

const discussion = `${BASE_PATH}/discussions/a`
const client = '203.0.113.9'
const secret = randomSecret()

async function open(environment: Record<string, string>): Promise<Backend> {
  const settings = settingsOf({ SOUNDOFF_SECRET: 's'.repeat(32), ...environment })
  const backend = await openBackend(settings, createLog('silent'))
  onTestFinished(() => backend.close())
  return backend
}

describeWithPostgres('servers on a PostgreSQL', () => {
  async function start(environment: Record<string, string>): Promise<{ origin: string; backend: Backend }> {
    const backend = await open(environment)
    const given = {
      SOUNDOFF_SECRET: 's'.repeat(32),
      SOUNDOFF_TRUSTED_HOPS: '1',
      SOUNDOFF_MODERATORS: MODERATORS,
      ...environment,
    }
    const server = await startNodeServer({ backend, environment: given, secrets: [secret] })
    onTestFinished(() => server.stop())
    return { origin: server.origin, backend }
  }

  const ask = (origin: string, path: string, from = client, init: RequestInit = {}) =>
    fetch(origin + path, { ...init, headers: { 'X-Forwarded-For': from, ...init.headers } })
  const post = (origin: string, from: string) =>
    ask(origin, `${discussion}/comments`, from, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ author: { name: 'Ann' }, body: `Words ${Math.random()}` }),
    })
  const moderate = (origin: string, token: string, from = client) =>
    ask(origin, `${BASE_PATH}/moderation/log`, from, { headers: { Authorization: `Bearer ${token}` } })

  test('share what a client, a discussion and who guesses may do, and keep no address for it', async () => {
    const environment = {
      DATABASE_URL: await makePostgresUrl(),
      SOUNDOFF_READS_PER_MINUTE: '2',
      SOUNDOFF_WRITES_PER_MINUTE: '3',
      SOUNDOFF_DISCUSSION_WRITES_PER_MINUTE: '5',
      SOUNDOFF_WRONG_TOKENS_PER_MINUTE: '2',
    }
    const servers = [await start(environment), await start(environment)]
    const [one, other] = servers.map(({ origin }) => origin)
    if (one === undefined || other === undefined) throw new Error('They are two')
    await servers[0]?.backend.store.importDiscussion(importOf('a', []), { replace: false })
    const statuses = async (answers: readonly (() => Promise<Response>)[]) => {
      const all = []
      for (const answer of answers) all.push((await answer()).status)
      return all
    }
    const reads = [one, other, one, other].map((origin) => () => ask(origin, discussion))
    expect(await statuses(reads)).toEqual([200, 200, 429, 429])
    const writes = [one, other, one, other].map((origin) => () => post(origin, client))
    expect(await statuses(writes)).toEqual([201, 201, 201, 429])
    const others = ['1.1.1.1', '2.2.2.2', '3.3.3.3'].map((from) => () => post(other, from))
    expect(await statuses(others)).toEqual([201, 201, 429])
    const guesses = [one, other, one].map((origin) => () => moderate(origin, `${mo.token}x`))
    expect(await statuses([...guesses, () => moderate(other, mo.token)])).toEqual([403, 403, 429, 429])
    expect((await moderate(other, mo.token, '1.1.1.1')).status).toBe(200)

    const database = openPostgres({ url: environment.DATABASE_URL, max: 1, statementTimeout: 10_000 })
    onTestFinished(() => database.close())
    const everything = await textOf(database)
    expect(everything).toContain('(wrong-token:')
    expect(everything).not.toContain(client)
    expect(everything).not.toContain(mo.token)
  })

  test('give up a statement that takes too long, and say so at once, but not what takes a discussion out or in, or a migration', async () => {
    const environment = { DATABASE_URL: await makePostgresUrl(), SOUNDOFF_STATEMENT_SECONDS: '1' }
    const { origin, backend } = await start(environment)
    const database = openPostgres({ url: environment.DATABASE_URL, max: 1, statementTimeout: 60_000 })
    onTestFinished(() => database.close())
    await backend.store.importDiscussion(importOf('a', []), { replace: false })
    let pieces = 0
    const patient = await database.transact(async ({ run }) => {
      await run('lock table comments, findable, migrations in access exclusive mode')
      const waiting = Promise.all([
        backend.store.exportDiscussion('a' as DiscussionId, async () => void (pieces += 1)),
        backend.store.importDiscussion(importOf('b', [['1', null, 0]]), { replace: false }),
        open(environment),
      ])
      // They have waited for as long by then as is too long for these.
      for (const path of ['overview', 'search?q=words', 'comments']) {
        const begun = performance.now()
        const response = await ask(origin, `${discussion}/${path}`)
        expect(performance.now() - begun).toBeLessThan(8_000)
        expect(response.headers.get('Retry-After')).toBe('5')
        await expectProblem(response, 503, { code: 'unavailable' })
      }
      return { waiting }
    })
    const [isExported, isImported] = await patient.waiting
    expect([isExported, isImported, pieces]).toEqual([true, true, 1])
    expect((await ask(origin, `${discussion}/overview`)).status).toBe(200)
  })
})

test.each([
  [{}, false],
  [{ SOUNDOFF_LIMITS_IN: 'database' }, true],
  [{ DATABASE_URL: 'postgres://db.example/d' }, true],
  [{ DATABASE_URL: 'postgres://db.example/d', SOUNDOFF_LIMITS_IN: 'memory' }, false],
])('by %o what clients do is counted in the database: %s', (environment, expected) => {
  expect(countsInDatabase(settingsOf({ SOUNDOFF_SECRET: 's'.repeat(32), ...environment }))).toBe(expected)
})

import { randomBytes } from 'node:crypto'
import { mkdtemp, rename, rm, symlink, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, afterEach, expect, test, vi } from 'vitest'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { networkCarrier } from '../../src/api/carrier.ts'
import { createClient } from '../../src/api/client.ts'
import type { Api } from '../../src/api/contract.ts'
import { problemOf } from '../../src/api/problem.ts'
import { randomId, type DiscussionId, type IdempotencyKey } from '../../src/domain/ids.ts'
import { openPostgres } from '../../src/hosts/node/database/postgres.ts'
import { expectProblem } from '../backend/conformance/probe.ts'
import { builtCommand } from '../support/commands/builtCommand.ts'
import { startCluster, type Cluster } from '../support/databases/startCluster.ts'
import { describeWithPrograms } from '../support/databases/withPostgres.ts'
import { startServerProcess, writeBareBuild, type ServerProcess } from '../support/serverProcess.ts'
import { followSurely } from '../support/surely.ts'
import { expectEachOnce, startWriters } from '../support/writersAtWork.ts'

const page = 'https://blog.example/post'
const discussionId = 'a' as DiscussionId

// PostgreSQL and the server are started, which takes long on a machine that has much else to do.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

describeWithPrograms('a server whose PostgreSQL', (programs) => {
  let folder: string
  let cluster: Cluster
  let server: ServerProcess
  let api: Api
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soundoff-faults-'))
    await writeBareBuild(join(folder, 'build'))
  })
  beforeEach(async () => {
    // Safe from a crash of its own, though not from one of the machine.
    cluster = await startCluster(programs, ['synchronous_commit=on', 'full_page_writes=on'])
    server = await startServerProcess(
      {
        SOUNDOFF_BUILD: join(folder, 'build'),
        SOUNDOFF_OPENING_ORIGINS: new URL(page).origin,
        DATABASE_URL: cluster.url,
        // More than anybody does here: what they do is counted all the same, in the database that fails.
        SOUNDOFF_READS_PER_MINUTE: '1000000',
        SOUNDOFF_WRITES_PER_MINUTE: '1000000',
        SOUNDOFF_DISCUSSION_WRITES_PER_MINUTE: '1000000',
      },
      builtCommand('node'),
    )
    api = createClient(networkCarrier, server.origin + BASE_PATH)
    await api.openDiscussion({ discussionId, url: page, title: null })
  })
  afterEach(async () => {
    await server.kill()
    await cluster.stop()
  })
  afterAll(() => rm(folder, { recursive: true }))

  test.for(['in order', 'at once'] as const)(
    'is ended %s under load says so at once, recovers by itself when it is back, and has lost and told nothing twice',
    async (how) => {
      const { version } = await api.readDiscussion({ discussionId })
      const follower = followSurely(api, discussionId, version)
      const writing = startWriters(api, discussionId, { writers: 6, count: Infinity })
      for (const times of [1, 2]) {
        await writing.reached(60 * times)
        await cluster.halt(how)
        for (const path of ['/health', `/discussions/${discussionId}`, '/counts']) {
          await expectUnavailable(path)
        }
        const drawn = await fetch(`${server.origin}/articles/${discussionId}`)
        expect([drawn.status, drawn.headers.get('Retry-After')]).toEqual([503, '5'])
        await cluster.resume()
        await expect.poll(() => isWell(), { timeout: 10_000 }).toBe(true)
      }
      await writing.reached(writing.acknowledged.length + 50)
      writing.end()
      await writing.done

      expect(writing.failures.map(problemOf)).toContainEqual({ code: 'unavailable' })
      await expectEachOnce(api, discussionId, writing.acknowledged)
      const ids = writing.acknowledged.map(({ id }) => id).toSorted()
      await expect.poll(() => follower.told.toSorted(), { timeout: 20_000 }).toEqual(ids)
      await follower.stop()
    },
  )

  test('has no room on its disk says so to its log, keeps nothing by halves, is read, and takes the very post once there is room', async () => {
    const database = openPostgres({ url: cluster.url, max: 1, statementTimeout: 10_000 })
    const [kept] = await database.query<{ file: string }>(
      `select pg_relation_filepath(reltoastrelid) as file from pg_class where oid = 'comments'::regclass`,
    )
    await database.close()
    const file = join(cluster.data, kept?.file ?? '')
    await cluster.halt('in order')
    // Long texts have a file of their own, whose disk is full from now on, as the system itself tells (null(4), "/dev/full").
    await rename(file, `${file}.away`)
    await symlink('/dev/full', file)
    await cluster.resume()
    await expect.poll(() => isWell()).toBe(true)

    const body = randomBytes(4_000).toString('hex')
    const long = { ...aPost('Ann'), body }
    expect(await api.postComment(long).catch(problemOf)).toEqual({ code: 'unavailable' })
    const told = () => server.log.find((line) => line.includes('53100'))
    await expect.poll(told).toContain('The disk of the database is full')
    expect(told()).not.toContain(body.slice(0, 100))
    expect(await api.readPost({ key: long.idempotencyKey }).catch(problemOf)).toMatchObject({
      code: 'not-found',
    })
    expect(await api.readDiscussion({ discussionId })).toMatchObject({ count: 0 })
    const short = await api.postComment(aPost('Bea'))

    await cluster.halt('in order')
    await unlink(file)
    await rename(`${file}.away`, file)
    await cluster.resume()
    await expect.poll(() => isWell()).toBe(true)
    const posted = await api.postComment(long)
    await expectEachOnce(api, discussionId, [short, posted])
  })

  async function expectUnavailable(path: string): Promise<void> {
    const begun = performance.now()
    const response = await fetch(server.origin + BASE_PATH + path, {
      ...(path === '/counts' && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ discussionIds: [discussionId] }),
      }),
    })
    expect(response.headers.get('Retry-After')).toBe('5')
    await expectProblem(response, 503, { code: 'unavailable' })
    expect(performance.now() - begun).toBeLessThan(8_000)
  }

  async function isWell(): Promise<boolean> {
    return (await fetch(`${server.origin}${BASE_PATH}/health`)).status === 200
  }
})

function aPost(name: string) {
  const idempotencyKey = randomId<IdempotencyKey>()
  return { discussionId, idempotencyKey, parentId: null, author: { name }, body: `Words of ${name}` }
}

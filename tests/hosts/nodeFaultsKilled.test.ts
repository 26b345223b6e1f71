import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { networkCarrier } from '../../src/api/carrier.ts'
import { createClient } from '../../src/api/client.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { builtCommand } from '../support/commands/builtCommand.ts'
import { makePostgresUrl, openEmptyPglite } from '../support/databases/openDatabases.ts'
import { describeWithPostgres } from '../support/databases/withPostgres.ts'
import { startServerProcess, writeBareBuild } from '../support/serverProcess.ts'
import { followSurely } from '../support/surely.ts'
import { expectEachOnce, startWriters } from '../support/writersAtWork.ts'

const page = 'https://blog.example/post'
const discussionId = 'a' as DiscussionId

// The process is started again and again, which takes long on a machine that has much else to do.
vi.setConfig({ testTimeout: 180_000 })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundoff-killed-'))
  await writeBareBuild(join(folder, 'build'))
})
afterAll(() => rm(folder, { recursive: true }))

describeWithPostgres('over PostgreSQL', () => {
  test('of 1,000 posts during which the server is killed four times, each is there, once', async () => {
    await expectNothingLost(
      { DATABASE_URL: await makePostgresUrl() },
      { writers: 8, count: 1_000, killedAt: [150, 350, 600, 850] },
    )
  })
})

test('over PGlite, of 120 posts during which the server is killed twice, each is there, once', async () => {
  const data = join(folder, 'data')
  await mkdir(data)
  await (await openEmptyPglite(join(data, 'database'))).close()
  await expectNothingLost({ SOUNDOFF_DATA: data }, { writers: 4, count: 120, killedAt: [30, 80] })
})

/** Kills the server while posts are under way, and starts it at once where it was, each time so many are acknowledged. */
async function expectNothingLost(
  environment: Record<string, string>,
  { writers, count, killedAt }: { writers: number; count: number; killedAt: readonly number[] },
): Promise<void> {
  const start = (port: string) =>
    startServerProcess(
      {
        SOUNDOFF_BUILD: join(folder, 'build'),
        SOUNDOFF_OPENING_ORIGINS: new URL(page).origin,
        ...environment,
        PORT: port,
      },
      builtCommand('node'),
    )
  let server = await start('0')
  onTestFinished(() => server.kill())
  const { port } = new URL(server.origin)
  const api = createClient(networkCarrier, server.origin + BASE_PATH)
  const { version } = await api.openDiscussion({ discussionId, url: page, title: null })
  const follower = followSurely(api, discussionId, version)
  const writing = startWriters(api, discussionId, { writers, count })
  for (const at of killedAt) {
    await writing.reached(at)
    await server.kill()
    server = await start(port)
  }
  await writing.done

  expect(writing.acknowledged).toHaveLength(count)
  // Each time some were under way.
  expect(writing.failures.length).toBeGreaterThanOrEqual(killedAt.length)
  await expectEachOnce(api, discussionId, writing.acknowledged)
  const ids = writing.acknowledged.map(({ id }) => id).toSorted()
  await expect.poll(() => follower.told.toSorted(), { timeout: 30_000 }).toEqual(ids)
  expect(follower.resumed()).toBeGreaterThanOrEqual(killedAt.length)
  await follower.stop()
}

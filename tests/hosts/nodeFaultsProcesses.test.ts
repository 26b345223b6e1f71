import { mkdtemp, rm } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { networkCarrier } from '../../src/api/carrier.ts'
import { createClient } from '../../src/api/client.ts'
import type { Api } from '../../src/api/contract.ts'
import { readChangePage } from '../../src/api/events.ts'
import type { CommentId, DiscussionId } from '../../src/domain/ids.ts'
import { createLog } from '../../src/hosts/node/log.ts'
import { openBackend } from '../../src/hosts/node/openBackend.ts'
import { builtCommand } from '../support/commands/builtCommand.ts'
import { makePostgresUrl } from '../support/databases/openDatabases.ts'
import { describeWithPostgres } from '../support/databases/withPostgres.ts'
import { settingsOf, startNodeServer } from '../support/nodeServer.ts'
import { startServerProcess, writeBareBuild } from '../support/serverProcess.ts'
import { followSurely } from '../support/surely.ts'

const page = 'https://blog.example/post'
const discussionId = 'a' as DiscussionId
const token = 'a-token-of-some-length'
const secret = 'a-secret-that-is-long-enough-for-it'

// A process of its own takes long to start on a machine that has much else to do.
vi.setConfig({ testTimeout: 120_000 })

describeWithPostgres('two servers on one database', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soundoff-two-'))
    await writeBareBuild(join(folder, 'build'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('what is posted to either process is told to whoever follows the other', async () => {
    const url = await makePostgresUrl()
    const start = async () => {
      const server = await startServerProcess(
        {
          SOUNDOFF_BUILD: join(folder, 'build'),
          SOUNDOFF_OPENING_ORIGINS: new URL(page).origin,
          DATABASE_URL: url,
        },
        builtCommand('node'),
      )
      onTestFinished(() => server.kill())
      return createClient(networkCarrier, server.origin + BASE_PATH)
    }
    const apis = await Promise.all([start(), start()])
    // Both at once, of which one opens it.
    const opened = await Promise.all(
      apis.map((api) => api.openDiscussion({ discussionId, url: page, title: null })),
    )
    expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1)
    const followers = apis.map((api) => followSurely(api, discussionId, opened[0]?.version ?? 0))
    const posted: CommentId[] = []
    for (let number = 0; number < 10; number += 1) {
      const api = apis[number % 2]!
      posted.push((await post(api, `Number ${number}`)).id)
      for (const { told } of followers) await expect.poll(() => told, { timeout: 5_000 }).toEqual(posted)
    }
    expect(followers.map(({ resumed }) => resumed())).toEqual([0, 0])
    for (const { stop } of followers) await stop()
  })

  test('who takes nothing of a stream is cut off, and goes on where what was taken ends, without a gap', async () => {
    const url = await makePostgresUrl()
    const start = async () => {
      const backend = await openBackend(
        settingsOf({ DATABASE_URL: url, SOUNDOFF_SECRET: secret }),
        createLog('silent'),
      )
      const server = await startNodeServer({
        environment: { SOUNDOFF_METRICS_TOKEN: token, SOUNDOFF_OPENING_ORIGINS: new URL(page).origin },
        backend,
        streamPatience: 1_000,
      })
      onTestFinished(async () => {
        await server.stop()
        await backend.close()
      })
      return server.origin
    }
    const [one, other] = await Promise.all([start(), start()])
    const api = createClient(networkCarrier, one + BASE_PATH)
    const { version } = await api.openDiscussion({ discussionId, url: page, title: null })
    const slow = await openEvents(other, version)
    const posted = [(await post(api, 'First')).id]
    await expect.poll(() => slow.told).toEqual(posted)
    slow.response.pause()
    // Until all that keeps what is on its way is full.
    while ((await openStreams(other)) > 0) {
      expect(posted.length).toBeLessThan(1_000)
      posted.push((await post(api, `${posted.length} ${'語'.repeat(9_000)}`)).id)
    }
    slow.response.resume()
    await slow.closed
    expect(slow.told.length).toBeLessThan(posted.length)

    const again = await openEvents(other, version, slow.lastEventId())
    await expect.poll(() => [...slow.told, ...again.told], { timeout: 20_000 }).toEqual(posted)
    again.response.destroy()
  })
})

function post(api: Api, body: string) {
  return api.postComment({ discussionId, parentId: null, author: { name: 'Ann' }, body })
}

/** A stream as a browser's `EventSource` asks for it, which can be read as slowly as one likes. */
async function openEvents(origin: string, since: number, lastEventId?: string) {
  const told: CommentId[] = []
  let last = ''
  const parser = createParser({
    onEvent: ({ id, data }: EventSourceMessage) => {
      const changes = readChangePage(JSON.parse(data))
      told.push(...(changes?.added ?? []).map((comment) => comment.id))
      last = id ?? ''
    },
  })
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const path = `${BASE_PATH}/discussions/${discussionId}/events?since=${since}`
    get(origin + path, { headers: lastEventId ? { 'Last-Event-ID': lastEventId } : {} }, resolve).on(
      'error',
      reject,
    )
  })
  response.setEncoding('utf8').on('data', (text: string) => parser.feed(text))
  // It is cut off, and not ended.
  response.on('error', () => undefined)
  const closed = new Promise((resolve) => response.once('close', resolve))
  return { told, response, closed, lastEventId: () => last }
}

/** How many streams a server has, by its own account. */
async function openStreams(origin: string): Promise<number> {
  const response = await fetch(`${origin}/metrics`, { headers: { Authorization: `Bearer ${token}` } })
  return Number(/^soundoff_event_streams_open (\d+)$/m.exec(await response.text())?.[1])
}

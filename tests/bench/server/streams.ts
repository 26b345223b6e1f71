import { Agent, get, type IncomingMessage } from 'node:http'
import { BASE_PATH } from '../../../src/api/basePath.ts'
import { networkCarrier } from '../../../src/api/carrier.ts'
import { createClient } from '../../../src/api/client.ts'
import type { DiscussionId } from '../../../src/domain/ids.ts'
import { percentile, readRss } from './measure.ts'

/** Times are in milliseconds: of posts until they are answered, and from then until a stream has told them. `rss` is in bytes. */
export type StreamsMeasured = {
  streams: number
  posts: number
  rss: { without: number; with: number; after: number }
  answer: { p50: number; p99: number }
  arrival: { p50: number; p99: number; most: number }
}

const STREAMS = 1_000
const POSTS = 50
/** Between the beginnings of two posts, in milliseconds. */
const EVERY = 200
/** How many are opened at a time. */
const BATCH = 50
/** How long the last ones may be waited for, in milliseconds. */
const PATIENCE = 20_000

type Told = { version: number; at: number }

/** Follows a discussion by many streams at once while somebody posts. Rejects where any of them is not told everything. */
export async function measureStreams(
  server: { origin: string; pid: number },
  discussionId: DiscussionId,
): Promise<StreamsMeasured> {
  const api = createClient(networkCarrier, server.origin + BASE_PATH)
  const without = readRss(server.pid)
  const { version } = await api.readDiscussion({ discussionId })
  const streams: Awaited<ReturnType<typeof openStream>>[] = []
  while (streams.length < STREAMS) {
    const url = `${server.origin}${BASE_PATH}/discussions/${discussionId}/events?since=${version}`
    streams.push(...(await Promise.all(Array.from({ length: BATCH }, () => openStream(url)))))
  }
  const withStreams = readRss(server.pid)

  const posts: { sequence: number; begun: number; answered: number }[] = []
  for (let number = 0; number < POSTS; number += 1) {
    const begun = performance.now()
    const { sequence } = await api.postComment({
      discussionId,
      parentId: null,
      author: { name: 'Ann' },
      body: `Number ${number} to all`,
    })
    posts.push({ sequence, begun, answered: performance.now() })
    await pause(begun + EVERY - performance.now())
  }
  const last = posts.at(-1)?.sequence ?? 0
  const end = performance.now() + PATIENCE
  while (streams.some(({ told }) => (told.at(-1)?.version ?? 0) < last)) {
    if (performance.now() > end) throw new Error('Not every stream has told every post')
    await pause(50)
  }
  const arrivals = streams.flatMap(({ told }) =>
    posts.map(({ sequence, answered }) => Math.max(0, arrivalOf(told, sequence) - answered)),
  )
  const answers = posts.map(({ begun, answered }) => answered - begun)
  const after = readRss(server.pid)
  for (const { response } of streams) response.destroy()
  return {
    streams: STREAMS,
    posts: POSTS,
    rss: { without, with: withStreams, after },
    answer: { p50: percentile(answers, 0.5), p99: percentile(answers, 0.99) },
    arrival: {
      p50: percentile(arrivals, 0.5),
      p99: percentile(arrivals, 0.99),
      most: percentile(arrivals, 1),
    },
  }
}

const agent = new Agent({ maxSockets: Infinity })

async function openStream(url: string): Promise<{ told: Told[]; response: IncomingMessage }> {
  const told: Told[] = []
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent }, resolve).on('error', reject)
  })
  if (response.statusCode !== 200) throw new Error(`A stream was answered with ${response.statusCode}`)
  await new Promise<void>((resolve) => {
    response.setEncoding('utf8').on('data', (text: string) => {
      for (const [, version] of text.matchAll(/^id: (\d+)$/gm)) {
        told.push({ version: Number(version), at: performance.now() })
        resolve()
      }
    })
  })
  response.on('error', () => undefined)
  return { told, response }
}

function arrivalOf(told: readonly Told[], sequence: number): number {
  return told.find(({ version }) => version >= sequence)?.at ?? NaN
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

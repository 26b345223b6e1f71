import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { expectProblem } from '../backend/conformance/probe.ts'
import { importOf } from '../backend/imports.ts'
import { startNodeServer, type StartedServer } from '../support/nodeServer.ts'

const blog = 'https://blog.example'
const token = 'a-token-of-some-length'
const path = '/api/v1/discussions/a/events?since=0'

describe('of event streams the Node server', () => {
  let server: StartedServer
  let following: AbortController[]
  beforeEach(async () => {
    following = []
    server = await startNodeServer({
      environment: {
        SOUNDOFF_ORIGINS: blog,
        SOUNDOFF_TRUSTED_HOPS: '1',
        SOUNDOFF_METRICS_TOKEN: token,
        SOUNDOFF_STREAMS_PER_CLIENT: '2',
        SOUNDOFF_STREAMS: '3',
      },
      seed: [importOf('a', [])],
    })
  })
  afterEach(async () => {
    for (const each of following) each.abort()
    await server.stop()
  })

  async function follow(client: string, to = path) {
    const leaving = new AbortController()
    following.push(leaving)
    return fetch(server.origin + to, {
      headers: { 'X-Forwarded-For': client, Origin: blog },
      signal: leaving.signal,
    })
  }
  async function statusesOf(...clients: string[]): Promise<number[]> {
    const statuses = []
    for (const client of clients) statuses.push((await follow(client)).status)
    return statuses
  }
  const metrics = async () =>
    (await fetch(`${server.origin}/metrics`, { headers: { Authorization: `Bearer ${token}` } })).text()

  test('has so many for one client, and so many for all, and tells whoever is one too many, and its metrics', async () => {
    expect(await statusesOf('1.1.1.1', '1.1.1.1')).toEqual([200, 200])
    const refused = await follow('1.1.1.1')
    expect([refused.headers.get('Retry-After'), refused.headers.get('Access-Control-Allow-Origin')]).toEqual([
      '60',
      blog,
    ])
    await expectProblem(refused, 429, { code: 'rate-limited', retryAfter: 60 })
    expect(await statusesOf('2.2.2.2')).toEqual([200])
    const full = await follow('3.3.3.3')
    expect(full.headers.get('Retry-After')).toBe('60')
    await expectProblem(full, 503, { code: 'unavailable' })
    expect((await follow('1.1.1.1', '/api/v1/discussions/a/changes?since=0')).status).toBe(200)
    const shown = await metrics()
    expect(shown).toContain('soundoff_event_streams_open 3\n')
    expect(shown).toContain('soundoff_event_streams_refused_total{of="client"} 1\n')
    expect(shown).toContain('soundoff_event_streams_refused_total{of="all"} 1\n')
  })

  test('has one again for the next as soon as somebody leaves', async () => {
    expect(await statusesOf('1.1.1.1', '1.1.1.1', '2.2.2.2', '1.1.1.1')).toEqual([200, 200, 200, 429])
    following[0]?.abort()
    await expect.poll(metrics).toContain('soundoff_event_streams_open 2\n')
    expect(await statusesOf('1.1.1.1', '3.3.3.3')).toEqual([200, 503])
  })

  test('has none to spare for what turns out to be no stream', async () => {
    for (let times = 0; times < 5; times += 1) {
      const missing = await follow('1.1.1.1', '/api/v1/discussions/none/events?since=0')
      expect(missing.status).toBe(404)
      await missing.text()
      const head = await fetch(server.origin + path, {
        method: 'HEAD',
        headers: { 'X-Forwarded-For': '1.1.1.1' },
      })
      expect(head.status).toBe(200)
    }
    // An answer is over for the server a moment after it is for who has read it.
    await expect.poll(() => statusesOf('1.1.1.1')).toEqual([200])
  })
})

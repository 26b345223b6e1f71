import { afterEach, describe, expect, test } from 'vitest'
import { MODERATORS, mo, zoe } from '../backend/conformance/moderators.ts'
import { expectProblem } from '../backend/conformance/probe.ts'
import { importOf } from '../backend/imports.ts'
import type { Backend } from '../../src/hosts/node/openBackend.ts'
import { openMemoryBackend } from '../support/memoryBackend.ts'
import { startNodeServer, type StartedServer } from '../support/nodeServer.ts'

const blog = 'https://blog.example'
const api = '/api/v1'

describe('the limits of the Node server', () => {
  let server: StartedServer
  const start = async (environment: Record<string, string>, changed: Partial<Backend> = {}) => {
    server = await startNodeServer({
      backend: { ...openMemoryBackend(), ...changed },
      environment: { SOUNDOFF_ORIGINS: blog, SOUNDOFF_TRUSTED_HOPS: '1', ...environment },
      seed: [importOf('a', []), importOf('b', [])],
    })
  }
  afterEach(() => server.stop())

  const post = (client: string, to = 'a') =>
    fetch(`${server.origin}${api}/discussions/${to}/comments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: blog, 'X-Forwarded-For': `6.6.6.6, ${client}` },
      body: JSON.stringify({ author: { name: 'Ann' }, body: `Words ${Math.random()}` }),
    })
  const read = (client: string, path = `${api}/discussions/a`) =>
    fetch(server.origin + path, { headers: { 'X-Forwarded-For': client } })
  const moderate = (client: string, token: string | null, path = 'queue') =>
    fetch(`${server.origin}${api}/moderation/${path}`, {
      headers: { 'X-Forwarded-For': client, ...(token !== null && { Authorization: `Bearer ${token}` }) },
    })

  test('hold back a client that writes too much, wherever it writes, and no other', async () => {
    await start({ SOUNDOFF_WRITES_PER_MINUTE: '2' })
    const statuses = []
    for (const to of ['a', 'b', 'a']) statuses.push((await post('2001:db8::1', to)).status)
    expect(statuses).toEqual([201, 201, 429])
    const refused = await post('2001:db8::2')
    const retryAfter = Number(refused.headers.get('Retry-After'))
    expect(retryAfter).toBeGreaterThan(0)
    expect(retryAfter).toBeLessThanOrEqual(60)
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe(blog)
    await expectProblem(refused, 429, { code: 'rate-limited', retryAfter })
    expect((await post('2001:db8:0:1::1')).status).toBe(201)
    expect((await read('2001:db8::1')).status).toBe(200)
  })

  test('hold back who tries tokens of moderators, right ones then too, and nobody elsewhere', async () => {
    await start({ SOUNDOFF_MODERATORS: MODERATORS, SOUNDOFF_WRONG_TOKENS_PER_MINUTE: '3' })
    const statuses = []
    for (const [path, token] of [
      ['queue', null],
      ['log', 'a-token-that-nobody-has-and-is-as-long'],
      ['queue', mo.token.slice(1)],
      ['log', `${mo.token}a`],
      ['queue', mo.token],
    ] as const) {
      statuses.push((await moderate('1.1.1.1', token, path)).status)
    }
    expect(statuses).toEqual([401, 403, 403, 429, 429])
    const refused = await moderate('1.1.1.1', mo.token)
    const retryAfter = Number(refused.headers.get('Retry-After'))
    expect(retryAfter).toBeGreaterThan(0)
    await expectProblem(refused, 429, { code: 'rate-limited', retryAfter })
    expect((await moderate('2.2.2.2', mo.token)).status).toBe(200)
    expect((await read('1.1.1.1')).status).toBe(200)
  })

  test('hold back a moderator alone, by name, wherever the requests come from', async () => {
    await start({
      SOUNDOFF_MODERATORS: MODERATORS,
      SOUNDOFF_MODERATION_PER_MINUTE: '2',
      SOUNDOFF_WRITES_PER_MINUTE: '1',
    })
    expect((await post('1.1.1.1')).status).toBe(201)
    const statuses = []
    for (const client of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) {
      statuses.push((await moderate(client, mo.token)).status)
    }
    expect(statuses).toEqual([200, 200, 429])
    expect((await moderate('1.1.1.1', zoe.token)).status).toBe(200)
  })

  test('cannot be passed by writing the path otherwise', async () => {
    await start({ SOUNDOFF_WRITES_PER_MINUTE: '1' })
    expect((await post('1.1.1.1')).status).toBe(201)
    const path = `${api}/%64iscussions/a/c%6Fmments`
    const response = await fetch(server.origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': '1.1.1.1' },
      body: '{}',
    })
    expect(response.status).toBe(429)
  })

  test('hold back what many write in one discussion, and not in others', async () => {
    await start({ SOUNDOFF_DISCUSSION_WRITES_PER_MINUTE: '2' })
    const statuses = []
    for (const client of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) statuses.push((await post(client)).status)
    expect(statuses).toEqual([201, 201, 429])
    expect((await post('3.3.3.3', 'b')).status).toBe(201)
  })

  test('hold back who reads too much, pages too, but not who looks whether it is well', async () => {
    await start({ SOUNDOFF_READS_PER_MINUTE: '2' })
    const paths = [
      `${api}/discussions/a`,
      `${api}/discussions/a/search?q=b`,
      `${api}/counts`,
      '/',
      `${api}/health`,
    ]
    const statuses = []
    for (const path of paths) statuses.push((await read('1.1.1.1', path)).status)
    expect(statuses).toEqual([200, 200, 429, 429, 200])
  })

  test('that cannot be counted let nothing through, and say when to ask again', async () => {
    await start(
      { SOUNDOFF_READS_PER_MINUTE: '1000', SOUNDOFF_WRITES_PER_MINUTE: '1000' },
      { ask: () => Promise.reject(new Error('The connection to 10.0.0.7 is lost')) },
    )
    for (const response of [await post('1.1.1.1'), await read('1.1.1.1')]) {
      expect(response.headers.get('Retry-After')).toBe('5')
      await expectProblem(response, 503, { code: 'unavailable' })
    }
    const page = await read('1.1.1.1', '/')
    expect([page.status, page.headers.get('Retry-After')]).toEqual([503, '5'])
    expect((await read('1.1.1.1', `${api}/health`)).status).toBe(200)
    expect(server.log.join('')).toContain('The connection to 10.0.0.7 is lost')
  })
})

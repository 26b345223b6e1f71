import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMemoryServerStore } from '../../src/backend/memoryServerStore.ts'
import { openMemoryBackend } from '../support/memoryBackend.ts'
import { MODERATORS, mo, zoe } from '../backend/conformance/moderators.ts'
import { expectProblem } from '../backend/conformance/probe.ts'
import { importOf } from '../backend/imports.ts'
import { startNodeServer, type StartedServer } from '../support/nodeServer.ts'

const blog = 'https://blog.example'
const token = 'a-token-of-some-length'
const api = '/api/v1'

describe('the Node server', () => {
  let server: StartedServer
  beforeEach(async () => {
    server = await startNodeServer({
      environment: { SOUNDOFF_ORIGINS: blog, SOUNDOFF_METRICS_TOKEN: token },
      seed: [importOf('a', [])],
    })
  })
  afterEach(() => server.stop())

  const ask = (path: string, init?: RequestInit) => fetch(server.origin + path, init)
  const post = (path: string, content: object, headers = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(content),
    })

  test('shows its answers to pages of origins that it knows, problems too, and to no others', async () => {
    const shownTo = async (origin: string, path: string) =>
      (await ask(path, { headers: { Origin: origin } })).headers.get('Access-Control-Allow-Origin')
    expect(await shownTo(blog, `${api}/discussions/a`)).toBe(blog)
    expect(await shownTo(blog, `${api}/discussions/none`)).toBe(blog)
    expect(await shownTo(`${blog}.evil.example`, `${api}/discussions/a`)).toBeNull()
    expect(await shownTo('null', `${api}/discussions/a`)).toBeNull()
  })

  test.for(['/', '/nothing', `${api}/discussions/a`, `${api}/docs`, '/metrics'])(
    'says at %s what browsers are to make of it',
    async (path) => {
      const { headers } = await ask(path)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin')
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe(
        path.startsWith(api) ? 'cross-origin' : 'same-origin',
      )
    },
  )

  test('is not well where its store is not to be reached, and says after how long to ask again', async () => {
    expect(await (await ask(`${api}/health`)).json()).toEqual({ status: 'ok' })
    let isThere = false
    const other = await startNodeServer({
      backend: {
        ...openMemoryBackend(),
        reach: async () => {
          if (!isThere) throw new Error('ECONNREFUSED 10.0.0.7')
        },
      },
    })
    const response = await fetch(`${other.origin}${api}/health`)
    expect(response.headers.get('Retry-After')).toBe('5')
    await expectProblem(response, 503, { code: 'unavailable' })
    isThere = true
    expect((await fetch(`${other.origin}${api}/health`)).status).toBe(200)
    await other.stop()
  })

  test('has moderators where they are set, whose names it keeps, and whose tokens its log never has', async () => {
    const ask = (origin: string, token: string) =>
      fetch(`${origin}${api}/moderation/log`, { headers: { Authorization: `Bearer ${token}` } })
    const forbidden = { code: 'forbidden', resource: 'moderation' } as const
    await expectProblem(await ask(server.origin, mo.token), 403, forbidden)
    const other = await startNodeServer({ environment: { SOUNDOFF_MODERATORS: MODERATORS } })
    expect((await ask(other.origin, mo.token)).status).toBe(200)
    expect((await ask(other.origin, zoe.token)).status).toBe(200)
    const wrong = 'a-token-that-nobody-has-and-is-as-long'
    await expectProblem(await ask(other.origin, wrong), 403, forbidden)
    await other.stop()
    expect(other.log.join('')).toContain('/moderation/log')
    for (const token of [mo.token, zoe.token, wrong]) expect(other.log.join('')).not.toContain(token)
  })

  test('tells nobody but its log what went wrong inside', async () => {
    const failure = new Error('relation "comments" does not exist', { cause: new Error('at line 7') })
    const store = { ...createMemoryServerStore(), readDiscussion: () => Promise.reject(failure) }
    const other = await startNodeServer({ backend: openMemoryBackend(store) })
    const headers = { 'X-Request-Id': 'the-one-that-failed' }
    const response = await fetch(`${other.origin}${api}/discussions/a`, { headers })
    expect(response.status).toBe(503)
    expect(await response.text()).not.toMatch(/relation|line 7|at file/)
    expect(other.log.join('')).toMatch(/relation .*does not exist.*at line 7.*the-one-that-failed/)
    await other.stop()
  })

  test('refuses a body that is too long while it still comes', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json' }
      const sending = request(`${server.origin}${api}/counts`, { method: 'POST', headers })
      // Never ended, so that only who counts while it comes can answer.
      sending.write(`{"discussionIds":["${'a'.repeat(70 * 1024)}`)
      sending.on('response', (response) => {
        resolve(response.statusCode)
        sending.destroy()
      })
      sending.on('error', reject)
    })
    expect(status).toBe(413)
  })

  test.for([
    ['a request whose head does not end', 'GET /api/v1/health HTTP/1.1\r\nHost: a\r\n'],
    [
      'one whose body does not come',
      'POST /api/v1/counts HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{',
    ],
  ])('cuts off %s', async ([, text]) => {
    const patience = { headersTimeout: 100, requestTimeout: 150, connectionsCheckingInterval: 50 }
    const other = await startNodeServer({ patience })
    expect(await sendRaw(other.origin, text ?? '')).toMatch(/^HTTP\/1\.1 (408|4\d\d) /)
    await other.stop()
  })

  test.for([
    ['a head that is too large', `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(16_400)}\r\n\r\n`, 431],
    ['what is no HTTP', 'hello\r\n\r\n', 400],
    ['a request without a host', 'GET /api/v1/health HTTP/1.0\r\n\r\n', 400],
    ['a host that is none', 'GET /api/v1/health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
  ] as const)('refuses %s', async ([, text, status]) => {
    const answer = await sendRaw(server.origin, text)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).not.toMatch(/\n +at /)
  })

  test('logs of a request what it was, and neither what it said nor who said it', async () => {
    const key = 'key-of-this-post'
    const answer = await post(
      `${api}/discussions/a/comments?q=my-query`,
      { author: { name: 'Annabel' }, body: 'My-words' },
      { 'Idempotency-Key': key, 'X-Request-Id': 'from_proxy-1', 'X-Forwarded-For': '203.0.113.9' },
    )
    const { editToken } = (await answer.json()) as { editToken: string }
    expect(answer.headers.get('X-Request-Id')).toBe('from_proxy-1')
    await expect.poll(() => server.log).toHaveLength(1)
    expect(JSON.parse(server.log[0] ?? '')).toMatchObject({
      requestId: 'from_proxy-1',
      method: 'POST',
      route: `${api}/discussions/:discussionId/comments`,
      status: 201,
      milliseconds: expect.any(Number),
    })
    const secrets = [key, editToken, 'Annabel', 'My-words', 'my-query', '203.0.113.9', '127.0.0.1']
    expect(secrets.filter((secret) => server.log.join('').includes(secret))).toEqual([])
  })

  test('gives a request of an unsafe id one of its own', async () => {
    for (const id of ['a'.repeat(65), 'a b', 'x"}', '']) {
      const { headers } = await ask('/', { headers: { 'X-Request-Id': id } })
      expect(headers.get('X-Request-Id')).toMatch(/^[\da-f-]{36}$/)
    }
  })

  test('shows its metrics to who has the token, with no path that has an id', async () => {
    await ask(`${api}/discussions/a`)
    await ask(`${api}/discussions/none`)
    const following = new AbortController()
    await ask(`${api}/discussions/a/events?since=0`, { signal: following.signal })
    expect((await ask('/metrics')).status).toBe(401)
    for (const wrong of [`${token}a`, token.slice(1), 'Basic']) {
      expect((await ask('/metrics', { headers: { Authorization: `Bearer ${wrong}` } })).status).toBe(401)
    }
    const read = async () => (await ask('/metrics', { headers: { Authorization: `Bearer ${token}` } })).text()
    const route = `route="${api}/discussions/:discussionId"`
    await expect.poll(read).toContain(`soundoff_http_requests_total{method="GET",${route},status="404"} 1`)
    await expect.poll(read).toContain(`soundoff_http_requests_total{method="GET",${route},status="200"} 1`)
    expect(await read()).toContain('soundoff_event_streams_open 1')
    expect(await read()).toMatch(/^process_resident_memory_bytes \d+/m)
    expect(await read()).not.toContain('discussions/none')
    following.abort()
    await expect.poll(read).toContain('soundoff_event_streams_open 0')
  })

  test('has no metrics where there is no token for them', async () => {
    const other = await startNodeServer()
    expect((await fetch(`${other.origin}/metrics`)).status).toBe(404)
    await other.stop()
  })

  test.for([
    [`${blog}/post`, 403],
    [null, 403],
    ['https://page.example/post', 201],
    ['SELF/post', 201],
  ] as const)('opens a discussion for %s: %i', async ([page, status]) => {
    const other = await startNodeServer({
      environment: { SOUNDOFF_ORIGINS: blog, SOUNDOFF_OPENING_ORIGINS: 'https://page.example' },
    })
    const response = await fetch(`${other.origin}${api}/discussions/new`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: page?.replace('SELF', other.origin) ?? null, title: null }),
    })
    expect(response.status).toBe(status)
    await other.stop()
  })
})

/** Everything that is answered to what may be no request, until the connection ends. */
async function sendRaw(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    let answer = ''
    socket.on('data', (part) => (answer += String(part)))
    socket.on('close', () => resolve(answer))
    // Who is cut off in the middle of what it says may be told so by a reset, after the answer.
    socket.on('error', () => resolve(answer))
  })
}

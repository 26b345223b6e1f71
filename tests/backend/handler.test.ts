import { expect, test } from 'vitest'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { REQUEST_LIMIT, type Api } from '../../src/api/contract.ts'
import { ProblemError, type Problem } from '../../src/api/problem.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createService } from '../../src/backend/service.ts'
import { randomId } from '../../src/domain/ids.ts'
import { importOf } from './imports.ts'

test.for(['http://localhost:4173', 'https://comments.example', 'http://[::1]:8080'])(
  'the contract is served at any origin: %s',
  async (origin) => {
    const handle = createHandler(await openApi())
    expect((await handle(new Request(`${origin}${BASE_PATH}/health`))).status).toBe(200)
    expect((await handle(new Request(`${origin}/health`))).status).toBe(404)
  },
)

test('a body that does not say its length is read to the limit and no further', async () => {
  const handle = createHandler(await openApi())
  let sent = 0
  let cancelled = false
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1024
      controller.enqueue(new Uint8Array(1024).fill(0x20))
    },
    cancel() {
      cancelled = true
    },
  })
  const response = await handle(postRequest(endless))
  expect(response.status).toBe(413)
  expect(cancelled).toBe(true)
  expect(sent).toBeLessThanOrEqual(REQUEST_LIMIT + 4 * 1024)
})

test('a body in pieces is put together, even where a piece ends within a character', async () => {
  const handle = createHandler(await openApi())
  const bytes = new TextEncoder().encode(
    JSON.stringify({ parentId: null, author: { name: 'Ann' }, body: 'é😀' }),
  )
  const pieces = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
      controller.close()
    },
  })
  const response = await handle(postRequest(pieces))
  expect([response.status, await response.json()]).toMatchObject([201, { body: 'é😀' }])
})

test('a body that is not UTF-8 is refused', async () => {
  const handle = createHandler(await openApi())
  const body = JSON.stringify({ parentId: null, author: { name: 'Ann' }, body: 'ÿ' })
  const response = await handle(postRequest(Uint8Array.from(body, (sign) => sign.charCodeAt(0))))
  expect([response.status, await response.json()]).toMatchObject([400, { code: 'invalid', field: null }])
})

test('a body is read where requests have no stream, as in Firefox', async () => {
  const handle = createHandler(await openApi())
  const request = postRequest(JSON.stringify({ parentId: null, author: { name: 'Ann' }, body: 'Hello' }))
  Object.defineProperty(request, 'body', { value: undefined })
  expect((await handle(request)).status).toBe(201)
})

test('what goes wrong inside is answered as unavailable, told to nobody but the host', async () => {
  const failure = new Error('secret')
  const heard: unknown[] = []
  const api: Api = { ...(await openApi()), checkHealth: () => Promise.reject(failure) }
  const handle = createHandler(api, (error) => heard.push(error))
  const response = await handle(new Request(`http://comments.test${BASE_PATH}/health`))
  expect([response.status, response.headers.get('Soundoff-Api')]).toEqual([503, '1'])
  expect(await response.text()).not.toContain('secret')
  expect(heard).toEqual([failure])
})

test.for([
  [{ code: 'rate-limited', retryAfter: 1.2 }, 429, '2'],
  [{ code: 'edit-window-over' }, 403, null],
  [{ code: 'unavailable' }, 503, null],
  [{ code: 'timed-out' }, 503, null],
  [{ code: 'unreachable' }, 503, null],
] satisfies [Problem, number, string | null][])(
  '$0.code is answered with $1',
  async ([problem, status, after]) => {
    const api: Api = { ...(await openApi()), checkHealth: () => Promise.reject(new ProblemError(problem)) }
    const response = await createHandler(api)(new Request(`http://comments.test${BASE_PATH}/health`))
    expect([response.status, response.headers.get('Retry-After')]).toEqual([status, after])
  },
)

async function openApi(): Promise<Api> {
  const store = createMemoryStore()
  await store.importDiscussion(importOf('a', []), { replace: false })
  const clock = () => new Date('2026-01-01T12:00:00.000Z')
  return createService({ store, clock, ids: randomId, signal: createLocalSignal() })
}

function postRequest(body: NonNullable<RequestInit['body']>): Request {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    duplex: 'half',
  }
  return new Request(`http://comments.test${BASE_PATH}/discussions/a/comments`, init)
}

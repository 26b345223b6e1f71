import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BASE_PATH } from '../../src/api/basePath.ts'
import type { Api } from '../../src/api/contract.ts'
import { createLocalSignal, type ChangeSignal } from '../../src/backend/changeSignal.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createService } from '../../src/backend/service.ts'
import type { Store } from '../../src/backend/store.ts'
import { randomId, type DiscussionId } from '../../src/domain/ids.ts'
import { importOf } from './imports.ts'

const discussionId = 'a' as DiscussionId
const HEARTBEAT = ':\n\n'

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))

afterEach(() => vi.useRealTimers())

describe('a stream of events', () => {
  test('begins before anything has changed, with what is known, and tells each change as it comes', async () => {
    const { follow, post } = await openBackend()
    const { response, read } = await follow('?since=1')
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'soundoff-api': '1',
      'x-accel-buffering': 'no',
    })
    expect(response.status).toBe(200)
    expect(await read()).toBe(HEARTBEAT)
    expect(changeIn(await read())).toMatchObject({ since: 1, version: 1, added: [], total: 1 })
    const { id } = await post('Hello')
    const event = await read()
    expect(event).toMatch(/^id: 2\nevent: changes\ndata: \{.*\}\n\n$/)
    expect(changeIn(event)).toMatchObject({ since: 1, version: 2, added: [{ id }] })
  })

  test('tells much that has changed page after page', async () => {
    const { follow, post } = await openBackend()
    for (let count = 0; count < 230; count += 1) await post(`Text ${count}`)
    const { read } = await follow('?since=1')
    await read()
    const pages = [changeIn(await read()), changeIn(await read()), changeIn(await read())]
    expect(pages.map(({ since, version }) => [since, version])).toEqual([
      [1, 101],
      [101, 201],
      [201, 231],
    ])
  })

  test('goes no faster than it is read, and then tells all at once', async () => {
    const { follow, post, reads } = await openBackend()
    const { read } = await follow('?since=1')
    for (let count = 0; count < 20; count += 1) await post(`Text ${count}`)
    await read()
    await read()
    const before = reads()
    expect(changeIn(await read())).toMatchObject({ since: 1, version: 21 })
    expect(reads() - before).toBeLessThanOrEqual(1)
  })

  test('costs the storage one reading for each change, however many follow', async () => {
    const { follow, post, reads } = await openBackend()
    const followers = await Promise.all(Array.from({ length: 30 }, () => follow('?since=1')))
    for (const { read } of followers) for (let piece = 0; piece < 2; piece += 1) await read()
    for (const text of ['Hello', 'And again']) {
      const before = reads()
      const { id } = await post(text)
      for (const { read } of followers) expect(changeIn(await read())).toMatchObject({ added: [{ id }] })
      expect(reads() - before).toBe(1)
    }
  })

  test('says every 20 seconds that it is there', async () => {
    const { follow } = await openBackend()
    const { read } = await follow('?since=1')
    await read()
    await read()
    for (let times = 0; times < 10; times += 1) {
      const next = read()
      vi.advanceTimersByTime(19_999)
      expect(await Promise.race([next, 'nothing yet'])).toBe('nothing yet')
      vi.advanceTimersByTime(1)
      expect(await next).toBe(HEARTBEAT)
    }
  })

  test('ends where the storage fails, which the host is told, and the next request is answered with it', async () => {
    const { follow, post, failing, heard } = await openBackend()
    const { read } = await follow('?since=1')
    await read()
    await read()
    failing.error = new Error('secret')
    await post('Hello')
    expect(await read()).toBeNull()
    expect((await follow('?since=1')).response.status).toBe(503)
    expect(heard).toMatchObject([{ cause: failing.error }, { cause: failing.error }])
  })
})

describe('nothing is left running', () => {
  test.for(['the reader leaves', 'the request is aborted', 'the storage fails'])('after %s', async (end) => {
    const { follow, post, failing, listening } = await openBackend()
    const leaving = new AbortController()
    const { read, cancel } = await follow('?since=1', { signal: leaving.signal })
    await read()
    await read()
    const last = read()
    expect([listening(), vi.getTimerCount()]).toEqual([1, 1])
    if (end === 'the reader leaves') await cancel()
    if (end === 'the request is aborted') leaving.abort()
    if (end === 'the storage fails') {
      failing.error = new Error('secret')
      await post('Hello')
    }
    expect(await last).toBeNull()
    expect([listening(), vi.getTimerCount()]).toEqual([0, 0])
  })

  test('where only the head is asked for', async () => {
    const { follow, listening } = await openBackend()
    const { response } = await follow('?since=1', { method: 'HEAD' })
    expect([response.status, response.headers.get('Content-Type'), response.body]).toEqual([
      200,
      'text/event-stream',
      null,
    ])
    await vi.waitFor(() => expect([listening(), vi.getTimerCount()]).toEqual([0, 0]))
  })

  test('for a reader who has read nothing for a minute, as one whose worker was stopped', async () => {
    const { follow, listening } = await openBackend()
    const { read } = await follow('?since=1')
    await read()
    await read()
    vi.advanceTimersByTime(79_999)
    expect(listening()).toBe(1)
    vi.advanceTimersByTime(1)
    await vi.waitFor(() => expect([listening(), vi.getTimerCount()]).toEqual([0, 0]))
    expect([await read(), await read()]).toEqual([HEARTBEAT, null])
  })

  test.for([
    ['/discussions/none/events?since=1', 404],
    ['/discussions/a/events?since=-1', 400],
    ['/discussions/a/events', 400],
  ] as const)('where %s is refused with %i', async ([path, status]) => {
    const { handle, listening } = await openBackend()
    expect((await handle(requestFor(path))).status).toBe(status)
    expect([listening(), vi.getTimerCount()]).toEqual([0, 0])
  })
})

/** A backend with one comment, whose storage fails with `failing.error` once that is set. */
async function openBackend() {
  const kept = createMemoryStore()
  await kept.importDiscussion(importOf('a', [['1', null, 1]]), { replace: false })
  const failing: { error: Error | null } = { error: null }
  let reads = 0
  const store: Store = {
    ...kept,
    listChanges: (...since) => {
      reads += 1
      return failing.error ? Promise.reject(failing.error) : kept.listChanges(...since)
    },
  }
  const { signal, listening } = countingSignal()
  const service: Api = createService({ store, clock: () => new Date(), ids: randomId, signal })
  const heard: unknown[] = []
  const handle = createHandler(service, (error) => heard.push(error))
  return {
    handle,
    failing,
    heard,
    listening,
    reads: () => reads,
    post: (body: string) =>
      service.postComment({ discussionId, parentId: null, author: { name: 'Ann' }, body }),
    follow: async (query: string, init?: RequestInit) => {
      const response = await handle(requestFor(`/discussions/a/events${query}`, init))
      const reader = response.body?.getReader()
      return {
        response,
        /** The next piece; `null` at the end. */
        read: async () => {
          const { done, value } = (await reader?.read()) ?? {}
          return done ? null : new TextDecoder().decode(value)
        },
        cancel: () => reader?.cancel(),
      }
    },
  }
}

function requestFor(path: string, init?: RequestInit): Request {
  return new Request(`http://comments.test${BASE_PATH}${path}`, init)
}

function countingSignal(): { signal: ChangeSignal; listening: () => number } {
  const local = createLocalSignal()
  let count = 0
  return {
    listening: () => count,
    signal: {
      send: local.send,
      listen(id, listener) {
        const stop = local.listen(id, listener)
        count += 1
        return () => {
          stop()
          count -= 1
        }
      },
    },
  }
}

function changeIn(event: string | null): { since: number; version: number } {
  return JSON.parse(event?.match(/^data: (.*)$/m)?.[1] ?? 'null')
}

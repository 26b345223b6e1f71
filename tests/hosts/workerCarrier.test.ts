import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ANSWER_HEADER } from '../../src/api/contract.ts'
import { workerCarrier } from '../../src/hosts/browser/workerCarrier.ts'

const LIMIT_MS = 5_000
const ours = () => new Response('ours', { headers: { [ANSWER_HEADER]: '1' } })
const webPage = () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })

beforeEach(() => vi.useFakeTimers())

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('an answer of ours is handed on, and nobody is woken', async () => {
  const { send, log } = browserWhere(ours)
  expect(await (await send()).text()).toBe('ours')
  expect(log).toEqual(['worker: Hello'])
})

test('a web page with status 200 is no answer: the worker is woken, and the same request sent once more', async () => {
  const { send, log } = browserWhere(webPage, ours)
  expect(await (await send()).text()).toBe('ours')
  expect(log).toEqual(['worker: Hello', 'MOCK_ACTIVATE', 'worker: Hello'])
})

test('a worker that does not answer even when it is woken is trusted no more', async () => {
  const { send, log } = browserWhere(webPage, webPage, ours)
  expect(await (await send()).text()).toBe('from the page')
  expect(await (await send()).text()).toBe('from the page')
  expect(log.filter((line) => line !== 'MOCK_ACTIVATE')).toEqual([
    'worker: Hello',
    'worker: Hello',
    'page: Hello',
    'page: Hello',
  ])
})

test('a worker that says nothing is waited for no longer than the limit', async () => {
  const { send, log } = browserWhere('silence')
  const answer = send()
  await vi.advanceTimersByTimeAsync(LIMIT_MS)
  expect(await (await answer).text()).toBe('from the page')
  expect(log).toEqual(['worker: Hello', 'page: Hello'])
})

test('a stream that has begun is not cut off, however long it lasts', async () => {
  const { send, signals } = browserWhere(ours)
  await send()
  await vi.advanceTimersByTimeAsync(100 * LIMIT_MS)
  expect(signals.map(({ aborted }) => aborted)).toEqual([false])
})

test('where streams cannot be handed to a worker, the page answers with them, and the worker with all else', async () => {
  vi.stubGlobal('structuredClone', () => {
    throw new DOMException('A stream cannot be cloned', 'DataCloneError')
  })
  const { send, log } = browserWhere(ours)
  expect(await (await send(null, 'text/event-stream')).text()).toBe('from the page')
  expect(await (await send()).text()).toBe('ours')
  expect(log).toEqual(['page: Hello', 'worker: Hello'])
})

test('a request that the network refuses rejects, since it may have been done, and the next one is answered', async () => {
  const { send, log } = browserWhere('failure', ours)
  await expect(send()).rejects.toThrow('Failed to fetch')
  expect(log).toEqual(['worker: Hello', 'MOCK_ACTIVATE'])
  expect(await (await send()).text()).toBe('ours')
})

test('a request that is given up is not sent again, by anyone', async () => {
  const giveUp = new AbortController()
  const { send, log } = browserWhere('silence', ours)
  const answer = send(giveUp.signal)
  giveUp.abort(new Error('Gone elsewhere'))
  await expect(answer).rejects.toThrow('Gone elsewhere')
  expect(log).toEqual(['worker: Hello'])
})

test('where another worker has taken over, the page answers', async () => {
  const { send, takeOver, log } = browserWhere(ours)
  takeOver()
  expect(await (await send()).text()).toBe('from the page')
  expect(log).toEqual(['page: Hello'])
})

/** A browser whose network gives these answers in turn, and whose worker says that it is awake whenever it is asked. */
function browserWhere(...answers: ((() => Response) | 'silence' | 'failure')[]) {
  const log: string[] = []
  const signals: AbortSignal[] = []
  const container = Object.assign(new EventTarget(), { controller: null as unknown })
  const worker = Object.assign(new EventTarget(), {
    postMessage: (message: string) => {
      log.push(message)
      container.dispatchEvent(new MessageEvent('message', { data: { type: 'MOCKING_ENABLED' } }))
    },
  })
  container.controller = worker
  vi.stubGlobal('navigator', { serviceWorker: container })
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('fetch', async (request: Request, { signal }: { signal: AbortSignal }) => {
    log.push(`worker: ${await request.text()}`)
    signals.push(signal)
    const answer = answers.shift()
    if (answer === 'failure' || answer === undefined) throw new TypeError('Failed to fetch')
    if (answer !== 'silence') return answer()
    signal.throwIfAborted()
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  })
  const page = async (request: Request) => {
    log.push(`page: ${await request.text()}`)
    return new Response('from the page')
  }
  const carrier = workerCarrier(worker as unknown as ServiceWorker, page, LIMIT_MS)
  return {
    log,
    signals,
    takeOver: () => (container.controller = new EventTarget()),
    send: (signal: AbortSignal | null = null, Accept = 'application/json') =>
      carrier(
        new Request('http://comments.test/', { method: 'POST', body: 'Hello', signal, headers: { Accept } }),
      ),
  }
}

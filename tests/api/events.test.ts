import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Carrier } from '../../src/api/carrier.ts'
import { createClient } from '../../src/api/client.ts'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { ANSWER_HEADER } from '../../src/api/contract.ts'
import { problemOf, type Problem } from '../../src/api/problem.ts'
import type { ChangePage } from '../../src/api/schemas.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { commentOf } from '../support/comments.ts'
import { pageOf } from '../support/changePages.ts'

const base = `https://comments.test/site${BASE_PATH}`
const discussionId = 'a' as DiscussionId
const own = { [ANSWER_HEADER]: '1', 'Content-Type': 'text/event-stream' }
const said = commentOf('1', null, { body: 'é😀\n\ndata: \u2028', sequence: 9 })
const pages = [pageOf(3, 4), { ...pageOf(4, 9), added: [said] }, pageOf(9, 10)]

describe('the client follows a stream', () => {
  test('whatever pieces it comes in', async () => {
    const text = `:\n\n${pages.map(eventOf).join(':\r\n\r\nevent: other\ndata: {}\n\n')}`
    const bytes = new TextEncoder().encode(text)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
        const ends = [...cuts.toSorted((a, b) => a - b), bytes.length]
        const pieces = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end))
        const read = await readAll(async () => new Response(streamOf(pieces), { headers: own }))
        expect(read).toEqual({ pages, problem: { code: 'unreachable' } })
      }),
      { numRuns: 50 },
    )
  })

  test('which it asks for as such, from the version that is known', async () => {
    const requests: Request[] = []
    await readAll((request) => {
      requests.push(request)
      return Promise.reject(new Error('Seen enough'))
    })
    expect(requests.map(({ method, url }) => [method, url])).toEqual([
      ['GET', `${base}/discussions/a/events?since=3`],
    ])
    expect(requests[0]?.headers.get('Accept')).toBe('text/event-stream')
  })

  const html = '<!doctype html><title>Sign in to the hotel’s network</title>'
  const gone = { code: 'not-found', resource: 'discussion' } as const
  const notOurs = (status: number) => ({ code: 'unexpected-answer', status }) as const
  test.for([
    ['a web page with status 200', html, 200, { 'Content-Type': 'text/html' }, notOurs(200)],
    ['a stream of others', eventOf(pageOf(3, 4)), 200, { 'Content-Type': 'text/event-stream' }, notOurs(200)],
    ['a page of changes', JSON.stringify(pageOf(3, 4)), 200, { [ANSWER_HEADER]: '1' }, notOurs(200)],
    ['an event that is no JSON', 'event: changes\ndata: hello\n\n', 200, own, notOurs(200)],
    ['an event that does not fit', 'event: changes\ndata: {"since":3}\n\n', 200, own, notOurs(200)],
    ['a problem', JSON.stringify(gone), 404, { [ANSWER_HEADER]: '1' }, gone],
    ['the page of a gateway', html, 502, {}, { code: 'unavailable' }],
    ['a stream that ends', ':\n\n', 200, own, { code: 'unreachable' }],
  ] satisfies [string, string, number, Record<string, string>, Problem][])(
    'and tells %s as what it is',
    async ([, text, status, headers, problem]) => {
      const read = await readAll(async () => new Response(text, { status, headers }))
      expect(read).toEqual({ pages: [], problem })
    },
  )

  test('and is unreachable where nobody answers, or where the stream breaks off', async () => {
    const lost = await readAll(() => Promise.reject(new TypeError('Failed to fetch')))
    const { carrier, write, fail } = openStream()
    const broken = readAll(carrier)
    write(eventOf(pageOf(3, 4)))
    fail(new TypeError('network error'))
    expect([lost.problem, (await broken).problem]).toEqual([{ code: 'unreachable' }, { code: 'unreachable' }])
  })
})

describe('a stream is left', () => {
  test.for(['aborting', 'leaving the loop'])(
    'by %s, which ends what is on its way, and is no problem',
    async (way) => {
      const { carrier, write, cancelled } = openStream()
      const leaving = new AbortController()
      write(eventOf(pageOf(3, 4)) + eventOf(pageOf(4, 9)))
      const read: ChangePage[] = []
      for await (const page of follow(carrier, leaving.signal)) {
        read.push(page)
        if (way === 'leaving the loop') break
        leaving.abort(new Error('Gone elsewhere'))
      }
      expect(read).toEqual([pageOf(3, 4)])
      await cancelled
    },
  )

  test('while its answer is waited for, and the carrier is told', async () => {
    const leaving = new AbortController()
    const signals: AbortSignal[] = []
    const silent: Carrier = ({ signal }) => {
      signals.push(signal)
      return new Promise(() => undefined)
    }
    const read = readAll(silent, leaving.signal)
    leaving.abort()
    expect(await read).toEqual({ pages: [], problem: null })
    expect(await readAll(silent, leaving.signal)).toEqual({ pages: [], problem: null })
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
  })
})

describe('a stream that says nothing', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  test('is given up after 15 seconds where its answer does not begin', async () => {
    const read = readAll(() => new Promise(() => undefined))
    await vi.advanceTimersByTimeAsync(14_999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await read).toEqual({ pages: [], problem: { code: 'timed-out' } })
  })

  test('is given up after 50 seconds, counted from its last sign of life', async () => {
    const { carrier, write, cancelled } = openStream()
    const read = readAll(carrier)
    for (const text of [':\n\n', eventOf(pageOf(3, 4)), ':\n\n']) {
      write(text)
      await vi.advanceTimersByTimeAsync(49_999)
      expect(vi.getTimerCount()).toBe(1)
    }
    await vi.advanceTimersByTimeAsync(1)
    expect(await read).toEqual({ pages: [pageOf(3, 4)], problem: { code: 'timed-out' } })
    await cancelled
    expect(vi.getTimerCount()).toBe(0)
  })
})

function eventOf(page: ChangePage): string {
  return `id: ${page.version}\nevent: changes\ndata: ${JSON.stringify(page)}\n\n`
}

function follow(carrier: Carrier, signal: AbortSignal) {
  return createClient(carrier, base).followChanges({ discussionId, since: 3 }, { signal })
}

/** What a stream gives until its end; the problem is `null` where it was left. */
async function readAll(carrier: Carrier, signal = new AbortController().signal) {
  const read: ChangePage[] = []
  try {
    for await (const page of follow(carrier, signal)) read.push(page)
    return { pages: read, problem: null }
  } catch (error) {
    return { pages: read, problem: problemOf(error) }
  }
}

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) if (piece.length > 0) controller.enqueue(piece)
      controller.close()
    },
  })
}

/** A carrier whose answer is a stream that the test writes; `cancelled` resolves when nobody reads it any more. */
function openStream() {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let tellCancelled: () => void
  const cancelled = new Promise<void>((resolve) => (tellCancelled = resolve))
  const stream = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => tellCancelled(),
  })
  return {
    carrier: async () => new Response(stream, { headers: own }),
    write: (text: string) => controller?.enqueue(encoder.encode(text)),
    fail: (error: Error) => controller?.error(error),
    cancelled,
  }
}

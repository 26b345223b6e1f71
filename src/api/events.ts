import { createParser } from 'eventsource-parser'
import * as v from 'valibot'
import type { Carrier } from './carrier.ts'
import { ANSWER_HEADER } from './contract.ts'
import { orAbort, parseJson, problemIn } from './exchange.ts'
import { ProblemError } from './problem.ts'
import { changePage, type ChangePage } from './schemas.ts'

/** How long a stream may be silent before it is given up, in milliseconds; it is to say something every 20 seconds. */
export const SILENCE_LIMIT_MS = 50_000

/**
 * Pages of changes from a stream of server-sent events, which may be silent for `timeoutMs` milliseconds before its
 * answer begins. Ends once `signal` is aborted. Rejects with a `ProblemError`; a stream that is cut off, or comes to an end,
 * is `unreachable`.
 */
export async function* readEvents(
  carrier: Carrier,
  build: (signal: AbortSignal) => Request,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): AsyncGenerator<ChangePage> {
  const quit = new AbortController()
  const either = AbortSignal.any([signal, quit.signal])
  let timer: ReturnType<typeof setTimeout> | undefined
  const expect = (limit: number) => {
    timer = setTimeout(() => quit.abort(new ProblemError({ code: 'timed-out' })), limit)
  }
  try {
    expect(timeoutMs)
    const reader = await openReader(await orAbort(carrier(build(either)), either), either)
    clearTimeout(timer)
    const decoder = new TextDecoder()
    const pages: ChangePage[] = []
    const parser = createParser({
      onEvent: ({ event, data }) => {
        if (event === 'changes') pages.push(demandPage(data))
      },
    })
    for (;;) {
      expect(SILENCE_LIMIT_MS)
      const { done, value } = await reader.read()
      clearTimeout(timer)
      either.throwIfAborted()
      if (done) throw new ProblemError({ code: 'unreachable' })
      parser.feed(decoder.decode(value, { stream: true }))
      for (const page of pages.splice(0)) {
        yield page
        if (signal.aborted) return
      }
    }
  } catch (error) {
    if (signal.aborted) return
    if (quit.signal.aborted) throw quit.signal.reason
    if (error instanceof ProblemError) throw error
    throw new ProblemError({ code: 'unreachable' }, { cause: error })
  } finally {
    clearTimeout(timer)
    quit.abort()
  }
}

/** A page of changes that comes from outside; `null` where it is none. */
export function readChangePage(value: unknown): ChangePage | null {
  const parsed = v.safeParse(changePage, value)
  return parsed.success ? parsed.output : null
}

/** What is read ends when `signal` is aborted, whether or not the carrier heeds it. */
async function openReader(
  response: Response,
  signal: AbortSignal,
): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const type = response.headers.get('Content-Type') ?? ''
  const isOurs = response.headers.has(ANSWER_HEADER)
  if (!response.ok) throw problemIn(response, await orAbort(response.text(), signal))
  if (!isOurs || !response.body || !type.startsWith('text/event-stream')) throw problemIn(response, '')
  const reader = response.body.getReader()
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined))
  if (signal.aborted) await reader.cancel()
  return reader
}

function demandPage(data: string): ChangePage {
  const page = readChangePage(parseJson(data))
  if (page) return page
  throw new ProblemError({ code: 'unexpected-answer', status: 200 })
}

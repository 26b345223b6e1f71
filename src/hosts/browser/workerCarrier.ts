import type { Carrier } from '../../api/carrier.ts'
import { ANSWER_HEADER } from '../../api/contract.ts'
import { within } from '../within.ts'

/** How long the worker may take to say that it is awake, in milliseconds. */
const WAKE_LIMIT_MS = 2_000

/**
 * Carries requests through the service worker. A browser stops a worker when it likes, and the worker has then forgotten
 * the page and lets its requests through to the network, whose answer is not one of ours: the worker is woken, and the
 * request is sent once more. Where that does not help, where the worker says nothing for `limit` milliseconds, or where
 * another worker has taken over, `page` answers from then on, which has the same handler behind it.
 *
 * A stream that has begun is not hurried. Where the browser cannot hand streams to a worker, which would answer with a
 * stream only at its end, `page` answers what asks for one.
 *
 * A request that the network itself refuses rejects, since its answer may have been lost after the deed: the worker is
 * woken, and whoever sent the request may send it again.
 */
export function workerCarrier(worker: ServiceWorker, page: Carrier, limit: number): Carrier {
  let trusted = true
  const handsStreams = canHandStreams()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void wake(worker)
  })
  return async (request) => {
    if (!handsStreams && request.headers.get('Accept') === 'text/event-stream') return page(request)
    trusted &&= navigator.serviceWorker.controller === worker
    if (trusted) {
      const answer = (await send(request, worker, limit)) ?? (await send(request, worker, limit))
      if (answer !== null && answer !== 'silence') return answer
      trusted = false
    }
    return page(request)
  }
}

/** Safari does not. */
function canHandStreams(): boolean {
  try {
    const stream = new ReadableStream()
    structuredClone(stream, { transfer: [stream] })
    return true
  } catch {
    return false
  }
}

/** An answer of ours; or `null` where it was not one, and the worker has been woken; or that none came in time. */
async function send(
  request: Request,
  worker: ServiceWorker,
  limit: number,
): Promise<Response | 'silence' | null> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), limit)
  try {
    const signal = AbortSignal.any([request.signal, patience.signal])
    const response = await fetch(request.clone(), { signal })
    if (response.headers.has(ANSWER_HEADER)) return response
  } catch (error) {
    request.signal.throwIfAborted()
    if (patience.signal.aborted) return 'silence'
    await wake(worker)
    throw error
  } finally {
    clearTimeout(timer)
  }
  await wake(worker)
  request.signal.throwIfAborted()
  return null
}

/** Tells the worker of this page again, as MSW does when it starts, and waits for its word, but not for long. */
async function wake(worker: ServiceWorker): Promise<void> {
  const listening = new AbortController()
  const awake = new Promise<void>((resolve) => {
    const hear = (event: MessageEvent<unknown>) => {
      if (saysItIsAwake(event.data)) resolve()
    }
    navigator.serviceWorker.addEventListener('message', hear, { signal: listening.signal })
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has the origin of the page.
  worker.postMessage('MOCK_ACTIVATE')
  await within(awake, WAKE_LIMIT_MS, undefined)
  listening.abort()
}

function saysItIsAwake(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'type' in message && message.type === 'MOCKING_ENABLED'
  )
}

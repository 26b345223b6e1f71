import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/**
 * Answers a request of Node's with a handler of web requests: a stream as it comes, until the other side goes away, and
 * anything else with gzip. `onBytes` hears of every part of the body, before compression.
 */
export async function answerOverHttp(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: (request: Request) => Promise<Response>,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const answer = await handle(await webRequest(incoming, gone.signal))
  const headers = Object.fromEntries(answer.headers)
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    outgoing.writeHead(answer.status, headers)
    outgoing.flushHeaders()
    await passOn(answer, outgoing, gone.signal, onBytes)
    return
  }
  const body = Buffer.from(await answer.arrayBuffer())
  onBytes(body.length)
  outgoing
    .writeHead(answer.status, { ...headers, 'Content-Encoding': 'gzip' })
    .end(await promisify(gzip)(body))
}

async function webRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(Buffer.from(part))
  const body = parts.length === 0 ? {} : { body: Buffer.concat(parts) }
  const url = `http://${incoming.headers.host}${incoming.url}`
  return new Request(url, { method: incoming.method ?? 'GET', headers, signal, ...body })
}

async function passOn(
  answer: Response,
  outgoing: ServerResponse,
  gone: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const reader = answer.body?.getReader()
  gone.addEventListener('abort', () => void reader?.cancel().catch(() => undefined))
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      onBytes(part.value.length)
      outgoing.write(part.value)
    }
  } catch (error) {
    if (!gone.aborted) throw error
  }
  outgoing.end()
}

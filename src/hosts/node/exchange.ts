import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Caller } from './clientKey.ts'

/** What is known of a request while it is answered. */
export type Exchange = {
  begun: number
  requestId: string
  route: string
  leaving: AbortController | null
  /** The request that `leaving` ends: one that nobody holds any more is collected, and its signal is then never aborted. */
  held: Request | null
}

/** A request's id is the one that it came with, from a proxy perhaps, where that can safely stand in a log. */
export function beginExchange({ headers }: IncomingMessage): Exchange {
  const given = headerOf(headers['x-request-id']) ?? ''
  const requestId = /^[\w-]{1,64}$/.test(given) ? given : randomUUID()
  return { begun: performance.now(), requestId, route: 'none', leaving: null, held: null }
}

/** Those that all answers have, unless they say otherwise. */
export function setHeaders(outgoing: ServerResponse, requestId: string): void {
  outgoing.setHeader('X-Request-Id', requestId)
  outgoing.setHeader('X-Content-Type-Options', 'nosniff')
  outgoing.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
  outgoing.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
}

/** The request, to be left when the server stops, too. */
export function withLeaving(request: Request, exchange: Exchange): Request {
  exchange.leaving = new AbortController()
  const { method, headers, url } = request
  exchange.held = new Request(url, { method, headers, signal: exchange.leaving.signal })
  return exchange.held
}

export function callerOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): Caller {
  return {
    socketAddress: socket.remoteAddress ?? '',
    forwardedFor: headerOf(headers['x-forwarded-for']),
  }
}

function headerOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value
}

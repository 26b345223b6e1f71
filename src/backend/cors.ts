import { ANSWER_HEADER, inputHeaders } from '../api/contract.ts'
import { everyEndpoint } from '../api/everyEndpoint.ts'
import { answerWith } from './answerWith.ts'
import type { Handle } from './handler.ts'

const METHODS = [...new Set(Object.values(everyEndpoint).map(({ method }) => method)), 'HEAD'].join(', ')
const SENT = ['Accept', 'Content-Type', 'Last-Event-ID', ...Object.values(inputHeaders)].join(', ')
/** What a page reads beyond what browsers show of any answer (Fetch, "CORS-safelisted response-header name"). */
const SHOWN = [ANSWER_HEADER, 'Location', 'Retry-After'].join(', ')

/** How long a browser may go by the answer to a preflight, in seconds: the longest that Chromium does. */
const PREFLIGHT_SECONDS = 7_200

/**
 * `handle` for pages of other origins too (Fetch, "CORS protocol"), without credentials. Origins are compared whole, so that
 * no other one that begins or ends alike is let in; `null`, which any sandboxed page has, never is. What comes from elsewhere
 * is handled, as a page reads no answer that does not name its origin, and does not send what changes anything before a
 * preflight has been answered well. Throws where an allowed origin is none.
 */
export function withCors(handle: Handle, allowedOrigins: readonly string[]): Handle {
  const allowed = new Set(allowedOrigins.map(demandOrigin))
  return async (request) => {
    const origin = request.headers.get('Origin')
    if (origin === null) return handle(request)
    const isAllowed = allowed.has(origin)
    if (request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method')) {
      return isAllowed ? answerWith(204, null, preflightHeaders(origin)) : answerWith(403, null)
    }
    const answer = await handle(request)
    return isAllowed ? shownTo(origin, answer) : answer
  }
}

function preflightHeaders(origin: string): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers': SENT,
    'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
    Vary: 'Origin',
  }
}

/** An answer that came from a network cannot be changed, so that it is made anew; its body is the same stream. */
function shownTo(origin: string, { body, status, statusText, headers: given }: Response): Response {
  const headers = new Headers(given)
  headers.set('Access-Control-Allow-Origin', origin)
  headers.set('Access-Control-Expose-Headers', SHOWN)
  headers.append('Vary', 'Origin')
  return new Response(body, { status, statusText, headers })
}

/** An origin as browsers write it, since one that is written otherwise, with a slash at its end perhaps, would never be met. */
function demandOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text
  throw new Error(`"${text}" is not an origin, such as https://blog.example`)
}

import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { bearerToken } from '../../backend/bearerToken.ts'

export type Metrics = {
  /** Of a request that was answered in so many seconds; of a stream, whose length says nothing, without them. */
  count(method: string, route: string, status: number, seconds: number | null): void
  streams: { opened(): void; closed(): void; refused(of: 'client' | 'all'): void }
  /** Answers who shows the token, and tells others that there is something to show. */
  answer(request: Request): Promise<Response>
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

export function createMetrics(token: string): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const labelNames = ['method', 'route', 'status'] as const
  const requests = new Counter({
    name: 'soundoff_http_requests_total',
    help: 'Requests that were answered.',
    labelNames,
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'soundoff_http_request_duration_seconds',
    help: 'How long answers took, event streams apart.',
    labelNames,
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  const streams = new Gauge({
    name: 'soundoff_event_streams_open',
    help: 'Event streams that are followed now.',
    registers: [registry],
  })
  const refusals = new Counter({
    name: 'soundoff_event_streams_refused_total',
    help: 'Event streams that were one too many, of a client or of all.',
    labelNames: ['of'],
    registers: [registry],
  })
  for (const of of ['client', 'all']) refusals.inc({ of }, 0)
  return {
    count(method, route, status, seconds) {
      const labels = { method: METHODS.has(method) ? method : 'other', route, status: String(status) }
      requests.inc(labels)
      if (seconds !== null) durations.observe(labels, seconds)
    },
    streams: {
      opened: () => streams.inc(),
      closed: () => streams.dec(),
      refused: (of) => refusals.inc({ of }),
    },
    async answer({ headers }) {
      if (!isEqual(bearerToken(headers) ?? '', token)) {
        return new Response(null, { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } })
      }
      return new Response(await registry.metrics(), {
        headers: { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' },
      })
    },
  }
}

/** Takes as long whatever is shown. */
function isEqual(shown: string, token: string): boolean {
  return timingSafeEqual(hash(shown), hash(token))
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

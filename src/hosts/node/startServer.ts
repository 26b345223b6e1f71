import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer, type ServerOptions } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { HEARTBEAT_MS, UNREAD_LIMIT } from '../../backend/eventStream.ts'
import type { MayOpen } from '../../backend/openDiscussion.ts'
import { problemAnswer } from '../../backend/problemAnswer.ts'
import type { Caller } from './clientKey.ts'
import { createNodeService } from './createNodeService.ts'
import { createSite, type Build } from './createSite.ts'
import { beginExchange, callerOf, setHeaders, withLeaving, type Exchange } from './exchange.ts'
import { createLimits } from './limits.ts'
import { listen } from './listen.ts'
import type { Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import { findAmong } from './moderators.ts'
import type { Backend } from './openBackend.ts'
import type { Secrets } from './readSecrets.ts'
import { routeOf } from './routes.ts'
import type { Settings } from './settings.ts'

export type ServerParts = {
  settings: Settings
  backend: Backend
  secrets: Secrets
  build: Build
  log: Log
  /** As `readHeldWords` gives them. */
  heldWords?: readonly string[]
  /** In place of what the settings say of origins. */
  mayOpen?: MayOpen
  /** In place of how long a request may take to come. */
  patience?: ServerOptions
  /** In place of how long a stream's reader may take nothing. */
  streamPatience?: number
}

export type RunningServer = {
  origin: string
  /** Takes no more requests, ends event streams, and waits for what is under way, for some seconds. */
  stop(): Promise<void>
}

/** How long what is under way may take when the server stops, in milliseconds. */
const STOP_PATIENCE_MS = 8_000

/** How long nothing of an event stream may be taken, in milliseconds; then its connection, and what waits for it, is given up. */
const STREAM_PATIENCE_MS = UNREAD_LIMIT * HEARTBEAT_MS

/** How long a request may take to come, in milliseconds. An answer may take as long as it does: streams have no end. */
const PATIENCE: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Longer than proxies keep a connection, so that none is closed while they send on it.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
}

/** Answers over HTTP from what is open already. Rejects where the port or the address is not to be had. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { settings, backend, secrets, log } = parts
  const metrics = settings.metricsToken === null ? null : createMetrics(settings.metricsToken)
  const exchanges = new WeakMap<object, Exchange>()
  const streams = new Set<AbortController>()
  /** The request that is being answered. */
  const current = new AsyncLocalStorage<{ requestId: string; caller: Caller }>()
  const own = new Set<string>(settings.publicUrl === null ? [] : [settings.publicUrl])
  const idNow = () => current.getStore()?.requestId
  const onError = (error: unknown) =>
    log.error({ err: error, requestId: idNow() }, 'a request could not be answered')
  const site = createSite({
    settings,
    service: createNodeService({
      settings,
      backend,
      secrets,
      heldWords: parts.heldWords ?? [],
      own,
      mayOpen: parts.mayOpen,
      callerNow: () => current.getStore()?.caller,
      onCheckFailure: (error) =>
        log.warn({ err: error, requestId: idNow() }, 'the check of a text gave no answer'),
    }),
    backend,
    build: parts.build,
    limits: createLimits({
      settings,
      secret: secrets[0],
      clock: () => new Date(),
      ask: backend.ask,
      findModerator: findAmong(settings.moderators),
      onStreamRefused: (of) => metrics?.streams.refused(of),
    }),
    metrics,
    onError,
  })
  let isStopping = false

  const listener = getRequestListener(
    async (request, { incoming, outgoing }) => {
      try {
        const route = routeOf(request)
        const exchange = exchanges.get(incoming)
        if (exchange) exchange.route = route.pattern
        const isStream = route.endpoint === 'followChanges'
        const asked = isStream && exchange ? withLeaving(request, exchange) : request
        const answer = await site(asked, { route, caller: callerOf(incoming) })
        if (exchange?.leaving && isEventStream(answer)) {
          follow(exchange.leaving)
          outgoing.setTimeout(parts.streamPatience ?? STREAM_PATIENCE_MS, () => outgoing.destroy())
        }
        return answer
      } catch (error) {
        onError(error)
        return problemAnswer({ code: 'unavailable' })
      }
    },
    {
      overrideGlobalObjects: false,
      errorHandler: () =>
        problemAnswer({
          code: 'invalid',
          field: null,
          reason: 'must have an address and a host that are ones',
        }),
    },
  )

  function follow(leaving: AbortController): void {
    // Its reader may have gone before it was there.
    if (leaving.signal.aborted) return
    streams.add(leaving)
    metrics?.streams.opened()
    leaving.signal.addEventListener('abort', () => {
      if (streams.delete(leaving)) metrics?.streams.closed()
    })
    if (isStopping) leaving.abort()
  }

  const server = createServer({ ...PATIENCE, ...parts.patience }, (incoming, outgoing) => {
    const exchange = beginExchange(incoming)
    exchanges.set(incoming, exchange)
    setHeaders(outgoing, exchange.requestId)
    if (isStopping) outgoing.setHeader('Connection', 'close')
    outgoing.once('close', () => {
      exchange.leaving?.abort()
      const milliseconds = performance.now() - exchange.begun
      const { requestId, route } = exchange
      const method = incoming.method ?? ''
      // Nobody has heard an answer; nginx calls it so.
      const status = outgoing.headersSent ? outgoing.statusCode : 499
      metrics?.count(method, route, status, exchange.leaving ? null : milliseconds / 1_000)
      log.info({ requestId, method, route, status, milliseconds: Math.round(milliseconds) }, 'request')
    })
    const request = { requestId: exchange.requestId, caller: callerOf(incoming) }
    void current.run(request, () => listener(incoming, outgoing))
  })
  const { port, origin } = await listen(server, settings)
  if (settings.publicUrl === null) for (const each of [origin, `http://localhost:${port}`]) own.add(each)

  return {
    origin,
    async stop() {
      isStopping = true
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const leaving of streams) leaving.abort()
      // Connections that are kept for a next request are over once the one that is on them is.
      const sweeping = setInterval(() => server.closeIdleConnections(), 50)
      const cutting = setTimeout(() => server.closeAllConnections(), STOP_PATIENCE_MS)
      await closed
      clearInterval(sweeping)
      clearTimeout(cutting)
    },
  }
}

function isEventStream({ body, headers }: Response): boolean {
  return body !== null && (headers.get('Content-Type') ?? '').startsWith('text/event-stream')
}

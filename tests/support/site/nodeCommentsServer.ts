import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BASE_PATH } from '../../../src/api/basePath.ts'
import { hmacTokens, randomSecret } from '../../../src/backend/hmacTokens.ts'
import { createService } from '../../../src/backend/service.ts'
import { randomId, type CommentId } from '../../../src/domain/ids.ts'
import type { Build } from '../../../src/hosts/node/createSite.ts'
import { loadBuild } from '../../../src/hosts/node/loadBuild.ts'
import { createLog } from '../../../src/hosts/node/log.ts'
import { openBackend } from '../../../src/hosts/node/openBackend.ts'
import { startServer } from '../../../src/hosts/node/startServer.ts'
import { countListeners, type CommentsServer, type CommentsServerOptions } from '../commentsServer.ts'
import { findPostgres } from '../databases/findPostgres.ts'
import { makePostgresUrl } from '../databases/openDatabases.ts'
import { settingsOf } from '../nodeServer.ts'
import { noLimits } from '../noLimits.ts'
import { BUILT_SERVER } from './site.ts'

/** Read once, as it takes a while to be compressed. */
let build: Promise<Build> | null = null

/** The same as `startCommentsServer` gives, by the server that sites run: over a database of its own, with all that is embedded, and by its own rule of who may open discussions. */
export async function startNodeCommentsServer({
  allowedOrigins,
  mayOpen,
  seed = [],
}: CommentsServerOptions): Promise<CommentsServer> {
  build ??= loadBuild(BUILT_SERVER)
  const folder = await mkdtemp(join(tmpdir(), 'soundoff-comments-'))
  const settings = settingsOf({
    PORT: '0',
    SOUNDOFF_DATA: folder,
    SOUNDOFF_SECRET: 'a-secret-of-servers-that-tests-start',
    SOUNDOFF_ORIGINS: allowedOrigins.join(),
    SOUNDOFF_MINIMUM_SECONDS: '0',
    ...noLimits,
    ...(mayOpen && { SOUNDOFF_OPENING_ORIGINS: allowedOrigins.join() }),
    ...(findPostgres() && { DATABASE_URL: await makePostgresUrl() }),
  })
  const log = createLog('error', process.stderr)
  const backend = await openBackend(settings, log, settings.searchLanguages)
  for (const batch of seed) await backend.store.importDiscussion(batch, { replace: false })
  const { signal, listening } = countListeners(backend.signal)
  const secret = randomSecret()
  const server = await startServer({
    settings,
    backend: { ...backend, signal },
    secrets: [secret],
    build: await build,
    log,
  })
  const { requests, stop } = collectRequests(server.origin)
  return {
    origin: server.origin,
    base: server.origin + BASE_PATH,
    api: createService({
      store: backend.store,
      clock: () => new Date(),
      ids: () => randomId<CommentId>(),
      signal: backend.signal,
      tokens: hmacTokens(secret),
    }),
    requests,
    following: listening,
    async close() {
      stop()
      await server.stop()
      await backend.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What the API of a server in this process is asked for, as Node itself tells of it. */
function collectRequests(origin: string): { requests: string[]; stop(): void } {
  const port = Number(new URL(origin).port)
  const requests: string[] = []
  const note = (told: unknown) => {
    const request = typeof told === 'object' && told !== null && 'request' in told ? told.request : null
    if (!(request instanceof IncomingMessage) || request.socket.localPort !== port) return
    if (request.url?.startsWith(BASE_PATH)) requests.push(`${request.method} ${request.url}`)
  }
  subscribe('http.server.request.start', note)
  return { requests, stop: () => unsubscribe('http.server.request.start', note) }
}

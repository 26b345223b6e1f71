import { randomSecret } from '../../src/backend/hmacTokens.ts'
import type { Import } from '../../src/backend/store.ts'
import type { Build } from '../../src/hosts/node/createSite.ts'
import { createLog } from '../../src/hosts/node/log.ts'
import type { Backend } from '../../src/hosts/node/openBackend.ts'
import { openMemoryBackend } from './memoryBackend.ts'
import { noLimits } from './noLimits.ts'
import { readSettings, type Settings } from '../../src/hosts/node/settings.ts'
import { startServer, type RunningServer, type ServerParts } from '../../src/hosts/node/startServer.ts'

export type StartedServer = RunningServer & {
  backend: Backend
  /** The lines of its log so far. */
  log: string[]
}

const noBuild: Build = {
  files: new Map(),
  template: '<div id="page"></div>',
  renderPage: async () => Promise.reject(new Error('No page is drawn here.')),
}

/** Starts the server over a store in memory, by the environment that it is given, on a free port and without limits. */
export async function startNodeServer({
  environment = {},
  backend = openMemoryBackend(),
  seed = [],
  build = {},
  ...parts
}: {
  environment?: Record<string, string>
  backend?: Backend
  seed?: readonly Import[]
  build?: Partial<Build>
} & Partial<
  Pick<ServerParts, 'mayOpen' | 'patience' | 'streamPatience' | 'heldWords' | 'secrets'>
> = {}): Promise<StartedServer> {
  for (const batch of seed) await backend.store.importDiscussion(batch, { replace: false })
  const log: string[] = []
  const server = await startServer({
    settings: settingsOf({
      PORT: '0',
      ...noLimits,
      ...environment,
    }),
    backend,
    secrets: [randomSecret()],
    build: { ...noBuild, ...build },
    log: createLog('info', { write: (line) => void log.push(line) }),
    ...parts,
  })
  return { ...server, backend, log }
}

/** What an environment that is fine is read as. */
export function settingsOf(environment: Record<string, string>): Settings {
  const started = readSettings(environment, [])
  if (started.kind !== 'settings') throw new Error(JSON.stringify(started))
  return started.settings
}

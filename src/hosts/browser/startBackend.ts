import type { Carrier } from '../../api/carrier.ts'
import { createHandler } from '../../backend/handler.ts'
import { hmacTokens } from '../../backend/hmacTokens.ts'
import { createService } from '../../backend/service.ts'
import { randomId, type ArticleId } from '../../domain/ids.ts'
import type { Faults } from '../faults.ts'
import type { HostState } from '../hostState.ts'
import { WORKER_URL } from '../registerWorker.ts'
import type { TranscriptNames } from '../transcriptNames.ts'
import { within } from '../within.ts'
import { createChannelSignal } from './channelSignal.ts'
import { hostSecret } from './hostSecret.ts'
import { openStore } from './openStore.ts'
import { pageCarrier } from './pageCarrier.ts'
import { createSeeds, withSeeds } from './seeds.ts'
import { withFaults, type Handle } from './withFaults.ts'
import { workerCarrier } from './workerCarrier.ts'

export type BackendOptions = {
  findArticleId: () => Promise<ArticleId>
  findNames: () => Promise<TranscriptNames>
  faults: Faults
  /** Whether a service worker is in control of the page. */
  controlled: Promise<boolean>
  /** `null` where it cannot be loaded. */
  mockWorker: Promise<MockWorker | null>
}

export type MockWorker = typeof import('./startMockWorker.ts')

export type RunningBackend = {
  carrier: Carrier
  state: Omit<HostState, 'ignored'>
  reset: () => Promise<void>
}

/** How long the storage may take to open, and the worker to start or to answer, before the page does without; in milliseconds. */
const PATIENCE_MS = 5_000

/** Runs the backend in this page: over the browser's storage and behind the service worker, as far as they can be had. */
export async function startBackend(options: BackendOptions): Promise<RunningBackend> {
  const { store, storage } = await openStore(PATIENCE_MS)
  const signal = createChannelSignal()
  const seeds = createSeeds(store, signal, options.findArticleId, options.findNames)
  const tokens = hmacTokens(hostSecret(() => localStorage))
  const ports = { store, clock: () => new Date(), ids: randomId, signal, tokens }
  const service = withSeeds(createService(ports), seeds)
  const handle = withFaults(createHandler(service, console.error), options.faults, Math.random)
  const page = pageCarrier(handle)
  // Sown while the worker starts; a failure is told to the request that waits for it.
  seeds.sow().catch(() => undefined)
  const worker = await startWorker(options, handle)
  return {
    carrier: worker ? workerCarrier(worker, page, PATIENCE_MS + options.faults.latency) : page,
    state: { carrier: worker ? 'worker' : 'page', storage },
    reset: seeds.sowAgain,
  }
}

/** The worker that hands requests to `handle`, or `null` where there is none. MSW may have registered a newer one meanwhile. */
async function startWorker(
  { controlled, mockWorker }: BackendOptions,
  handle: Handle,
): Promise<ServiceWorker | null> {
  if (!(await controlled)) return null
  const start = async () => (await mockWorker)?.startMockWorker(handle, WORKER_URL).then(() => true)
  return (await within(start(), PATIENCE_MS, false)) ? navigator.serviceWorker.controller : null
}

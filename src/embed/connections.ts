import type { QueryClient } from '@tanstack/react-query'
import { networkCarrier, type Carrier } from '../api/carrier.ts'
import { createClient } from '../api/client.ts'
import { BASE_PATH } from '../api/basePath.ts'
import type { IdempotencyKey } from '../domain/ids.ts'
import type { Ambient } from '../ui/ambient.tsx'
import { openDevice } from '../ui/openDevice.ts'
import type { Outbox } from '../ui/outbox/outbox.ts'
import { createMinuteClock } from '../ui/parts/minuteClock.ts'
import { createQueryClient } from '../ui/queryClient.ts'
import { limitStreams } from './limitStreams.ts'

/** Half of what a browser may have without HTTP/2. */
const MOST_STREAMS = 3

/** Everything that the discussions of one backend have in common on a page. */
export type Connection = {
  queryClient: QueryClient
  shared: Omit<Ambient, 'messages' | 'readerLocales'>
  /** Whether the comment of that key was sent from this page, and not from another tab. */
  isSentHere: (key: IdempotencyKey) => boolean
}

/** A backend in the page, which whoever first needs it starts; `isKept` tells whether what is posted outlives the page. */
export type BrowserBackend = { carrier: Carrier; isKept(): Promise<boolean> }

/**
 * Gives the connection to each backend: one for a page, however many of its discussions are shown there, together or one after the
 * other. It stays when they go, as what was sent is still to be posted.
 */
export function createConnections(browserBackend: BrowserBackend): (backend: string) => Connection {
  const open = new Map<string, Connection>()
  return (backend) => {
    const connection = open.get(backend) ?? connect(backend, browserBackend)
    open.set(backend, connection)
    return connection
  }
}

function connect(backend: string, browserBackend: BrowserBackend): Connection {
  const inPage = backend === 'browser' ? browserBackend : null
  const base = inPage ? location.origin + BASE_PATH : backend
  const api = inPage
    ? createClient(inPage.carrier, base)
    : limitStreams(createClient(networkCarrier, base), MOST_STREAMS)
  const { outbox, ...device } = openDevice(api, inPage ? null : base)
  const sentHere = new Set<IdempotencyKey>()
  const put: Outbox['put'] = (entry) => {
    sentHere.add(entry.key)
    outbox.put(entry)
  }
  return {
    isSentHere: (key) => sentHere.has(key),
    queryClient: createQueryClient(),
    shared: {
      api,
      findSharedName: async () => (inPage && !(await inPage.isKept()) ? null : base),
      minuteClock: createMinuteClock(() => new Date()),
      ...device,
      outbox: { ...outbox, put },
    },
  }
}

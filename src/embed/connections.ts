import type { QueryClient } from '@tanstack/react-query'
import { networkCarrier, type Carrier } from '../api/carrier.ts'
import { createClient } from '../api/client.ts'
import { BASE_PATH } from '../api/basePath.ts'
import type { Ambient } from '../ui/ambient.tsx'
import { openDevice } from '../ui/openDevice.ts'
import { PAGE_SPACE } from '../ui/parts/deviceStorage.ts'
import { createMinuteClock } from '../ui/parts/minuteClock.ts'
import { createQueryClient } from '../ui/queryClient.ts'
import { limitStreams } from './limitStreams.ts'

/** Half of what a browser may have without HTTP/2. */
const MOST_STREAMS = 3

/** Everything that the discussions of one backend have in common on a page. */
export type Connection = {
  queryClient: QueryClient
  shared: Omit<Ambient, 'messages' | 'readerLocales'>
}

/** A backend in the page; `isKept` is whether what is posted outlives it. */
export type BrowserBackend = { carrier: Carrier; isKept: Promise<boolean> }

/**
 * Gives the connection to each backend: one for a page, however many of its discussions are shown there, together or one after the
 * other. It stays when they go, as what was sent is still to be posted.
 */
export function createConnections(
  startBrowserBackend: () => BrowserBackend,
): (backend: string) => Connection {
  const open = new Map<string, Connection>()
  return (backend) => {
    const connection = open.get(backend) ?? connect(backend, startBrowserBackend)
    open.set(backend, connection)
    return connection
  }
}

function connect(backend: string, startBrowserBackend: () => BrowserBackend): Connection {
  const inPage = backend === 'browser' ? startBrowserBackend() : null
  const base = inPage ? location.origin + BASE_PATH : backend
  const api = inPage
    ? createClient(inPage.carrier, base)
    : limitStreams(createClient(networkCarrier, base), MOST_STREAMS)
  const space = inPage ? PAGE_SPACE : `${PAGE_SPACE}@${base}`
  return {
    queryClient: createQueryClient(),
    shared: {
      api,
      findSharedName: async () => (inPage && !(await inPage.isKept) ? null : base),
      minuteClock: createMinuteClock(() => new Date()),
      ...openDevice(api, { isInPage: inPage !== null, space }),
    },
  }
}

import { createServer } from 'node:http'
import { BASE_PATH } from '../../src/api/basePath.ts'
import type { Api } from '../../src/api/contract.ts'
import { createLocalSignal, type ChangeSignal } from '../../src/backend/changeSignal.ts'
import { withCors } from '../../src/backend/cors.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import type { MayOpen } from '../../src/backend/openDiscussion.ts'
import { createService } from '../../src/backend/service.ts'
import type { Import } from '../../src/backend/store.ts'
import { randomId, type CommentId } from '../../src/domain/ids.ts'
import { answerOverHttp } from '../bench/page/answerOverHttp.ts'
import { listen } from './listen.ts'

export type CommentsServerOptions = {
  /** Of the pages that may ask it, as browsers write them. */
  allowedOrigins: readonly string[]
  /** Nobody may open discussions where it is missing. */
  mayOpen?: MayOpen
  /** What it holds from the start, such as what `readTranscript` gives. */
  seed?: readonly Import[]
}

export type CommentsServer = {
  origin: string
  /** The absolute URL of the contract's base path. */
  base: string
  /** The service itself, past HTTP, to look into the store and to write what others write. */
  api: Api
  /** What was asked for, in turn, as `METHOD path`, with queries and preflights. */
  requests: string[]
  /** How many streams of changes are being followed. */
  following(): number
  /** Cuts off whatever is still open. */
  close(): Promise<void>
}

/** The whole backend over a store in memory, on a free port of the loopback address, for pages of other origins. */
export async function startCommentsServer({
  allowedOrigins,
  mayOpen,
  seed = [],
}: CommentsServerOptions): Promise<CommentsServer> {
  const store = createMemoryStore()
  for (const batch of seed) await store.importDiscussion(batch, { replace: false })
  const { signal, listening } = countListeners(createLocalSignal())
  const api = createService({
    store,
    clock: () => new Date(),
    ids: () => randomId<CommentId>(),
    signal,
    ...(mayOpen && { mayOpen }),
  })
  const handle = withCors(createHandler(api), allowedOrigins)
  const requests: string[] = []
  const server = createServer((incoming, outgoing) => {
    requests.push(`${incoming.method} ${incoming.url}`)
    // Who leaves in the middle of a request is not answered.
    answerOverHttp(incoming, outgoing, handle, () => undefined).catch(() => outgoing.destroy())
  })
  const { origin, stop } = await listen(server)
  return {
    origin,
    base: origin + BASE_PATH,
    api,
    requests,
    following: listening,
    close: stop,
  }
}

/** The same signal, and how many listen to it. */
export function countListeners(signal: ChangeSignal): { signal: ChangeSignal; listening: () => number } {
  let count = 0
  return {
    signal: {
      send: signal.send,
      listen(...given) {
        count += 1
        const stop = signal.listen(...given)
        return () => {
          count -= 1
          stop()
        }
      },
    },
    listening: () => count,
  }
}

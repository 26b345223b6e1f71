import { onlineManager, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFileSync } from 'node:fs'
import type { Carrier } from '../../src/api/carrier.ts'
import { createClient } from '../../src/api/client.ts'
import { BASE_PATH } from '../../src/api/contract.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createService } from '../../src/backend/service.ts'
import { randomId, type ArticleId, type CommentId } from '../../src/domain/ids.ts'
import { parseTranscript } from '../../src/transcript/parseTranscript.ts'
import { AmbientProvider } from '../../src/ui/ambient.tsx'
import { english } from '../../src/ui/messages/english.ts'
import { Page } from '../../src/ui/Page.tsx'
import { Announcer } from '../../src/ui/parts/Announcer.tsx'
import { openWriting } from '../../src/ui/outbox/openWriting.ts'
import { createDeviceStorage } from '../../src/ui/parts/deviceStorage.ts'
import { createMinuteClock } from '../../src/ui/parts/minuteClock.ts'
import { createQueryClient } from '../../src/ui/queryClient.ts'
import { loadOnDemand } from './loadOnDemand.ts'

const ORIGIN = 'https://soundoff.test'
const kerry = readFileSync('public/transcripts/kerry-to-urge-china.txt', 'utf8')

/** What goes wrong on the way: called for each request before it is handled, and after, with its answer. */
export type Faults = {
  before?: (request: Request) => Response | void | Promise<Response | void>
  after?: (request: Request, answer: Response) => Response | Promise<Response>
}

/**
 * A backend in memory that holds one transcript, behind a carrier whose faults a test can change at any time. `api` is the
 * service itself, by which others write.
 */
export async function startBackend(text = kerry, id = 'kerry') {
  const store = createMemoryStore()
  const transcript = parseTranscript(text, { id })
  if (transcript.article === null) throw new Error(transcript.problems[0].message)
  await store.importDiscussion(transcript, { replace: false })
  const api = createService({
    store,
    clock: () => new Date(),
    ids: () => randomId<CommentId>(),
    signal: createLocalSignal(),
  })
  const handle = createHandler(api)
  const faults: Faults = {}
  let streams = 0
  const carrier: Carrier = async (request) => {
    if (request.url.includes('/events')) streams += 1
    const refused = await faults.before?.(request.clone())
    if (refused) return refused
    const answer = await handle(request.clone())
    return faults.after ? faults.after(request, answer) : answer
  }
  return { articleId: transcript.article.id, carrier, faults, transcript, api, store, streams: () => streams }
}

type Backend = Awaited<ReturnType<typeof startBackend>>

/** The page as a reader has it, over the real client, handler, service and store. Called again for one backend, it is a reload. */
export async function openDiscussion(
  options: { backend?: Backend; asked?: ArticleId; waitFor?: string; alwaysOnline?: boolean } = {},
) {
  await loadOnDemand()
  const backend = options.backend ?? (await startBackend())
  const api = createClient(backend.carrier, ORIGIN + BASE_PATH)
  const device = createDeviceStorage(() => localStorage, ['draft:', 'outbox:'])
  const isAlwaysOnline = options.alwaysOnline ?? true
  const network = isAlwaysOnline ? { isOnline: () => true, subscribe: () => () => {} } : onlineManager
  const ambient = {
    api,
    findSharedName: () => Promise.resolve(null),
    messages: english,
    readerLocales: ['en-US'],
    minuteClock: createMinuteClock(() => new Date()),
    ...openWriting({ device, api, network, retryDelayMs: 1 }),
    device,
    tab: createDeviceStorage(() => sessionStorage),
  }
  const view = render(
    <QueryClientProvider client={createQueryClient({ retryDelayMs: 1 })}>
      <AmbientProvider value={ambient}>
        <Announcer>
          <Page findArticleId={() => Promise.resolve(options.asked ?? backend.articleId)} />
        </Announcer>
      </AmbientProvider>
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { name: options.waitFor ? new RegExp(options.waitFor) : /response/i })
  return {
    backend,
    user: userEvent.setup(),
    reload: () => (view.unmount(), openDiscussion({ ...options, backend })),
  }
}

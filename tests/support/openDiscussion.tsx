import { onlineManager } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFileSync } from 'node:fs'
import type { Carrier } from '../../src/api/carrier.ts'
import type { Held, Signs } from '../../src/backend/holdingRules.ts'
import { createMemoryServerStore } from '../../src/backend/memoryServerStore.ts'
import type { ArticleId } from '../../src/domain/ids.ts'
import { parseTranscript } from '../../src/transcript/parseTranscript.ts'
import { Page } from '../../src/ui/Page.tsx'
import { loadOnDemand } from './loadOnDemand.ts'
import { renderAmbient } from './renderAmbient.tsx'
import { serviceOver } from './serviceOver.ts'

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
export async function startBackend(
  text = kerry,
  id = 'kerry',
  policy: { suspect?: (signs: Signs) => Held | null } = {},
) {
  const store = createMemoryServerStore()
  const transcript = parseTranscript(text, { id })
  if (transcript.article === null) throw new Error(transcript.problems[0].message)
  await store.importDiscussion(transcript, { replace: false })
  const { api, handle, signal } = serviceOver(store, policy)
  const faults: Faults = {}
  let streams = 0
  const carrier: Carrier = async (request) => {
    if (request.url.includes('/events')) streams += 1
    const refused = await faults.before?.(request.clone())
    if (refused) return refused
    const answer = await handle(request.clone())
    return faults.after ? faults.after(request, answer) : answer
  }
  return {
    articleId: transcript.article.id,
    carrier,
    faults,
    transcript,
    api,
    store,
    signal,
    streams: () => streams,
  }
}

type Backend = Awaited<ReturnType<typeof startBackend>>

/** The page as a reader has it, over the real client, handler, service and store. Called again for one backend, it is a reload. */
export async function openDiscussion(
  options: { backend?: Backend; asked?: ArticleId; waitFor?: string; alwaysOnline?: boolean } = {},
) {
  await loadOnDemand()
  const backend = options.backend ?? (await startBackend())
  const isAlwaysOnline = options.alwaysOnline ?? true
  const network = isAlwaysOnline ? { isOnline: () => true, subscribe: () => () => {} } : onlineManager
  const view = renderAmbient(
    { carrier: backend.carrier, network, stored: localStorage },
    <Page findArticleId={() => Promise.resolve(options.asked ?? backend.articleId)} />,
  )
  await screen.findByRole('heading', { name: options.waitFor ? new RegExp(options.waitFor) : /response/i })
  return {
    backend,
    user: userEvent.setup(),
    reload: () => (view.unmount(), openDiscussion({ ...options, backend })),
  }
}

import type { Carrier } from '../api/carrier.ts'
import type { ArticleId } from '../domain/ids.ts'
import type { MockWorker } from './browser/startBackend.ts'
import { parseFaults } from './faults.ts'
import type { HostState } from './hostState.ts'
import { canHaveWorker, registerWorker } from './registerWorker.ts'
import { retriable } from './retriable.ts'
import { readTranscriptNames } from './transcriptNames.ts'

export type BrowserHostOptions = {
  /** The article that the page is about; `null` for the first one that there is a transcript of. */
  articleId: ArticleId | null
  /** What is to go wrong on purpose, as `parseFaults` reads it. */
  faults: string
}

export type BrowserHost = {
  /** Waits until the backend has started, so that a request can be made at any time. */
  carrier: Carrier
  /** The article that the page is about. Rejects with a `ProblemError`; each call after that tries again. */
  findArticleId(): Promise<ArticleId>
  /** How the backend came to run; rejects where its code could not be loaded. */
  state: Promise<HostState>
  /** Sets every article that came from a transcript back to it, without what was written here. */
  reset(): Promise<void>
}

/**
 * Starts the backend in the browser, and returns at once. Its code is loaded meanwhile; where that fails, the next request
 * loads it again.
 */
export function startBrowserHost({ articleId, faults: text }: BrowserHostOptions): BrowserHost {
  const { faults, problems } = parseFaults(text)
  const controlled = registerWorker()
  const mockWorker = loadMockWorker()
  const findNames = retriable(readTranscriptNames)
  const findArticleId = async () => articleId ?? (await findNames())[0]
  const start = retriable(async () => {
    const { startBackend } = await import('./browser/startBackend.ts')
    return startBackend({ findArticleId, findNames, faults, controlled, mockWorker })
  })
  const state = start().then((backend) => ({ ...backend.state, ignored: problems }))
  // Whoever awaits it is told; nobody has to.
  state.catch(() => undefined)
  return {
    carrier: async (request) => (await start()).carrier(request),
    findArticleId,
    state,
    reset: async () => (await start()).reset(),
  }
}

/** MSW cannot even be loaded where the page's storage is blocked. */
async function loadMockWorker(): Promise<MockWorker | null> {
  return canHaveWorker() ? import('./browser/startMockWorker.ts').catch(() => null) : null
}

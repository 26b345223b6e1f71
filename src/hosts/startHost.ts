import { networkCarrier, type Carrier } from '../api/carrier.ts'
import { BASE_PATH } from '../api/basePath.ts'
import { ProblemError } from '../api/problem.ts'
import type { ArticleId } from '../domain/ids.ts'
import type { BrowserHostOptions } from './browser.ts'
import type { HostState } from './hostState.ts'
import { retriable } from './retriable.ts'

declare global {
  interface ImportMetaEnv {
    /** The base that `VITE_BACKEND` names, put in when the page is built; `null` for the backend in the browser. */
    readonly BACKEND_BASE: string | null
  }
}

/** What a client needs to reach the backend, wherever it runs. */
export type Host = {
  carrier: Carrier
  /** The absolute URL of the contract's base path. */
  base: string
  /** The article that the page is about. Rejects with a `ProblemError`; each call after that tries again. */
  findArticleId(): Promise<ArticleId>
  /** The backend in the browser, where it runs there. */
  browser: BrowserBackend | null
}

export type BrowserBackend = {
  /** Starts it, if no request has done so yet. */
  start(): void
  /** How it came to run, once it was started. */
  state: Promise<HostState>
  reset(): Promise<void>
}

/**
 * Connects to what the page was built for. A backend in the browser starts when it is first asked for something, or told to.
 * What it needs is not in a build for another one.
 */
export function startHost(options: BrowserHostOptions): Host {
  if (import.meta.env.BACKEND_BASE === null) return lazyBrowserHost(options)
  const base = new URL(import.meta.env.BACKEND_BASE, location.origin).href.replace(/\/$/, '')
  void import('./keepOffline.ts').then(
    ({ keepOffline }) => keepOffline(base),
    () => undefined,
  )
  return { carrier: networkCarrier, base, findArticleId: () => demand(options.articleId), browser: null }
}

function lazyBrowserHost(options: BrowserHostOptions): Host {
  const start = retriable(async () => (await import('./browser.ts')).startBrowserHost(options))
  let settle: (state: Promise<HostState>) => void
  const state = new Promise<HostState>((resolve) => {
    settle = resolve
  })
  // Whoever awaits it is told of a failure; nobody has to.
  state.catch(() => undefined)
  const begin = async () => {
    const host = await start()
    settle(host.state)
    return host
  }
  return {
    carrier: async (request) => (await begin()).carrier(request),
    base: location.origin + BASE_PATH,
    findArticleId: async () => (await begin()).findArticleId(),
    browser: {
      start: () => void begin().catch(() => undefined),
      state,
      reset: async () => (await begin()).reset(),
    },
  }
}

/** A real backend has no article that is shown to those who ask for none. */
async function demand(articleId: ArticleId | null): Promise<ArticleId> {
  if (articleId === null) throw new ProblemError({ code: 'not-found', resource: 'article' })
  return articleId
}

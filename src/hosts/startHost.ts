import { networkCarrier, type Carrier } from '../api/carrier.ts'
import { BASE_PATH } from '../api/contract.ts'
import { ProblemError } from '../api/problem.ts'
import type { ArticleId } from '../domain/ids.ts'
import { startBrowserHost, type BrowserHost, type BrowserHostOptions } from './browser.ts'

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
  browser: Pick<BrowserHost, 'state' | 'reset'> | null
}

/** Starts what the page was built for. What the backend in the browser needs is not in a build for another one. */
export function startHost(options: BrowserHostOptions): Host {
  if (import.meta.env.BACKEND_BASE === null) {
    const browser = startBrowserHost(options)
    const base = location.origin + BASE_PATH
    return { carrier: browser.carrier, base, findArticleId: browser.findArticleId, browser }
  }
  const base = new URL(import.meta.env.BACKEND_BASE, location.origin).href.replace(/\/$/, '')
  return { carrier: networkCarrier, base, findArticleId: () => demand(options.articleId), browser: null }
}

/** A real backend has no article that is shown to those who ask for none. */
async function demand(articleId: ArticleId | null): Promise<ArticleId> {
  if (articleId === null) throw new ProblemError({ code: 'not-found', resource: 'article' })
  return articleId
}

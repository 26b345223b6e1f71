import type { WorkerSettings } from './settings.ts'

/** `hashed` files have their content's hash in their name, and so never change. */
export type RequestKind = 'page' | 'hashed' | 'file' | 'answer'

export type AskedFor = Pick<Request, 'url' | 'method' | 'mode' | 'cache' | 'headers'>

/**
 * What a request is to the worker; `null` where it is not the worker's to answer, as all that writes, has a right to show
 * (`Authorization`), goes to another origin, or asks a backend for what only it can tell: news, streams, what is searched for, what became of a key. `scope` is the worker's own folder.
 */
export function requestKind(request: AskedFor, scope: string, settings: WorkerSettings): RequestKind | null {
  const { url, method, cache, headers } = request
  if (method !== 'GET' || headers.has('Range') || cache === 'only-if-cached') return null
  if (settings.backend !== null) {
    const path = pathBelow(url, `${new URL(settings.backend, scope).href.replace(/\/$/, '')}/`)
    if (path !== null) return isKeptAnswer(path, headers) ? 'answer' : null
  }
  const path = pathBelow(url, scope)
  if (path === null) return null
  if (request.mode === 'navigate') return isPage(path, settings) ? 'page' : null
  if (path.startsWith('assets/')) return 'hashed'
  const isKnown = path !== '' && (settings.shell.includes(path) || settings.files.includes(path))
  return isKnown ? 'file' : null
}

/** The path of a URL below a folder, without query; `null` where it is not below it. */
export function pathBelow(url: string, folder: string): string | null {
  const { origin, pathname } = new URL(url)
  const place = origin + pathname
  return place.startsWith(folder) ? place.slice(folder.length) : null
}

function isPage(path: string, { bare }: WorkerSettings): boolean {
  return path === '' || path === 'index.html' || path === bare || /^articles\/[^/]+\.html$/.test(path)
}

function isKeptAnswer(path: string, headers: Headers): boolean {
  if (headers.has('Authorization') || headers.get('Accept')?.includes('text/event-stream')) return false
  return !/(^|\/)(idempotency\/|events$|changes$|search$)|^health$/.test(path)
}

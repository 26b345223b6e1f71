import { isWorthKeeping, keep, trim } from './keeping.ts'
import { articleOfPath, pageKey, pageKeys } from './pageKeys.ts'
import type { WorkerSettings } from './settings.ts'

/** How many pages are kept. */
const MOST = 50
/** How many of them a new build fetches as it draws them. */
const MOST_RENEWED = 10

export type Pages = {
  put(url: string, response: Response): Promise<void>
  /** The page of that URL as it was seen last; else one that draws the same article, or that leads to it. */
  find(url: string): Promise<Response | undefined>
  /** Fetches a page that somebody reads, if it is not kept. */
  keepRead(url: string): Promise<void>
  /** Fetches the pages that the worker of another build keeps under that name, if they can still be had. */
  renewFrom(cacheName: string): Promise<void>
}

/** The pages that were visited, kept in a cache of one build, as they need its files. */
export function createPages(cacheName: string, scope: string, { bare }: WorkerSettings): Pages {
  async function put(url: string, response: Response): Promise<void> {
    const key = pageKey(url, scope)
    if (!isWorthKeeping(key, response)) return
    const cache = await caches.open(cacheName)
    await keep(cache, key, response)
    await trim(cache, MOST)
  }

  async function findKept(urls: readonly string[]): Promise<Response | undefined> {
    const cache = await caches.open(cacheName)
    for (const url of urls) {
      const kept = (await cache.match(url, { ignoreVary: true })) ?? (await caches.match(url))
      if (kept) return kept
    }
    return undefined
  }

  return {
    put,
    async find(url) {
      const kept = await findKept(pageKeys(url, scope))
      if (kept) return kept
      const article = articleOfPath(url, scope)
      // The bare page is told by its query what to draw.
      if (article !== null) return Response.redirect(new URL(`?article=${article}`, scope).href)
      return findKept([new URL(bare, scope).href])
    },
    async keepRead(url) {
      if (!(await findKept([pageKey(url, scope)]))) await put(url, await fetch(url, { cache: 'force-cache' }))
    },
    async renewFrom(otherName) {
      const read = await (await caches.open(otherName)).keys()
      await Promise.allSettled(
        read.slice(-MOST_RENEWED).map(async ({ url }) => put(url, await fetch(url, { cache: 'no-cache' }))),
      )
    },
  }
}

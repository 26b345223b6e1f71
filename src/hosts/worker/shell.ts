import { retriable } from '../retriable.ts'
import { isWorthKeeping, keep } from './keeping.ts'
import type { WorkerSettings } from './settings.ts'

export type Shell = {
  /** Fetches what is not kept yet; after a success, at no cost. Rejects where the network does. */
  fill(): Promise<void>
  /** Keeps a file as it came, if it is one. */
  put(url: string, response: Response): Promise<void>
}

/** A file that is kept, by this build or another. */
export async function findFile(url: string): Promise<Response | undefined> {
  return caches.match(url, { ignoreVary: true })
}

/** What a build's pages need, kept in a cache of its own, so that pages of another build find theirs too. */
export function createShell(cacheName: string, scope: string, { shell }: WorkerSettings): Shell {
  const urls = shell.map((path) => new URL(path, scope).href)
  const put = async (url: string, response: Response) => {
    if (isWorthKeeping(url, response)) await keep(await caches.open(cacheName), url, response)
  }

  async function fetchMissing(): Promise<void> {
    const cache = await caches.open(cacheName)
    const there = new Set((await cache.keys()).map(({ url }) => url))
    const missing = urls.filter((url) => !there.has(url))
    await Promise.all(
      missing.map(async (url) => {
        const isHashed = url.startsWith(new URL('assets/', scope).href)
        const kept = isHashed ? await findFile(url) : undefined
        await put(url, kept ?? (await fetch(url, { cache: isHashed ? 'force-cache' : 'no-cache' })))
      }),
    )
  }

  return { fill: retriable(fetchMissing), put }
}

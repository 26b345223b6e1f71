import { pathBelow } from './requestKind.ts'

/** The URL that a page is kept under: of its query, only the article counts. */
export function pageKey(url: string, scope: string): string {
  const key = new URL((pathBelow(url, scope) ?? '').replace(/^index\.html$/, ''), scope)
  const article = new URL(url).searchParams.get('article')
  if (article !== null) key.searchParams.set('article', article)
  return key.href
}

/** The URLs under which a page may be kept that shows the same article, the likeliest first. */
export function pageKeys(url: string, scope: string): string[] {
  const key = pageKey(url, scope)
  const drawn = articleOfPath(url, scope)
  if (drawn !== null) return [key, new URL(`?article=${drawn}`, scope).href]
  const asked = new URL(key).searchParams.get('article')
  return asked === null ? [key] : [key, new URL(`articles/${encodeURIComponent(asked)}.html`, scope).href]
}

/** The name in `articles/NAME.html`, as it stands there. */
export function articleOfPath(url: string, scope: string): string | null {
  return /^articles\/([^/]+)\.html$/.exec(pathBelow(url, scope) ?? '')?.[1] ?? null
}

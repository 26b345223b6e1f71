import { splitLinks } from '../discussion/links.ts'

/** A dotted name as hosts have it, of which the last part is no number; or four numbers. */
const HOST_LIKE = /(?:[\p{L}\p{M}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{M}\p{N}-]{1,62}|(?:\d{1,3}\.){3}\d{1,3}/gu

/** The host that a link leads to, where its text names another one or hides which; `null` where nobody is misled. */
export function hostToShow(text: string, url: string): string | null {
  const { host, hostname } = new URL(url)
  // What is compatible with another character counts as that, as browsers have it in addresses; what is unseen does not count.
  const seen = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replaceAll('。', '.')
  const named = splitLinks(seen).flatMap((part) =>
    part.url === null ? namesIn(part.text) : [new URL(part.url).hostname],
  )
  return named.some((name) => bare(name) !== bare(hostname)) ? host : null
}

function namesIn(text: string): string[] {
  const names: string[] = text.match(HOST_LIKE) ?? []
  return names.length === 0 && text.includes('://') ? [text] : names
}

function bare(name: string): string {
  return name.toLowerCase().replace(/^www\./, '')
}

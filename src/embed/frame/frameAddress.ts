import { ATTRIBUTES, type WrittenOptions } from '../options.ts'

const ORIGIN = 'origin'

export const OPTION_NAMES = Object.keys(ATTRIBUTES) as (keyof WrittenOptions)[]

/** What the address of a frame says: what it begins with, and the origin of the page around it. */
export type Opened = { written: WrittenOptions; origin: string }

/** The frame's own page, with what it begins with as its fragment: no server is told that, and one page is fetched for all. */
export function writeFrameAddress(page: URL, { written, origin }: Opened): string {
  const address = new URL(page)
  const handed = new URLSearchParams()
  for (const name of OPTION_NAMES) {
    const text = written[name]
    if (text !== null) handed.set(ATTRIBUTES[name], text)
  }
  handed.set(ORIGIN, origin)
  address.hash = handed.toString()
  return address.href
}

/**
 * What this document was handed over. It is taken out of the address, whose fragment is for permalinks from then on, and kept for
 * when the document is loaded anew.
 */
export function takeHanded(): URLSearchParams {
  const kept: unknown = history.state
  if (typeof kept === 'string') return new URLSearchParams(kept)
  const text = location.hash.slice(1)
  history.replaceState(text, '', location.href.replace(/#.*$/, ''))
  return new URLSearchParams(text)
}

/** `null` where it does not name an origin as browsers write it. */
export function readHanded(handed: URLSearchParams): Opened | null {
  const origin = handed.get(ORIGIN)
  if (origin === null || !isOrigin(origin)) return null
  const written = OPTION_NAMES.map((name) => [name, handed.get(ATTRIBUTES[name])])
  return { written: Object.fromEntries(written), origin }
}

/** Not that of a file or of a sandbox, which is no address that a message could be sent to. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}

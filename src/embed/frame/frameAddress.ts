import { ATTRIBUTES, type WrittenOptions } from '../options.ts'

const ORIGIN = 'origin'

export const OPTION_NAMES = Object.keys(ATTRIBUTES) as (keyof WrittenOptions)[]

/** What the address of a frame says: what it begins with, and the origin of the page around it. */
export type Opened = { written: WrittenOptions; origin: string }

/** The frame's own page, with what it begins with as its query. */
export function writeFrameAddress(page: URL, { written, origin }: Opened): string {
  const address = new URL(page)
  for (const name of OPTION_NAMES) {
    const text = written[name]
    if (text !== null) address.searchParams.set(ATTRIBUTES[name], text)
  }
  address.searchParams.set(ORIGIN, origin)
  return address.href
}

/** `null` where it does not name an origin as browsers write it. */
export function readFrameAddress({ searchParams }: URL): Opened | null {
  const origin = searchParams.get(ORIGIN)
  if (origin === null || !isOrigin(origin)) return null
  const written = OPTION_NAMES.map((name) => [name, searchParams.get(ATTRIBUTES[name])])
  return { written: Object.fromEntries(written), origin }
}

/** Not that of a file or of a sandbox, which is no address that a message could be sent to. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}

import { BASE_PATH } from '../api/basePath.ts'

/**
 * `browser`, or the base of the contract on the server that is named, with or without its path, and perhaps relative to `base`; `null`
 * for anything else.
 */
export function readBackend(text: string | null, base: string): string | null {
  if (text?.trim() === 'browser') return 'browser'
  const address = readUrl(text, base)
    ?.replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
  if (!address) return null
  return address.endsWith(BASE_PATH) ? address : address + BASE_PATH
}

/** An address of the web; `null` for anything else. */
export function readUrl(text: string | null, base: string): string | null {
  if (!text?.trim() || !URL.canParse(text.trim(), base)) return null
  const { protocol, href } = new URL(text.trim(), base)
  return /^https?:$/.test(protocol) ? href : null
}

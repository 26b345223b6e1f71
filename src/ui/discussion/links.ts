/** A stretch of plain text; `url` is set where it is a link. */
export type TextPart = { text: string; url: string | null }

const CANDIDATE = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]+/giu
const DESTINATION = /^(?:https?:\/\/|www\.)[^\s<>"“”«»]+$/iu
const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/**
 * Parts a text at the web addresses in it; the parts joined are the text. Only `http` and `https` become links, and
 * none with a name before the host (`https://bank.example@evil.example`). Punctuation that ends the sentence rather than
 * the address stays outside, and so does a closing bracket that was opened outside.
 */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(CANDIDATE)) {
    const address = withoutEnding(match[0])
    const url = toUrl(address)
    if (url === null) continue
    if (match.index > end) parts.push({ text: text.slice(end, match.index), url: null })
    parts.push({ text: address, url })
    end = match.index + address.length
  }
  if (end < text.length) parts.push({ text: text.slice(end), url: null })
  return parts
}

/** What a link that names its own address leads to, by the same rules, but that it may be the reader's own machine; or `null`. */
export function linkTarget(address: string): string | null {
  return DESTINATION.test(address) ? toUrl(address, true) : null
}

/** An address without the punctuation that ends the sentence around it. */
export function withoutEnding(address: string): string {
  const open = new Map<string, number>()
  for (const character of address) {
    const opener = CLOSERS[character]
    if (opener) open.set(opener, (open.get(opener) ?? 0) - 1)
    else open.set(character, (open.get(character) ?? 0) + 1)
  }
  let length = address.length
  while (length > 0) {
    const last = address.charAt(length - 1)
    const opener = CLOSERS[last]
    if (opener === undefined ? !/[.,;:!?'’…*_]/u.test(last) : (open.get(opener) ?? 0) >= 0) break
    if (opener !== undefined) open.set(opener, (open.get(opener) ?? 0) + 1)
    length -= 1
  }
  return address.slice(0, length)
}

function toUrl(address: string, mayBeLocal = false): string | null {
  const absolute = /^www\./i.test(address) ? `https://${address}` : address
  if (!URL.canParse(absolute)) return null
  const url = new URL(absolute)
  const isNamed = url.hostname.includes('.') || (mayBeLocal && url.hostname === 'localhost')
  return url.username === '' && url.password === '' && isNamed ? url.href : null
}

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { EditTokens } from './editTokens.ts'

/** Bytes of a secret: as many as the hash has. */
export const SECRET_LENGTH = 32

const encoder = new TextEncoder()

/**
 * Tokens that nothing has to be kept for: HMAC-SHA-256 of the comment's id under the backend's secret, in the alphabet of
 * URLs. They are good for as long as the secret is the same. By a library, as a page that was served over plain HTTP has
 * no `crypto.subtle`.
 */
export function hmacTokens(secret: Uint8Array): EditTokens {
  const issue: EditTokens['issue'] = (id) => {
    const bytes = hmac(sha256, secret, encoder.encode(`soundoff edit ${id}`))
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  }
  return { issue, isFor: (id, token) => isEqual(issue(id), token) }
}

/** Of random bytes. */
export function randomSecret(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(SECRET_LENGTH))
}

/** Looks at every character whatever the first ones are; the length of a token is no secret. */
function isEqual(right: string, given: string): boolean {
  let difference = right.length ^ given.length
  for (let at = 0; at < right.length; at += 1) difference |= right.charCodeAt(at) ^ given.charCodeAt(at)
  return difference === 0
}

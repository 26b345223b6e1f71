import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { CommentId } from '../domain/ids.ts'
import type { EditTokens } from './editTokens.ts'

/** Bytes of a secret: as many as the hash has. */
export const SECRET_LENGTH = 32

const encoder = new TextEncoder()

/**
 * Tokens that nothing has to be kept for: HMAC-SHA-256 of the comment's id under the backend's secret, in the alphabet of
 * URLs. They are good for as long as the secret is the same, or is named as an older one, which issues none any more. By a library, as
 * a page that was served over plain HTTP has no `crypto.subtle`.
 */
export function hmacTokens(secret: Uint8Array, ...older: readonly Uint8Array[]): EditTokens {
  return {
    issue: (id) => tokenOf(secret, id),
    // All of them are looked at, whichever it is.
    isFor: (id, token) => [secret, ...older].map((each) => isEqual(tokenOf(each, id), token)).includes(true),
  }
}

/** Of random bytes. */
export function randomSecret(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(SECRET_LENGTH))
}

function tokenOf(secret: Uint8Array, id: CommentId): string {
  const bytes = hmac(sha256, secret, encoder.encode(`soundoff edit ${id}`))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Looks at every character whatever the first ones are; the length of a token is no secret. */
function isEqual(right: string, given: string): boolean {
  let difference = right.length ^ given.length
  for (let at = 0; at < right.length; at += 1) difference |= right.charCodeAt(at) ^ given.charCodeAt(at)
  return difference === 0
}

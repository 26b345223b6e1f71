import type { ImportedComment } from '../domain/comment.ts'
import { writeJson } from '../domain/writeJson.ts'

/**
 * 64 bits that tell comments, in their order, from any others, as hexadecimal digits: two hashes (FNV-1a) that begin
 * differently. Against accidents, not against who makes two of the same on purpose.
 */
export function fingerprintOf(comments: readonly ImportedComment[]): string {
  let [left, right] = [0x811c9dc5, 0x050c5d1f]
  for (const { id, parentId, author, createdAt, body } of comments) {
    const text = writeJson([id, parentId, author.name, createdAt, body])
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      left = Math.imul(left ^ code, 0x01000193)
      right = Math.imul(right ^ code, 0x01000193)
    }
  }
  return [left, right].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}

import * as fc from 'fast-check'
import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { hmacTokens, randomSecret, SECRET_LENGTH } from '../../src/backend/hmacTokens.ts'
import type { CommentId } from '../../src/domain/ids.ts'

const commentId = fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/).map((text) => text as CommentId)
const secret = fc.uint8Array({ minLength: SECRET_LENGTH, maxLength: SECRET_LENGTH })

test('a token is the HMAC-SHA-256 of the comment under the secret, as another implementation has it', () => {
  fc.assert(
    fc.property(secret, commentId, (bytes, id) => {
      const expected = createHmac('sha256', bytes).update(`soundoff edit ${id}`).digest('base64url')
      expect(hmacTokens(bytes).issue(id)).toBe(expected)
      expect(hmacTokens(bytes).isFor(id, expected)).toBe(true)
    }),
  )
})

test('a token is for one comment under one secret, to the letter', () => {
  fc.assert(
    fc.property(commentId, commentId, fc.nat(42), (id, other, at) => {
      fc.pre(id !== other)
      const tokens = hmacTokens(randomSecret())
      const token = tokens.issue(id)
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
      for (const wrong of [tokens.issue(other), changed, token.slice(0, -1), `${token}A`, `${token}\0`, '']) {
        expect(tokens.isFor(id, wrong)).toBe(false)
      }
      expect(hmacTokens(randomSecret()).isFor(id, token)).toBe(false)
    }),
  )
})

test('of several secrets the first one issues, all of them verify, and no other does', () => {
  fc.assert(
    fc.property(commentId, fc.array(secret, { maxLength: 3 }), (id, older) => {
      const [newest, stranger] = [randomSecret(), randomSecret()]
      const tokens = hmacTokens(newest, ...older)
      expect(tokens.issue(id)).toBe(hmacTokens(newest).issue(id))
      for (const each of [newest, ...older]) expect(tokens.isFor(id, hmacTokens(each).issue(id))).toBe(true)
      expect(tokens.isFor(id, hmacTokens(stranger).issue(id))).toBe(false)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRanges, foldName, foldText, matches, parseQuery } from '../../src/domain/search.ts'
import { NAUGHTY_TEXTS } from '../support/hostileTexts.ts'

/** Letters that fold to more, fewer or other ones, marks, and what parts them; few, so that they meet. */
const parts = [
  [
    'a',
    'B',
    'i',
    'e',
    'ss',
    'ß',
    'ẞ',
    'İ',
    'ı',
    'ﬁ',
    'ŉ',
    'ﷺ',
    'Σ',
    'ς',
    'é',
    'ΐ',
    'ÅÅ',
    'か',
    'が',
    '한',
    'क',
  ],
  ['\u0301', '\u0323', '\u0327', '\u0345', '\u3099', '\u1112', 'ा', '𝒳', '👍', '🏽', '\uD83D', '\uDC4D'],
  ['\u200D', '\uFE0F', '\uFEFF', ' ', '\n', '\u00A0', '¨', '"', '“', '’'],
].flat()
const tricky = fc.constantFrom(...parts)
const text = fc.oneof(
  fc.array(tricky, { maxLength: 30 }).map((some) => some.join('')),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...NAUGHTY_TEXTS),
)
const query = fc.oneof(
  fc.array(tricky, { maxLength: 3 }).map((some) => some.join('')),
  text,
)

test('every range holds a term, splits no surrogate pair, and stands behind the one before it', () => {
  fc.assert(
    fc.property(text, query, (body, asked) => {
      const terms = parseQuery(asked)
      if (!terms) return
      let last = -1
      for (const [start, end] of findRanges(body, terms)) {
        expect(start).toBeGreaterThan(last)
        expect(end).toBeGreaterThan(start)
        const found = foldText(body.slice(start, end))
        expect(terms.some((term) => found.includes(term))).toBe(true)
        for (const edge of [start, end]) expect(splitsPair(body, edge)).toBe(false)
        last = end
      }
    }),
    { numRuns: 2_000 },
  )
})

test('a text matches just where every term has a range in it', () => {
  fc.assert(
    fc.property(text, query, (body, asked) => {
      const terms = parseQuery(asked)
      if (!terms) return
      const isFound = terms.every((term) => findRanges(body, [term]).length > 0)
      expect(matches([body], terms)).toBe(isFound)
    }),
    { numRuns: 2_000 },
  )
})

test('whatever stands in a text is found in it, wherever it is asked for', () => {
  fc.assert(
    fc.property(text, text, text, (before, asked, after) => {
      const terms = parseQuery(asked)
      const spaced = [before, asked, after].join(' ')
      if (terms) expect(matches([spaced], terms)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('what is folded is not changed by being folded again', () => {
  fc.assert(
    fc.property(text, (body) => {
      expect(foldText(foldText(body))).toBe(foldText(body))
      expect(foldName(foldName(body))).toBe(foldName(body))
    }),
    { numRuns: 2_000 },
  )
})

function splitsPair(body: string, edge: number): boolean {
  return /[\uD800-\uDBFF]/.test(body[edge - 1] ?? '') && /[\uDC00-\uDFFF]/.test(body[edge] ?? '')
}

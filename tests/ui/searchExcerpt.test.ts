import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findRanges, type Range } from '../../src/domain/search.ts'
import { excerptOf, partsOf } from '../../src/ui/finding/search/excerpt.ts'

/** As it is read: matches in brackets. */
function shown(text: string, terms: readonly string[], length: number): string {
  const { pieces, isCutBefore, isCutAfter } = excerptOf(text, findRanges(text, terms), length)
  const marked = pieces.map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text)).join('')
  return `${isCutBefore ? '…' : ''}${marked}${isCutAfter ? '…' : ''}`
}

describe('an excerpt', () => {
  test.each([
    ['a short text, whole', 'One two three', ['two'], 40, 'One [two] three'],
    ['the beginning, where nothing in it matches', 'One two three four', [], 10, 'One two…'],
    ['words around the first match', 'One two three four five six', ['four'], 12, '…[four] five…'],
    ['no half word at its end', 'One two threefold', ['one'], 10, '[One] two…'],
    ['part of a word that is longer', `x${'a'.repeat(30)}`, [], 10, `x${'a'.repeat(9)}…`],
    ['no half of a character', `${'😀'.repeat(30)}`, [], 9, `${'😀'.repeat(4)}…`],
    [
      'every match that it holds',
      'tea for two, and two for tea',
      ['tea', 'two'],
      40,
      '[tea] for [two], and [two] for [tea]',
    ],
  ])('shows %s', (_, text, terms, length, expected) => {
    expect(shown(text, terms, length)).toBe(expected)
  })

  test('is a part of the text that is no longer than it may be, and marks only what matches', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('tea', '😀😀', '\n', 'é'),
    )
    const texts = fc.array(word, { maxLength: 80 }).map((words) => words.join(' '))
    const places = fc.array(fc.tuple(fc.nat(600), fc.integer({ min: 1, max: 20 })), { maxLength: 8 })
    fc.assert(
      fc.property(texts, places, fc.integer({ min: 4, max: 300 }), (text, starts, length) => {
        const ranges = disjoint(starts, text.length)
        const { pieces, isCutBefore, isCutAfter } = excerptOf(text, ranges, length)
        const whole = pieces.map((piece) => piece.text).join('')
        expect(whole.length).toBeLessThanOrEqual(length)
        expect(text).toContain(whole)
        if (text.isWellFormed()) expect(whole.isWellFormed() || ranges.length > 0).toBe(true)
        expect(isCutBefore || isCutAfter).toBe(whole !== text)
        const marked = new Set(ranges.map(([start, end]) => text.slice(start, end)))
        for (const { text: part, isMatch } of pieces.slice(1, -1)) {
          if (isMatch) expect(marked).toContain(part)
        }
        expect(
          partsOf(text, ranges)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

/** Of those that are given, what lies within the text and does not touch what was before. */
function disjoint(places: readonly [number, number][], end: number): Range[] {
  const ranges: Range[] = []
  for (const [start, length] of places.toSorted((a, b) => a[0] - b[0])) {
    if (start > (ranges.at(-1)?.[1] ?? -1) && start + length <= end) ranges.push([start, start + length])
  }
  return ranges
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CommentId } from '../../src/domain/ids.ts'
import { actionOf } from '../../src/ui/finding/keys/keyTable.ts'
import { branchOf, type Standing } from '../../src/ui/finding/keys/readingOrder.ts'
import { stepFrom } from '../../src/ui/finding/keys/stepFrom.ts'
import { readReading, writeReading, DENSITIES, SIZES } from '../../src/ui/finding/settings/reading.ts'

const alone = {
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
}

describe('a key', () => {
  test.each([
    ['j', {}, 'next'],
    // Caps Lock is on.
    ['J', {}, 'next'],
    ['J', { shiftKey: true }, null],
    ['/', {}, 'search'],
    // As some keyboards have them.
    ['/', { shiftKey: true }, 'search'],
    ['?', { shiftKey: true }, 'help'],
    ['j', { ctrlKey: true }, null],
    ['j', { metaKey: true }, null],
    ['j', { altKey: true }, null],
    ['j', { isComposing: true }, null],
    // On Arabic and Russian keyboards, and on a German and a French one.
    ['ت', { code: 'KeyJ' }, 'next'],
    ['؟', { code: 'Slash', shiftKey: true }, 'help'],
    ['О', { code: 'KeyJ', shiftKey: true }, null],
    ['ö', { code: 'Semicolon' }, null],
    ['é', { code: 'Digit2' }, null],
    ['Enter', {}, null],
    ['Escape', {}, null],
    ['x', {}, null],
  ])('%j with %j is for %j', (key, held, action) => {
    expect(actionOf({ ...alone, key, ...held })).toBe(action)
  })
})

describe('a step', () => {
  const standing = [
    stand('a', 0, null),
    stand('b', 1, 'a'),
    stand('c', 2, 'b'),
    stand('d', 1, 'a'),
    stand('e', 0, null),
  ]

  test.each([
    ['next', 0, 'b'],
    ['next', 4, null],
    ['previous', 3, 'c'],
    ['previous', 0, null],
    ['nextThread', 1, 'e'],
    ['nextThread', 4, null],
    ['parent', 2, 'b'],
    ['parent', 4, null],
    ['firstReply', 1, 'c'],
    ['firstReply', 2, null],
    // From nowhere, with the fourth as the first in view.
    ['next', null, 'd'],
    ['previous', null, 'c'],
    ['nextThread', null, 'e'],
    ['parent', null, null],
    ['firstReply', null, null],
  ] as const)('%s from %j leads to %j', (step, from, to) => {
    expect(stepFrom(standing, step, from, 3)).toBe(to)
  })

  test('within one branch stays there', () => {
    expect(branchOf(standing, 'b').map(({ id }) => id)).toEqual(['b', 'c'])
    expect(branchOf(standing, 'a').map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
    expect(branchOf(standing, 'gone')).toEqual([])
  })

  test('forth and back again leads to where it began', () => {
    fc.assert(
      fc.property(fc.nat(3), (from) => {
        const next = standing.findIndex(({ id }) => id === stepFrom(standing, 'next', from, 0))
        expect(stepFrom(standing, 'previous', next, 0)).toBe(standing[from]?.id)
      }),
    )
  })
})

describe('what is chosen of how a discussion is shown', () => {
  test('is read as it was written', () => {
    const reading = fc.record({
      density: fc.constantFrom(null, ...DENSITIES),
      size: fc.constantFrom(...SIZES),
    })
    fc.assert(
      fc.property(reading, (chosen) => {
        expect(readReading(writeReading(chosen))).toEqual(chosen)
      }),
    )
  })

  test('is nothing where nothing is kept, or nothing that makes sense', () => {
    for (const text of [null, '', 'huge', 'largest compactly']) {
      expect(writeReading(readReading(text))).toBeNull()
    }
  })
})

function stand(id: string, depth: number, parentId: string | null): Standing {
  return { id: id as CommentId, parentId: parentId as CommentId | null, depth }
}

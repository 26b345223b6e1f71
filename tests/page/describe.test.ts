import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from '../../src/domain/article.ts'
import type { ArticleId, DiscussionId } from '../../src/domain/ids.ts'
import { describe } from '../../src/page/describe.ts'

function articleOf(...texts: string[]): Article {
  const id = 'sample'
  return {
    id: id as ArticleId,
    discussionId: id as DiscussionId,
    title: 'A title',
    byline: null,
    publishedAt: null,
    dateline: null,
    blocks: texts.map((text) => ({ kind: 'paragraph', text })),
  }
}

test.for([
  ['a short paragraph is its own description', ['Short.', 'Second.'], 'Short.'],
  ['line breaks become spaces', ['Two\nlines,  spaced.'], 'Two lines, spaced.'],
  ['an empty paragraph is passed over', [' \n', 'The first.'], 'The first.'],
  ['no paragraph, no description', [], null],
  ['what is just long enough stays whole', ['a'.repeat(160)], 'a'.repeat(160)],
  ['a cut comes after a word, without its comma', [`${'word, '.repeat(40)}`], `${'word, '.repeat(25)}word…`],
  ['a word that is too long is cut itself', ['a'.repeat(5000)], `${'a'.repeat(159)}…`],
] as const)('%s', ([, texts, description]) => {
  expect(describe(articleOf(...texts))).toBe(description)
})

test('in any language a description has at most 160 characters, none of them cut in two, and begins as the text does', () => {
  const word = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('北朝鮮', '👩‍👩‍👧‍👦', ' ', 'e\u0301', '…'))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const text = words.join('').replace(/\s+/g, ' ').trim()
      const description = describe(articleOf(text)) ?? ''
      expect(Array.from(description).length).toBeLessThanOrEqual(160)
      expect(description.isWellFormed() || !text.isWellFormed()).toBe(true)
      if (description !== text) {
        expect(description.endsWith('…')).toBe(true)
        expect(text.startsWith(description.slice(0, -1))).toBe(true)
      }
    }),
  )
})

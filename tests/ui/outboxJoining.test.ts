import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinTexts, type Text } from '../../src/ui/markdown/joinTexts.ts'
import { blocksText } from '../../src/ui/markdown/markdownTree.ts'
import { parseMarkdown } from '../../src/ui/markdown/parseMarkdown.ts'

const PARTS = [
  'word',
  ' b',
  '\n',
  '\n\n',
  '*',
  '**',
  '_',
  '`',
  '```',
  '~~~',
  '\n```\n',
  '> ',
  '- ',
  '1. ',
  '\n  c',
]
const bodies = fc.array(fc.constantFrom(...PARTS), { maxLength: 14 }).map((parts) => `a${parts.join('')}z`)
const texts = fc.record<Text>({ body: bodies, format: fc.constantFrom('plain', 'markdown') })

/** What a reader sees of it, but for how many spaces and lines are between its words. */
function seen({ body, format }: Text): string {
  const text = format === 'plain' ? body : blocksText(parseMarkdown(body) ?? [])
  return text.split(/\s+/).join(' ').trim()
}

test('two texts that are joined are seen one after the other as each was seen alone', () => {
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      expect(seen(joinTexts(first, second))).toBe(`${seen(first)} ${seen(second)}`)
    }),
    { numRuns: 3_000 },
  )
})

test('two plain texts stay plain, to the letter', () => {
  expect(joinTexts({ body: '2 * 3', format: 'plain' }, { body: '- so', format: 'plain' })).toEqual({
    body: '2 * 3\n\n- so',
    format: 'plain',
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeMarkdown } from '../../src/ui/markdown/escapeMarkdown.ts'
import { blocksText, type Inline } from '../../src/ui/markdown/markdownTree.ts'
import { parseMarkdown } from '../../src/ui/markdown/parseMarkdown.ts'
import { quoteMarkdown } from '../../src/ui/markdown/quoteMarkdown.ts'

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => text.isWellFormed()),
  fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '\n',
        '\n\n',
        '*',
        '_',
        '`',
        '~~~',
        '>',
        '-',
        '- ',
        '+ ',
        '1. ',
        '9) ',
        '#',
        '[',
        ']',
        '(',
        ')',
        '!',
        '<',
        '\\',
        '&lt;',
        '|',
        'https://a.example/b_c',
        'www.a.example',
        '\t',
        '=',
        '🙂',
        'é',
        '://',
        '"',
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join('')),
)

test('an escaped text shows to the letter, but for white space around its lines', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const plain = readable(text)
      if (plain === '') return
      expect(blocksText(parseMarkdown(escapeMarkdown(plain)) ?? [])).toBe(plain)
    }),
    { numRuns: 3000 },
  )
})

test('a quoted text shows to the letter in a quotation, with a link to its place below it', () => {
  const cite = { name: 'Pete [*]', href: 'https://a.example/?article=b_(c)#comment-1' }
  fc.assert(
    fc.property(texts, (text) => {
      const plain = readable(text)
      if (plain === '') return
      const [quote, ...rest] = parseMarkdown(`${quoteMarkdown(plain, cite)}I see.`) ?? []
      expect(rest).toEqual([{ kind: 'paragraph', content: [{ kind: 'text', text: 'I see.' }] }])
      const content = quote?.kind === 'quote' ? quote.content : []
      expect(blocksText(content.slice(0, -1))).toBe(plain)
      const url = 'https://a.example/?article=b_%28c%29#comment-1'
      const link: Inline = { kind: 'link', url, content: [{ kind: 'text', text: 'Pete [*]' }] }
      expect(content.at(-1)).toEqual({ kind: 'paragraph', content: [{ kind: 'text', text: '— ' }, link] })
    }),
  )
})

test.for([
  [
    'on the reader’s own machine',
    { name: 'Ada', href: 'http://localhost:4173/#comment-1' },
    '> a\n>\n> — [Ada](http://localhost:4173/#comment-1)\n\n',
  ],
  [
    'of somebody without a name',
    { name: null, href: 'https://a.example/#b' },
    '> a\n>\n> — [https://a.example/#b](https://a.example/#b)\n\n',
  ],
  ['at an address that cannot be linked', { name: 'Ada', href: 'file:///a' }, '> a\n>\n> — Ada\n\n'],
  ['of nobody from nowhere', { name: null, href: 'file:///a' }, '> a\n\n'],
] as const)('a place %s is cited as far as it can be', ([, cite, expected]) => {
  expect(quoteMarkdown('a', cite)).toBe(expected)
})

/** A text as a plain comment would show it to the letter, without the white space that Markdown does not keep. */
function readable(text: string): string {
  const cleared = text.replace(/\r\n?|[^\P{Cc}\n\t]/gu, '')
  return cleared
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

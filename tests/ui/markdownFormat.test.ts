import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toggleBullets, toggleNumbers, toggleQuote } from '../../src/ui/markdown/formatLines.ts'
import {
  toggleBold,
  toggleCode,
  toggleItalic,
  toggleLink,
  type Format,
  type Selected,
} from '../../src/ui/markdown/formatText.ts'

/** `‹` and `›` stand around what is selected. */
function selectedIn(marked: string): Selected {
  const start = marked.indexOf('‹')
  return { text: marked.replace(/[‹›]/g, ''), start, end: marked.indexOf('›') - 1 }
}

function marked({ text, start, end }: Selected): string {
  return `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`
}

describe('a selection', () => {
  test.for<[string, Format, string, string]>([
    ['becomes bold', toggleBold, 'a ‹word› b', 'a **‹word›** b'],
    ['is no longer bold', toggleBold, 'a **‹word›** b', 'a ‹word› b'],
    ['is no longer bold, selected with its marks', toggleBold, 'a ‹**word**› b', 'a ‹word› b'],
    ['becomes bold without the space around it', toggleBold, 'a‹ word ›b', 'a **‹word›** b'],
    ['that is empty becomes bold where one writes on', toggleBold, 'a ‹›', 'a **‹›**'],
    ['that is bold becomes italic too', toggleItalic, '**‹word›**', '***‹word›***'],
    ['that is bold and italic is italic', toggleBold, '***‹word›***', '*‹word›*'],
    ['that is italic becomes bold too', toggleBold, '*‹word›*', '***‹word›***'],
    ['becomes code', toggleCode, 'a ‹x = 1› b', 'a `‹x = 1›` b'],
    ['with a backtick becomes code between two', toggleCode, '‹`x› b', '`` ‹`x› `` b'],
    ['is no longer code, selected with its marks', toggleCode, '‹`x`›', '‹x›'],
    ['of lines becomes a block of code', toggleCode, 'a\n‹  b\nc›\nd', 'a\n```\n‹  b\nc›\n```\nd'],
    ['of part of the lines, too', toggleCode, 'a ‹b\nc› d', '```\n‹a b\nc d›\n```'],
    ['becomes a link whose address one writes', toggleLink, 'a ‹word› b', 'a [word](‹https://›) b'],
    ['is a word again', toggleLink, 'a [word](‹https://›) b', 'a ‹word› b'],
    [
      'that is an address becomes a link whose words one writes',
      toggleLink,
      '‹https://a.example›',
      '[‹›](https://a.example)',
    ],
    ['is an address again', toggleLink, '[‹›](https://a.example)', '‹https://a.example›'],
    ['that is empty becomes a link whose words one writes', toggleLink, 'a ‹›', 'a [‹›](https://)'],
    ['of lines becomes a quotation', toggleQuote, 'a\n‹b\n\nc›', 'a\n‹> b\n> \n> c›'],
    ['in the middle of a line makes the line a quotation', toggleQuote, 'one ‹› two', '> one ‹› two'],
    ['of a quotation is none', toggleQuote, '> ‹a\n> b›', '‹a\nb›'],
    ['of lines becomes a list without its empty lines', toggleBullets, '‹a\n\nb›', '‹- a\n\n- b›'],
    ['of an empty line becomes an item', toggleBullets, 'a\n‹›', 'a\n- ‹›'],
    ['that ends behind a line break leaves the next line', toggleBullets, '‹a\nb\n›c', '‹- a\n- b›\nc'],
    ['of items of nothing is lines of nothing', toggleBullets, '‹- \n- ›', '‹\n›'],
    ['of lines of nothing becomes items', toggleBullets, '‹\n›', '‹- \n- ›'],
    ['that ends in a line of nothing has it in the quotation', toggleQuote, '‹a\n›', '‹> a\n> ›'],
    ['of lines is numbered', toggleNumbers, '‹a\nb›', '‹1. a\n2. b›'],
    ['of a numbered list is none', toggleNumbers, '‹3. a\n4. b›', '‹a\nb›'],
  ])('%s', ([, format, before, after]) => {
    expect(marked(format(selectedIn(before)))).toBe(after)
  })
})

describe('done twice, the text is as it was:', () => {
  const pieces = fc.constantFrom(
    'a',
    'be',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '*',
    '**',
    '***',
    '`',
    '``',
    '```\n',
    '> ',
    '- ',
    '_',
    '🙂',
    'https://a.example/',
    '(',
    ')',
  )
  const selections = (piece: fc.Arbitrary<string>) =>
    fc
      .array(piece, { maxLength: 12 })
      .map((parts) => parts.join(''))
      .chain((text) =>
        fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({
          text,
          start: Math.min(a, b),
          end: Math.max(a, b),
        })),
      )

  test.for<[string, Format]>([
    ['bold', toggleBold],
    ['italic', toggleItalic],
    ['code', toggleCode],
    ['link', toggleLink],
    ['quote', toggleQuote],
    ['list', toggleBullets],
    ['numbered list', toggleNumbers],
  ])('%s', ([, format]) => {
    fc.assert(
      fc.property(selections(pieces), (selected) => {
        const once = format(selected)
        expect(once.start).toBeLessThanOrEqual(once.end)
        expect(once.end).toBeLessThanOrEqual(once.text.length)
        expect(once.text).not.toBe(selected.text)
        expect(format(once).text).toBe(selected.text)
      }),
      { numRuns: 2000 },
    )
  })
})

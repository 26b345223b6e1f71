import { describe, expect, test } from 'vitest'
import {
  findRanges,
  foldName,
  matches,
  parseQuery,
  RANGES_LIMIT,
  type Terms,
} from '../../src/domain/search.ts'

describe('what is looked for', () => {
  test.for<[string, string, Terms | null]>([
    ['words', '  Two   words\n', ['two', 'words']],
    ['a word that is given twice once', 'so so', ['so']],
    ['a phrase', '"see it  differently" Hapa', ['see it differently', 'hapa']],
    [
      'a phrase in quotation marks of other kinds',
      '„so was“ «comme ça» “like that”',
      ['so was', 'comme ca', 'like that'],
    ],
    ['words after a mark that is alone', 'tall "as he', ['tall', 'as', 'he']],
    ['signs', '?! 👍🏽', ['?!', '👍🏽']],
    ['nothing in white space', ' \n\u3000', null],
    ['nothing in marks alone', '\u0301 \u200D\uFE0F', null],
    ['nothing in quotation marks alone', '"" “ ”', null],
  ])('is %s', ([, query, terms]) => {
    expect(parseQuery(query)).toEqual(terms)
  })
})

describe('what is found', () => {
  test.for<[string, string, string, string[]]>([
    ['without regard to case', 'PETE', 'Ask Pete, or pete.', ['Pete', 'pete']],
    ['without diacritics', 'zurich', 'In Zürich, in Zu\u0308rich', ['Zürich', 'Zu\u0308rich']],
    ['with diacritics, where the text has none', 'Zürich', 'in Zurich', ['Zurich']],
    ['where folding makes a text longer', 'strasse', 'Große Straße, STRASSE', ['Straße', 'STRASSE']],
    ['where only half of a letter was asked for', 's', 'aß', ['ß']],
    ['behind letters that get longer', 'end', 'ßßﬁİ end', ['end']],
    ['a dotted capital I', 'istanbul', 'İstanbul', ['İstanbul']],
    ['ligatures', 'office', 'the oﬃce', ['oﬃce']],
    ['wide letters', 'abc', 'ＡＢＣ', ['ＡＢＣ']],
    ['letters with a stroke', 'orsted lodz', 'Ørsted, Łódź', ['Ørsted', 'Łódź']],
    ['the sigma that ends a word', 'ΟΔΟΣ', 'η οδος', ['οδος']],
    ['Hebrew without points', 'שלום', 'שָׁלוֹם', ['שָׁלוֹם']],
    ['Arabic without points', 'محمد', 'مُحَمَّد', ['مُحَمَّد']],
    ['in scripts without spaces', '京都', '東京都庁', ['京都']],
    ['the kana that was meant', 'が', 'かカが', ['が']],
    ['astral letters', 'x𝒳', 'a x𝒳', ['x𝒳']],
    ['astral signs', '👍', '👍🏽 and 👍', ['👍', '👍']],
    ['marks of every sort with their letter', 'e', 'e\u0301\u0323x', ['e\u0301\u0323']],
    ['any apostrophe', "don't", 'I don’t', ['don’t']],
    [
      'a phrase over any white space',
      '"two lines"',
      'Two\n\nlines, two lines',
      ['Two\n\nlines', 'two lines'],
    ],
    ['several terms, put together where they touch', 'ha ah', 'haha ah', ['haha', 'ah']],
    ['signs that mean something elsewhere', '.* a+b', 'a+b .*', ['a+b', '.*']],
  ])('%s', ([, query, text, found]) => {
    const terms = parseQuery(query) ?? []
    expect(matches([text], terms)).toBe(true)
    expect(findRanges(text, terms).map(([start, end]) => text.slice(start, end))).toEqual(found)
  })

  test.for([
    ['only some of the words', 'two words', 'two'],
    ['a phrase in another order', '"words two"', 'two words'],
    ['another letter', 'が', 'か'],
    ['a word over a gap', 'two', 't wo'],
  ] as const)('not %s', ([, query, text]) => {
    expect(matches([text], parseQuery(query) ?? [])).toBe(false)
  })

  test('each word in any of the texts', () => {
    expect(matches(['I see it differently.', 'Hapa'], ['hapa', 'see'])).toBe(true)
    expect(matches(['I see it differently.', 'Hapa'], ['hapa see'])).toBe(false)
  })

  test('in a bounded number of places', () => {
    expect(findRanges('a '.repeat(5_000), ['a'])).toHaveLength(RANGES_LIMIT)
  })
})

describe('names are', () => {
  test.for([
    ['the same whatever their case', ' PETE  van der Meer', 'Pete van der meer', true],
    ['the same in wide letters', 'Ｐｅｔｅ', 'pete', true],
    ['the same with marks apart', 'Jose\u0301', 'José', true],
    ['others with other diacritics', 'José', 'Jose', false],
    ['others when one begins as the other', 'Pete', 'Peter', false],
  ] as const)('%s', ([, one, other, areSame]) => {
    expect(foldName(one) === foldName(other)).toBe(areSame)
  })
})

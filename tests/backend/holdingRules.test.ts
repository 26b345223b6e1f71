import { expect, test } from 'vitest'
import {
  ADDRESS_LIMIT,
  holdManyAddresses,
  holdPrograms,
  holdWords,
  moderateBy,
} from '../../src/backend/holdingRules.ts'

const links = { held: 'links' }
const four = Array.from({ length: ADDRESS_LIMIT + 1 }, (_, n) => `https://site-${n}.example/a?b=c`)

test.for([
  ['no address', 'Well said.', null],
  ['as many addresses as may be', four.slice(1).join(' '), null],
  ['one more', four.join(' '), links],
  ['the same one over and over', 'http://a.example '.repeat(4), links],
  [
    'addresses of either scheme in any case, and without one',
    'HTTP://a.b Https://a.b www.a.b WWW.c.d',
    links,
  ],
  ['addresses that only a comma parts', 'http://a.b,http://c.d,http://e.f,http://g.h', links],
  ['addresses in brackets', '[a](http://a.b)[c](http://c.d)(http://e.f)<http://g.h>', links],
  ['addresses after letters of other scripts', '見http://a.b 見http://c.d 見http://e.f 見http://g.h', links],
  ['addresses in addresses', 'https://web.archive.example/2013/http://www.a.b '.repeat(3), null],
  ['a host that begins with www after its scheme', 'https://www.a.b https://www.c.d', null],
  ['schemes without anything after them', 'http:// https:// http:// https:// www. www.', null],
  ['words that are no addresses', 'awww. xhttp://a awww.b httpx://c aahttp://d aahttp://e', null],
] as const)('a text with %s', ([, body, expected]) => {
  expect(holdManyAddresses({ body })).toEqual(expected)
})

test('a text of the greatest length is looked through at once', () => {
  for (const piece of ['http://', 'www.', 'h', '/', 'http://a ']) {
    const body = piece.repeat(10_000 / piece.length)
    const start = performance.now()
    holdManyAddresses({ body })
    expect(performance.now() - start).toBeLessThan(100)
  }
})

test.for([
  ['as it is written', 'casino', 'The casino is closed.', true],
  ['in another case, with accents', 'casino', 'CÁSINO!', true],
  ['with characters in it that are not seen', 'casino', 'ca\u200Bsi\u00ADno', true],
  ['as a part of a longer one', 'ass', 'The class has an assembly.', false],
  ['at the beginning and at the end', 'a b', 'a b', true],
  ['with marks around it', 'casino', '**casino**, "casino"', true],
  ['with letters before it that are no ASCII', 'art', 'über-Ärt, Äart', true],
  ['with a letter behind it that is no ASCII', 'stra', 'Straße', false],
  ['with a mark that makes another letter of its last one', 'か', 'か\u3099', false],
  ['with digits behind it', 'win', 'win2000', false],
  ['over the end of a line', 'buy now', 'buy\nnow', true],
  ['with many spaces in it', 'buy  now', 'buy   now', true],
  ['with another word in it', 'buy now', 'buy it now', false],
  ['with other marks at its own ends', '$$$', 'a$$$b', true],
  ['amid others that no space parts', '赌博', '这里可以赌博的网站', true],
  ['of letters beyond the first plane', '𠮷野', '𠮷野家', true],
  ['first as a part, then whole', 'spam', 'spammy spam', true],
] as const)('a word %s', ([, word, body, isHeld]) => {
  const expected = isHeld ? { held: 'words' } : null
  expect(holdWords(['other', word])({ authorName: 'Ann', body })).toEqual(expected)
  expect(holdWords([word])({ authorName: body, body: 'Hello' })).toEqual(expected)
})

test('the rules of a site are its own, and links are told before words', () => {
  const moderate = moderateBy({ links: 0, words: ['buy'] })
  const text = (body: string) => moderate({ authorName: 'Ann', body, format: 'plain' })
  expect(['Hello', 'www.a.example', 'Buy', 'buy www.a.example'].map(text)).toEqual([
    null,
    links,
    { held: 'words' },
    links,
  ])
})

test.for([
  ['as many addresses', 'www.a.example www.b.example', 'www.c.example www.d.example', null],
  ['fewer, and still too many', 'www.a.example www.b.example', 'www.a.example', null],
  ['more addresses', 'www.a.example', 'www.a.example www.b.example', links],
  ['the word that was there', 'buy', 'Buy this', null],
  ['another word', 'buy', 'buy at the casino', { held: 'words' }],
  ['a word in place of an address', 'www.a.example', 'casino', { held: 'words' }],
  ['an address in place of a word', 'casino', 'www.a.example', links],
] as const)(
  'an edit to %s is held only for what is worse than what stands',
  ([, before, after, expected]) => {
    const written = (body: string) => ({ authorName: 'Ann', body, format: 'plain' as const })
    const moderate = moderateBy({ links: 0, words: ['buy', 'casino'] })
    expect(moderate(written(after), written(before))).toEqual(expected)
  },
)

test.for([
  ['by who tells nothing of it, as older clients do', {}, null],
  ['as a person writes', { emptyField: '', writingTime: 2_000 }, null],
  ['sooner than that', { emptyField: '', writingTime: 1_999 }, { held: 'haste' }],
  ['at once', { writingTime: 0 }, { held: 'haste' }],
  [
    'with what nobody sees filled in',
    { emptyField: 'https://a.example', writingTime: 60_000 },
    { held: 'trap' },
  ],
  ['with a space in what nobody sees', { emptyField: ' ' }, { held: 'trap' }],
] as const)('what is sent %s', ([, signs, expected]) => {
  expect(holdPrograms(signs, 2_000)).toEqual(expected)
})

import { expect, test } from 'vitest'
import { ADDRESS_LIMIT, holdManyAddresses } from '../../src/backend/moderation.ts'

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

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleFault } from '../../src/domain/title.ts'
import { bodyFault, codePoints, nameFault, normaliseBody, normaliseName } from '../../src/domain/writing.ts'

test.for([
  ['a name', 'Pete', null],
  ['a name with marks', 'j. von hettlingen, Ph.D. <Geneva>', null],
  ['a name in another script', '李小龍 עברית', null],
  ['a name with white space around it', ' \t Pete \n', null],
  ['nothing', '', 'empty'],
  ['white space', ' \u00A0\u2003\t', 'empty'],
  ['what cannot be seen', '\u200B\u2060\uFEFF\u202E', 'empty'],
  ['two lines', 'Pete\nHapa', 'unreadable-characters'],
  ['a tab inside', 'Pete\tHapa', 'unreadable-characters'],
  ['a control character', 'Pete\u0000', 'unreadable-characters'],
  ['half a character', 'Pete \uD83D', 'unreadable-characters'],
  ['80 characters', 'n'.repeat(80), null],
  ['80 characters of two units', '😀'.repeat(80), null],
  ['81 characters', 'n'.repeat(81), 'too-long'],
  ['80 characters and white space around them', ` ${'n'.repeat(80)} `, null],
] as const)('as a name: %s', ([, name, kind]) => {
  expect(nameFault(name)?.kind ?? null).toBe(kind)
})

test.for([
  ['a title', 'Kerry to urge China & others: “now”', null],
  ['a title with white space around it', '\n My post \n', null],
  ['nothing that can be seen', ' \u200B ', 'empty'],
  ['two lines', 'My\npost', 'unreadable-characters'],
  ['a control character', 'My\u001Bpost', 'unreadable-characters'],
  ['half a character', 'My \uD83D', 'unreadable-characters'],
  ['300 characters of two units', ` ${'😀'.repeat(300)} `, null],
  ['301 characters', 't'.repeat(301), 'too-long'],
] as const)('as a title: %s', ([, title, kind]) => {
  expect(titleFault(title)?.kind ?? null).toBe(kind)
})

test.for([
  ['paragraphs, line breaks and tabs', 'One\r\n\r\ntwo\rthree\tfour\n', null],
  ['markup', '<script>alert(1)</script>', null],
  ['one sign', '.', null],
  ['a joined emoji', '👩‍👩‍👧‍👦', null],
  ['empty lines', '\n\r\n \t', 'empty'],
  ['a joiner by itself', '\u200D', 'empty'],
  ['a form feed inside', 'One\u000Ctwo', 'unreadable-characters'],
  ['an escape sequence', '\u001B[31mred', 'unreadable-characters'],
  ['a C1 control', 'One\u0085two', 'unreadable-characters'],
  ['half a character', '\uDE00 half', 'unreadable-characters'],
  ['10,000 characters', 'é'.repeat(10_000), null],
  ['10,001 characters', 'é'.repeat(10_001), 'too-long'],
] as const)('as a text: %s', ([, body, kind]) => {
  expect(bodyFault(body)?.kind ?? null).toBe(kind)
})

test('what is too long says by how much, in code points', () => {
  expect(nameFault('😀'.repeat(81))).toEqual({ kind: 'too-long', length: 81, limit: 80 })
  expect(bodyFault(` ${'😀'.repeat(10_001)}`)).toEqual({ kind: 'too-long', length: 10_001, limit: 10_000 })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\r', '\n', ' ', '\t', 'a', '😀', '\uD83D', '\u200B') }),
)

test('normalising changes nothing but line breaks and the white space around, and once is enough', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const body = normaliseBody(text)
      expect(body).not.toContain('\r')
      expect(body).toBe(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim())
      expect(normaliseBody(body)).toBe(body)
      expect(normaliseName(normaliseName(text))).toBe(normaliseName(text))
    }),
  )
})

test('a text is judged as it would be kept', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(bodyFault(normaliseBody(text))).toEqual(bodyFault(text))
      expect(nameFault(normaliseName(text))).toEqual(nameFault(text))
    }),
  )
})

test('what is accepted can be sent as UTF-8 and comes back the same', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const body = normaliseBody(text)
      fc.pre(bodyFault(text) === null)
      expect(new TextDecoder().decode(new TextEncoder().encode(body))).toBe(body)
      expect(codePoints(body)).toBe([...body].length)
    }),
  )
})

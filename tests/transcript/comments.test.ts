import { expect, test } from 'vitest'
import { readTranscript } from '../support/readTranscript.ts'
import {
  plainSource,
  renderComments,
  renderTranscript,
  type SourceComment,
} from '../support/renderTranscript.ts'

const DATE = 'April 13, 2013 at 5:39 pm'

/** A comment in one string, from its depth and its body. */
function comment(depth: number, body: string, change: Partial<SourceComment> = {}): SourceComment {
  return { depth, body, author: 'Pete', date: DATE, actions: ' | Reply', ...change }
}

function page(list: string, ending = plainSource.ending): string {
  return renderTranscript({ ...plainSource, ending: list + ending })
}

/** Depths and bodies, which is what the variants of a page must not change. */
function outline(text: string): string[] {
  const { comments, problems } = readTranscript(text)
  expect(problems).toEqual([])
  return comments.map(({ depth, body }) => `${depth} ${body}`)
}

const PLAIN = [comment(1, 'one\n\ntwo\nthree'), comment(2, ''), comment(3, '  four  '), comment(1, 'five')]
const PLAIN_OUTLINE = ['1 one\n\ntwo\nthree', '2 ', '3   four  ', '1 five']
const PLAIN_LIST = renderComments(PLAIN)

test.each([
  ['as it is', page(PLAIN_LIST)],
  ['with CRLF', page(PLAIN_LIST).replaceAll('\n', '\r\n')],
  ['with a byte order mark', `\uFEFF${page(PLAIN_LIST)}`],
  ['without a heading', renderTranscript({ ...plainSource, heading: null, comments: PLAIN })],
  [
    'without a heading, after an article with a list',
    page(PLAIN_LIST).replace(/soundoff.*/, '\n  1. A reason\n\n  2. Another\n'),
  ],
  ['that ends at the last date', page(PLAIN_LIST, '').trimEnd()],
  [
    'with non-breaking spaces',
    page(PLAIN_LIST.replaceAll(/^ {2}/gm, '\u00a0 ').replaceAll(' at ', '\u00a0at\u00a0')),
  ],
  ['with tabs of eight columns', page(PLAIN_LIST.replaceAll(/^ {8}/gm, '\t'))],
  [
    'with tabs for levels',
    page(
      PLAIN_LIST.replaceAll(/^ {2}/gm, '')
        .replaceAll(/(?<=^ *) {2}/gm, '\t')
        .replace('\tfour', '  four'),
    ),
  ],
  ['with three-digit numbers', page(PLAIN_LIST.replace(' 1.', ' 118.').replace(' 2.', ' 119.'))],
  ['with numbers that are set right', page(PLAIN_LIST.replace('  1.', ' 99.').replace('  2.', '100.'))],
  ['whose numbering begins anew', page(PLAIN_LIST.replace(' 2.', ' 1.'))],
  ['with "Report abuse"', page(PLAIN_LIST.replaceAll(' | Reply', ' | Report abuse | Reply'))],
  ['without links', page(PLAIN_LIST.replaceAll(' | Reply', ''))],
  ['with blank lines between comments', page(`\n${PLAIN_LIST.replaceAll(' | Reply', ' | Reply\n')}`)],
  ['with a pager between comments', page(PLAIN_LIST.replace('  2.', '\n« Previous 1 2 3 Next »\n\n  2.'))],
])('comments are read from a page %s', (_, text) => {
  expect(outline(text)).toEqual(PLAIN_OUTLINE)
})

test('ten levels of replies are read as ten levels, and a reply to an upper level as one', () => {
  const levels = Array.from({ length: 10 }, (_, index) => comment(index + 1, `level ${index + 1}`))
  const { comments, problems } = readTranscript(page(renderComments([...levels, comment(4, 'last')])))
  expect(problems).toEqual([])
  expect(comments.map(({ depth }) => depth)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 4])
  expect(comments.slice(1).map(({ parentId }) => comments.findIndex(({ id }) => id === parentId))).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 2,
  ])
})

test.each([
  ['numbers', 'I have\n1. one\n\n2. two\n\n  3. three'],
  ['bullets', 'I have\n\n• one\n\n• two'],
  ['a date', `They said\n\n${DATE}\n\nand not before`],
  ['a date line and a number', `They said\n${DATE} | Reply\n2. Pete\n\nand more`],
  ['a date line and bullets', `They said\n${DATE}\n• one\n• two`],
  ['a date line, a bullet and a paragraph', `They said\n${DATE} | Reply\n• Pete\n\nand more`],
  ['a date line, then a bullet after a blank line', `${DATE} | Reply\n\n• Pete\n\nquoted`],
  ['a date line that is indented', `They said\n\n    ${DATE} | Reply\n\nand more`],
  ['a date line at its end', `They said\n\n${DATE} | Reply`],
  ['the page’s own lines', 'soundoff (3 Responses)\n\nPost a comment\n\nComments are closed.'],
  ['white space that is no indentation', '\u3000wide\n\tcode\n\u00a0hard\n\n \n\nend \t'],
])('a body may hold %s', (_, body) => {
  const comments = [comment(1, body), comment(2, body), comment(2, body), comment(1, body)]
  expect(outline(page(renderComments(comments)))).toEqual(comments.map(({ depth }) => `${depth} ${body}`))
})

test('the page shows how deep replies go by where it offers "Reply"', () => {
  const maxDepth = (actions: readonly string[]): number => {
    const comments = actions.map((action, index) => comment(index + 1, 'text', { actions: action }))
    return readTranscript(page(renderComments(comments))).discussion.maxDepth
  }
  expect(maxDepth([' | Reply', ' | Reply', ' |'])).toBe(3)
  expect(maxDepth([' | Reply', ' |'])).toBe(2)
  expect(maxDepth([' | Reply', ' |', ' |'])).toBe(3)
  expect(maxDepth([' | Reply', ' | Reply'])).toBe(5)
  expect(maxDepth(['', ''])).toBe(5)
  expect(maxDepth(Array<string>(7).fill(' | Reply'))).toBe(7)
  expect(maxDepth([])).toBe(5)
})

test('pager lines and "Comments are closed" end the list and are no rules', () => {
  const list = renderComments(PLAIN)
  const closed = readTranscript(page(list, '\n← Older Comments\n\nComments are closed.\n'))
  expect(closed.discussion).toMatchObject({ closed: true, rules: null })
  const withRules = readTranscript(page(list, '\n1 2 3\n\nComments are closed.\n\nBe civil.\n'))
  expect(withRules.discussion).toMatchObject({ closed: true, rules: 'Be civil.' })
  expect([...closed.problems, ...withRules.problems]).toEqual([])
})

test.each([
  ['an ordinary day', 'July 1, 2013 at 12:00 am', '2013-07-01T04:00'],
  ['noon in winter', 'January 1, 2013 at 12:30 pm', '2013-01-01T17:30'],
  ['the last minute before an hour is skipped', 'March 10, 2013 at 1:59 am', '2013-03-10T06:59'],
  ['a time that is skipped', 'March 10, 2013 at 2:30 am', '2013-03-10T07:30'],
  ['the first minute after it', 'March 10, 2013 at 3:00 am', '2013-03-10T07:00'],
  ['a time that occurs twice', 'November 3, 2013 at 1:30 am', '2013-11-03T05:30'],
  ['the first minute after it', 'November 3, 2013 at 2:00 am', '2013-11-03T07:00'],
  ['the night after a change', 'November 4, 2013 at 12:10 am', '2013-11-04T05:10'],
  ['a leap day', 'February 29, 2012 at 11:59 pm', '2012-03-01T04:59'],
  ['a year before time zones', 'May 1, 1000 at 8:00 am', '1000-05-01T12:56'],
])('%s is the right instant', (_, date, instant) => {
  const { comments } = readTranscript(page(renderComments([comment(1, 'text', { date })])))
  expect(comments[0]?.createdAt.slice(0, 'YYYY-MM-DDTHH:MM'.length)).toBe(instant)
})

test('times are those of the zone that is given', () => {
  const text = page(renderComments([comment(1, 'text', { date: 'March 31, 2013 at 2:30 am' })]))
  expect(readTranscript(text, { timeZone: 'Europe/Berlin' }).comments[0]?.createdAt).toBe(
    '2013-03-31T01:30:00.000Z',
  )
  expect(readTranscript(text, { timeZone: 'Asia/Kolkata' }).comments[0]?.createdAt).toBe(
    '2013-03-30T21:00:00.000Z',
  )
  expect(() => readTranscript(text, { timeZone: 'Nowhere' })).toThrow(RangeError)
})

test('comments that are the same in everything have different ids, which earlier ones keep', () => {
  const same = Array.from({ length: 500 }, () => comment(1, 'Agreed.'))
  const ids = readTranscript(page(renderComments(same))).comments.map(({ id }) => id)
  expect(new Set(ids).size).toBe(500)
  const fewer = readTranscript(page(renderComments(same.slice(0, 100)))).comments.map(({ id }) => id)
  expect(fewer).toEqual(ids.slice(0, 100))
})

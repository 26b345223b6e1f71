import { expect, test } from 'vitest'
import { parseTranscript } from '../../src/transcript/parseTranscript.ts'
import { readTranscript } from '../support/readTranscript.ts'

const HEAD = 'A title\nApril 11th, 2013\n\nText.\n\nsoundoff (4 Responses)\n'
const FIRST_LINE_OF_LIST = HEAD.split('\n').length

/** What can be had of a list: `depth name: body`, and `code line:column`, where line 1 is the first of the list. */
function read(list: string): { comments: string[]; problems: string[] } {
  const { comments, problems } = readTranscript(HEAD + list)
  return {
    comments: comments.map(({ depth, author, body }) => `${depth} ${author.name}: ${body}`),
    problems: problems.map(({ code, line, column }) => `${code} ${line - FIRST_LINE_OF_LIST + 1}:${column}`),
  }
}

function comment(
  indentation: string,
  marker: string,
  text: string,
  date = 'April 13, 2013 at 5:39 pm | Reply',
): string {
  return `${indentation}${marker}\n\n${indentation}  ${text}\n\n${indentation}  ${date}\n`
}

const ANN = comment('  ', '1. Ann', 'one')
const BOB = comment('    ', '• Bob', 'two')
const CAT = comment('  ', '2. Cat', 'three')

test('a file that ends in the middle gives the comments before, and says where the unfinished one starts', () => {
  expect(read(`${ANN}    • Bob\n\n      two, and no mo`)).toEqual({
    comments: ['1 Ann: one'],
    problems: ['unfinished-comment 6:5'],
  })
})

test('a comment that has lost its date line is left out, and takes no other with it', () => {
  const dateless = '  2. Dan\n\n    lost\n\n    Apirl 13, 2013\n'
  expect(read(ANN + dateless + comment('  ', '3. Cat', 'three'))).toEqual({
    comments: ['1 Ann: one', '1 Cat: three'],
    problems: ['missing-date 6:3'],
  })
  expect(read(ANN + BOB + '    • Dan\n\n      lost\n' + CAT)).toEqual({
    comments: ['1 Ann: one', '2 Bob: two', '1 Cat: three'],
    problems: ['missing-date 11:5'],
  })
  const withList = BOB.replace('two', 'two\n\n  7. a list that stands too far left\n\n      end')
  expect(read(ANN + withList + CAT).comments).toEqual([
    '1 Ann: one',
    '2 Bob: two\n\n7. a list that stands too far left\n\nend',
    '1 Cat: three',
  ])
})

test('a comment whose blank lines are missing is read all the same', () => {
  expect(read((ANN + BOB + CAT).replaceAll('\n\n', '\n'))).toEqual({
    comments: ['1 Ann: one', '2 Bob: two', '1 Cat: three'],
    problems: [],
  })
  expect(read(ANN + BOB.replace('\n\n', '\n') + CAT).comments).toEqual([
    '1 Ann: one',
    '2 Bob: two',
    '1 Cat: three',
  ])
})

test('a number that does not follow is said, one that begins anew is not', () => {
  expect(read(ANN + comment('  ', '4. Dan', 'x') + comment('  ', '5. Eve', 'y') + ANN)).toEqual({
    comments: ['1 Ann: one', '1 Dan: x', '1 Eve: y', '1 Ann: one'],
    problems: ['number-out-of-order 6:3'],
  })
})

test('a reply that skips a level is a reply to the comment above', () => {
  expect(read(ANN + comment('        ', '• Bob', 'two') + comment('    ', '• Cat', 'three'))).toEqual({
    comments: ['1 Ann: one', '2 Bob: two', '2 Cat: three'],
    problems: ['skipped-level 6:9'],
  })
})

test('replies whose thread is missing stand at the top level', () => {
  expect(read(BOB + BOB.replace('Bob', 'Dan') + ANN)).toEqual({
    comments: ['1 Bob: two', '1 Dan: two', '1 Ann: one'],
    problems: ['missing-parent 1:5', 'missing-parent 6:5'],
  })
})

test('a comment on a day that does not exist is kept with the last day of the month, at midnight if the time is wrong', () => {
  const list =
    comment('  ', '1. Ann', 'one', 'February 30, 2013 at 5:39 pm') +
    comment('  ', '2. Bob', 'two', 'May 0, 2013 at 25:61 am')
  const { comments, problems } = readTranscript(HEAD + list)
  expect(comments.map(({ createdAt }) => createdAt)).toEqual([
    '2013-02-28T22:39:00.000Z',
    '2013-05-01T04:00:00.000Z',
  ])
  expect(problems).toEqual([
    {
      code: 'impossible-date',
      line: FIRST_LINE_OF_LIST + 4,
      column: 5,
      message:
        'There is no "February 30, 2013 at 5:39 pm"; the comment is kept and dated 2013-02-28T22:39:00.000Z.',
    },
    expect.objectContaining({ code: 'impossible-date', line: FIRST_LINE_OF_LIST + 9, column: 5 }),
  ])
})

test('a comment without a name is kept without one', () => {
  expect(read(ANN.replace('Ann', '') + CAT)).toEqual({
    comments: ['1 : one', '1 Cat: three'],
    problems: ['missing-name 1:3'],
  })
})

test('text between comments is said once and left out, and belongs to nobody', () => {
  expect(read(`${ANN}Advertisement\nBuy now\n\n${CAT}`)).toEqual({
    comments: ['1 Ann: one', '1 Cat: three'],
    problems: ['stray-text 6:1'],
  })
})

test('a list that has lost all indentation keeps its threads and the first level of replies', () => {
  const list = (
    ANN +
    BOB +
    BOB.replace('•', '1. not a marker\n\n    •').replace('Bob', 'Dan') +
    CAT
  ).replaceAll(/^ +/gm, '')
  expect(read(`${list}\nPost a comment\n`)).toEqual({
    comments: ['1 Ann: one', '2 Bob: two', '1 not a marker: • Dan\n\ntwo', '1 Cat: three'],
    problems: [],
  })
})

test.each([
  ['nothing', ''],
  ['blank lines', ' \n\t\n'],
  ['prose', 'Dear reader,\n\nthis is a letter.\n\n1. One\n\n2. Two\n'],
  ['JSON', '{ "title": "April 11th, 2013" }'],
  ['comments without dates', '  1. Ann\n\n    one\n\n  2. Bob\n\n    two\n'],
])('%s is no transcript, and that is one problem', (_, text) => {
  expect(parseTranscript(text, { id: 'sample' })).toEqual({
    article: null,
    discussion: null,
    comments: [],
    problems: [
      {
        code: 'not-a-transcript',
        line: 1,
        column: 1,
        message: expect.stringMatching(/^This is no transcript: .*\.$/),
      },
    ],
  })
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { isId } from '../../src/domain/ids.ts'
import { parseTranscript } from '../../src/transcript/parseTranscript.ts'
import type { Transcript } from '../../src/transcript/transcript.ts'
import { ADVERSARIAL_TEXTS } from '../support/adversarialTexts.ts'
import { generateTranscript } from '../support/generateTranscript.ts'
import { readTranscript } from '../support/readTranscript.ts'
import { plainSource, renderTranscript, type SourceComment } from '../support/renderTranscript.ts'

vi.setConfig({ testTimeout: 30_000 })

const DATES = [
  ['April 13, 2013 at 5:39 pm', '2013-04-13T21:39:00.000Z'],
  ['January 1, 2014 at 12:00 am', '2014-01-01T05:00:00.000Z'],
  ['November 3, 2013 at 12:59 pm', '2013-11-03T17:59:00.000Z'],
] as const
const INSTANTS = new Map<string, string>(DATES)
const DATE_LINES = DATES.flatMap(([date]) => [date, `${date} | Reply`, `  ${date} |`])
const MARKERS = ['• Pete', '•', '  • a', '1. Pete', '2.', '  3. c', '118. d']
const PAGE_LINES = [
  'soundoff (3 Responses)',
  'Post a comment',
  'Comments are closed',
  '« Previous 1 2 Next »',
]

/** Any text without line breaks. */
const words = fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/[\r\n]/g, ' '))
const text = fc
  .oneof(fc.string(), fc.string({ unit: 'grapheme' }), words)
  .map((line) => line.replaceAll(/[\r\n]/g, ' '))
const blank = fc.constantFrom('', '', '', ' ', '\t', '\u00a0 ')
const indentation = fc.constantFrom('', '', '', '  ', '    ', '\t', '\u00a0')
const textLine = fc.tuple(indentation, text, blank).map((parts) => parts.join(''))
const formatLine = fc.constantFrom(...MARKERS, ...PAGE_LINES)
const dateLine = fc.constantFrom(...DATE_LINES)

/**
 * A body as the format can hold it: no blank lines around it, and nothing in it that is a reply to the last character,
 * which is a bullet directly below a date line, above text that is indented.
 */
function bodyOf(lines: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const space = String.raw`[ \t\u00a0]`
  const reply = new RegExp(`, \\d{4} at .*\n${space}*•.*\n(?:${space}*\n)*${space}`)
  const isText = (line: string): boolean => !new RegExp(`^${space}*$`).test(line)
  return fc
    .array(lines, { maxLength: 8 })
    .map((body) => body.slice(body.findIndex(isText), body.findLastIndex(isText) + 1).join('\n'))
    .filter((body) => !reply.test(body))
}

/** Comments in the order of a page, each at most one level below the one before. */
function discussionOf(lines: fc.Arbitrary<string>): fc.Arbitrary<SourceComment[]> {
  const comment = fc.record({
    depth: fc.integer({ min: 1, max: 10 }),
    author: fc
      .oneof(text, fc.constantFrom('1. Pete', '• Pete', DATES[0][0]))
      .map((name) => name.trim() || 'Pete'),
    body: bodyOf(lines),
    date: fc.constantFrom(...DATES.map(([date]) => date)),
    actions: fc.constantFrom(' | Reply', ' |', '', ' | Report abuse |'),
  })
  return fc.array(comment, { maxLength: 12 }).map((comments) => {
    let above = 0
    return comments.map((each) => {
      above = Math.min(each.depth, above + 1)
      return { ...each, depth: above }
    })
  })
}

test('what is rendered is parsed to the same discussion, whatever the bodies hold', () => {
  const lines = fc.oneof(textLine, blank, formatLine, dateLine)
  fc.assert(
    fc.property(discussionOf(lines), fc.boolean(), (discussion, hasWindowsLines) => {
      const page = renderTranscript({ ...plainSource, comments: discussion })
      const { comments, problems } = readTranscript(hasWindowsLines ? page.replaceAll('\n', '\r\n') : page)
      expect(
        comments.map(({ depth, author, body, createdAt }) => [depth, author.name, body, createdAt]),
      ).toEqual(discussion.map(({ depth, author, body, date }) => [depth, author, body, INSTANTS.get(date)]))
      expect(problems).toEqual([])
      expectSound({ ...readTranscript(page), problems })
    }),
    { numRuns: 300 },
  )
})

test('the start of a transcript gives the first of its comments, wherever it is cut', () => {
  const lines = fc.oneof(textLine, blank, formatLine)
  fc.assert(
    fc.property(discussionOf(lines), fc.double({ min: 0, max: 1, noNaN: true }), (discussion, share) => {
      const page = renderTranscript({ ...plainSource, comments: discussion })
      expectStart(page, Math.floor(share * page.length))
    }),
    { numRuns: 300 },
  )
  const sample = readFileSync('public/transcripts/kerry-to-urge-china.txt', 'utf8')
  for (let end = 0; end < sample.length; end += 29) expectStart(sample, end)
})

test('any text gives an answer that is sound', () => {
  const fragment = fc.oneof(
    fc.constantFrom(
      '\n',
      '\n',
      '\n\n',
      '\r\n',
      ' ',
      '  ',
      '    ',
      '\t',
      '\u00a0',
      '|',
      ' | Reply',
      'February 30, 2013 at 9:99 pm',
    ),
    fc.constantFrom(
      ...MARKERS,
      ...PAGE_LINES,
      ...DATE_LINES,
      'April 11th, 2013',
      '07:36 PM ET',
      'By Pete',
      'Filed under: x',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  const damaged = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), damaged, damaged), (anything) => {
      expectSound(parseTranscript(anything, { id: 'any' }))
    }),
    { numRuns: 2000 },
  )
})

test('a transcript from which any lines are missing gives an answer that is sound', () => {
  const lines = generateTranscript(1, 3000).split('\n')
  fc.assert(
    fc.property(fc.array(fc.nat(lines.length - 1), { maxLength: 20 }), (missing) => {
      const left = lines.filter((_, index) => !missing.includes(index))
      expectSound(readTranscript(left.join('\n')))
    }),
    { numRuns: 80 },
  )
})

test.each(ADVERSARIAL_TEXTS)('a text of $name gives an answer that is sound', ({ make }) => {
  expectSound(parseTranscript(make(50_000), { id: 'adversarial' }))
})

function expectStart(page: string, end: number): void {
  const all = parseTranscript(page, { id: 'sample' }).comments
  const first = parseTranscript(page.slice(0, end), { id: 'sample' }).comments
  expect(first).toEqual(all.slice(0, first.length))
}

/** What holds of every transcript: ids are ids, parents stand above their replies, problems are somewhere in the text. */
function expectSound({ article, discussion, comments, problems }: Transcript): void {
  const depths = new Map<string, number>()
  const flaws = comments.filter(({ id, parentId, depth, createdAt }) => {
    const parentDepth = parentId === null ? 0 : depths.get(parentId)
    const isSound = isId(id) && !depths.has(id) && depth === (parentDepth ?? NaN) + 1 && isInstant(createdAt)
    depths.set(id, depth)
    return !isSound
  })
  expect(flaws).toEqual([])
  expect(
    problems.filter(({ line, column, message }) => line < 1 || column < 1 || !message.endsWith('.')),
  ).toEqual([])
  if (article === null) expect(problems).toHaveLength(1)
  else expect(discussion.maxDepth).toBeGreaterThanOrEqual(Math.max(0, ...new Set(depths.values())))
}

function isInstant(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/.test(value) && !Number.isNaN(Date.parse(value))
}

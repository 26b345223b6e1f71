import { expect, test } from 'vitest'
import type { Article, Block } from '../../src/domain/article.ts'
import { readTranscript } from '../support/readTranscript.ts'
import { plainSource, renderTranscript, type TranscriptSource } from '../support/renderTranscript.ts'

const PARAGRAPHS: readonly Block[] = [
  { kind: 'paragraph', text: 'The first paragraph.' },
  { kind: 'paragraph', text: 'The second\nin two lines.' },
]
const PLAIN = {
  title: 'A title',
  byline: 'Jill Dougherty',
  publishedAt: '2013-04-11T23:36:00.000Z',
  blocks: PARAGRAPHS,
}
const DAY = { publishedAt: '2013-04-11T04:00:00.000Z' }

/** What is other than in `plainSource`, and what the article then has other than `PLAIN`. */
const VARIANTS: readonly [string, Partial<TranscriptSource>, Partial<Article>][] = [
  ['every part', {}, {}],
  ['the title once', { secondTitle: null }, {}],
  ['the dateline first', { title: null, secondTitle: 'A title' }, {}],
  ['the dateline last', { datelines: [], byline: 'By Jill Dougherty\n\nApril 11th, 2013\n07:36 PM ET' }, {}],
  ['the dateline in one line', { datelines: ['April 11th, 2013 07:36 PM ET'] }, {}],
  ['no time', { datelines: ['April 11th, 2013'] }, DAY],
  ['no time and no "th"', { datelines: ['April 11, 2013'] }, DAY],
  ['no dateline', { datelines: [] }, { publishedAt: null, dateline: null }],
  ['no "By"', { byline: 'Jill Dougherty and Elise Labott' }, { byline: 'Jill Dougherty and Elise Labott' }],
  ['no byline', { byline: null }, { byline: null }],
  [
    'a first paragraph that starts with "By"',
    { byline: 'By Thursday the talks had failed.' },
    {
      byline: null,
      blocks: [{ kind: 'paragraph', text: 'By Thursday the talks had failed.' }, ...PARAGRAPHS],
    },
  ],
  [
    'a title that starts with "By" and one that is a question',
    { title: 'By the numbers: what now?', secondTitle: 'By the numbers: what now?' },
    { title: 'By the numbers: what now?' },
  ],
  [
    'notes and a caption after the piece',
    {
      paragraphs: [
        ...plainSource.paragraphs,
        'Filed under: China • North Korea',
        'A caption',
        '10 years ago',
      ],
    },
    {
      blocks: [
        ...PARAGRAPHS,
        { kind: 'note', text: 'Filed under: China • North Korea' },
        { kind: 'paragraph', text: 'A caption' },
        { kind: 'note', text: '10 years ago' },
      ],
    },
  ],
  [
    'lists, dates and ages inside the piece',
    {
      paragraphs: [
        '10 years ago',
        '  1. One\n\n  • Two\n    deeper',
        'April 12, 2013 at 5:00 pm | Reply',
        'End.',
      ],
    },
    {
      blocks: ['10 years ago', '1. One', '• Two\n  deeper', 'April 12, 2013 at 5:00 pm | Reply', 'End.'].map(
        (text) => ({ kind: 'paragraph' as const, text }),
      ),
    },
  ],
]

test.each(VARIANTS)('an article is read from a page with %s', (_, change, expected) => {
  const { article, problems } = readTranscript(renderTranscript({ ...plainSource, ...change }))
  expect(article).toMatchObject({ ...PLAIN, ...expected })
  expect(problems).toEqual([])
})

test('the dateline is kept as it stands, with how precise it is', () => {
  const { article } = readTranscript('A title\nApril 11th, 2013\n\nText.', { timeZone: 'Europe/Paris' })
  expect(article.dateline).toEqual({ text: 'April 11th, 2013', precision: 'day', timeZone: 'Europe/Paris' })
  expect(article.publishedAt).toBe('2013-04-10T22:00:00.000Z')
})

test('an article without a title is named after its id, and that is said', () => {
  const text = renderTranscript({ ...plainSource, title: null, secondTitle: null })
  const { article, problems } = readTranscript(text, { id: 'kerry-to-urge-china' })
  expect(article).toMatchObject({ ...PLAIN, title: 'Kerry to urge china' })
  expect(problems).toMatchObject([{ code: 'missing-title', line: 1, column: 1 }])
})

test('an article with a date that does not exist is kept without a date, and that is said', () => {
  const text = renderTranscript({ ...plainSource, datelines: ['April 31st, 2013', '07:36 PM ET'] })
  const { article, problems } = readTranscript(text)
  expect(article).toMatchObject({
    ...PLAIN,
    publishedAt: null,
    dateline: { text: 'April 31st, 2013 07:36 PM ET' },
  })
  expect(problems).toMatchObject([{ code: 'impossible-date', line: 2, column: 1 }])
})

test.each([
  ['soundoff (39 Responses)', 39],
  ['soundoff (One Response)', 1],
  ['soundoff (No Responses)', 0],
  ['Soundoff (1,234 Responses)', 1234],
  ['soundoff (1 Response)', 1],
])('the heading "%s" declares its count', (heading, declaredCount) => {
  const { article, discussion } = readTranscript(renderTranscript({ ...plainSource, heading }))
  expect(discussion).toMatchObject({ declaredCount, closed: false, rules: 'Be civil.\n\nStay on topic.' })
  expect(article.blocks).toEqual(PARAGRAPHS)
})

test('a page without a heading and without comments ends its article at the form', () => {
  const { article, discussion } = readTranscript(renderTranscript({ ...plainSource, heading: null }))
  expect(article.blocks).toEqual(PARAGRAPHS)
  expect(discussion).toMatchObject({ declaredCount: null, rules: 'Be civil.\n\nStay on topic.' })
})

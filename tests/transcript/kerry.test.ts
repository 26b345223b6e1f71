import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isId } from '../../src/domain/ids.ts'
import { parseTranscript } from '../../src/transcript/parseTranscript.ts'
import { readTranscript } from '../support/readTranscript.ts'

const TEXT = readFileSync('public/transcripts/kerry-to-urge-china.txt', 'utf8')

/** Number, depth, number of the parent, writer, time in UTC, start of the text. */
const COMMENTS = `
   1  1  -   Jdrtjghk Ssdfgjsdg  2013-04-13T21:39  -
   2  1  -   Jdrtjghk Ssdfgjsdg  2013-04-13T21:34  -
   3  1  -   Brian Inskeep       2013-04-13T16:52  Let me ask you this question ? which
   4  1  -   Brian Inskeep       2013-04-13T16:36  Tell China, when we are not the rese
   5  2  4   Brian Inskeep       2013-04-13T16:49  Maybe, we should put Nuclear weapons
   6  2  4   Pete                2013-04-13T21:02  @Brian,Pres.Obama did raise tariffs
   7  1  -   john smith          2013-04-12T15:57  America is the root of all terror. A
   8  2  7   Jaimie              2013-04-12T23:51  Your nuts. Wake up from your dream.
   9  2  7   Brian Inskeep       2013-04-13T16:42  America, love it or leave it!..... M
  10  2  7   Hapa                2013-04-14T14:22  I agree. Americans continue to trade
  11  3  10  Pete                2013-04-17T16:28  @Hapa ,are you the delushional ones
  12  1  -   Pete                2013-04-12T14:03  All SOS Kerry has to do is explain t
  13  2  12  StanCalif           2013-04-12T14:47  Just so North Korea doesn't "become"
  14  1  -   StanCalif           2013-04-12T11:12  It seems obvious (to me) that China
  15  2  14  Pete                2013-04-12T14:16  @Stancalif,you're right on some part
  16  2  14  George Patton       2013-04-12T14:26  ""Get Fat Boy to behave, or your con
  17  3  16  Pete                2013-04-12T15:04  @George Patten,treat UN like the spo
  18  3  16  George Patton       2013-04-12T16:39  @Pete, Al Capone once said " Don't m
  19  2  14  Brian Inskeep       2013-04-13T16:15  I agree with YOU !... It's China's p
  20  3  19  Brian Inskeep       2013-04-13T16:17  -
  21  3  19  Brian Inskeep       2013-04-13T16:18  -
  22  3  19  Pete                2013-04-13T20:56  @Brian,rare earth metals in what goe
  23  1  -   wjm                 2013-04-12T04:40  I like the sentiment behind your com
  24  2  23  Brian Inskeep       2013-04-13T16:51  Any time you go too war you should a
  25  1  -   cmaenergy           2013-04-12T02:16  What cackles like a chicken what wal
`

test('the sample gives its 25 comments, each with its writer, time and place', () => {
  const { comments, problems } = readTranscript(TEXT)
  const numbers = new Map(comments.map(({ id }, index) => [id, index + 1]))
  const rows = comments.map(({ id, depth, parentId, author, createdAt, body }) => {
    const parent = parentId === null ? '-' : String(numbers.get(parentId))
    const time = createdAt.replace(/:00\.000Z$/, '')
    const start = body === '' ? '-' : body.slice(0, 36).trim()
    const number = String(numbers.get(id)).padStart(4)
    return `${number}  ${depth}  ${parent.padEnd(3)} ${author.name.padEnd(18)}  ${time}  ${start}`
  })
  expect(rows.join('\n')).toBe(COMMENTS.slice(1, -1))
  expect(problems).toEqual([])
})

test('the sample gives its article', () => {
  const { article } = readTranscript(TEXT, { id: 'kerry' })
  expect(article).toMatchObject({
    id: 'kerry',
    discussionId: 'kerry',
    title: 'Kerry to urge China to pressure North Korea',
    byline: 'Jill Dougherty',
    publishedAt: '2013-04-11T23:36:00.000Z',
    dateline: { text: 'April 11th, 2013 07:36 PM ET', precision: 'minute', timeZone: 'America/New_York' },
  })
  expect(article.blocks).toHaveLength(18)
  expect(article.blocks.every(({ kind }) => kind === 'paragraph')).toBe(true)
  expect(article.blocks[0]?.text).toMatch(
    /^The Obama administration says China is increasingly .* "putting China's own interests at risk."$/,
  )
  expect(article.blocks.at(-1)?.text).toBe(
    '"I cannot imagine what she could have done better," the official added. "I would say she has shown quiet calm."',
  )
})

test('the sample gives its discussion: what the page claims, how deep replies go, and the rules', () => {
  const { discussion } = readTranscript(TEXT, { id: 'kerry' })
  expect(discussion).toMatchObject({
    id: 'kerry',
    articleId: 'kerry',
    title: 'Kerry to urge China to pressure North Korea',
    url: null,
    declaredCount: 39,
    closed: false,
    maxDepth: 3,
  })
  expect(discussion.rules).toMatch(/^CNN welcomes a lively .* pursuant to our Terms of Service\.$/)
})

test('the bodies of the sample are verbatim, with their paragraphs and line breaks', () => {
  const { comments } = readTranscript(TEXT)
  expect(comments[24]?.body).toBe(
    'What cackles like a chicken what walks like a chicken, Oh what crows like dead rooster?\n' +
      'Must be a foolish chicken.\n\nSo How do you kill a chicken?',
  )
  const lines = TEXT.slice(TEXT.indexOf('soundoff'), TEXT.indexOf('\nPost a comment')).split('\n').slice(1)
  const rebuilt = comments.flatMap(({ depth, body }) => {
    const bodyLines = body.split('\n').filter((line) => line !== '')
    return ['marker', ...bodyLines.map((line) => ' '.repeat(2 * depth + 2) + line), 'date']
  })
  const isMarkerOrDate = /^ +(?:\d+\.|•) |^ +April \d+, 2013 at /
  const expected = lines.filter((line) => line !== '')
  expect(rebuilt).toHaveLength(expected.length)
  rebuilt.forEach((line, index) => {
    if (line === 'marker' || line === 'date') expect(expected[index]).toMatch(isMarkerOrDate)
    else expect(expected[index]).toBe(line)
  })
  expect(comments.map(({ body }) => body.split('\n').length - 1)).toEqual([
    0, 0, 0, 0, 0, 0, 4, 0, 1, 9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3,
  ])
})

test('ids are fit for URLs, differ from each other, and stay when a later capture has new threads at the top', () => {
  const { comments } = readTranscript(TEXT)
  const ids = comments.map(({ id }) => id)
  expect(new Set(ids).size).toBe(25)
  expect(ids.every(isId)).toBe(true)
  expect(readTranscript(TEXT).comments).toEqual(comments)
  const newThread = '  1. New reader\n\n    Brian, no.\n\n    April 18, 2013 at 9:00 am | Reply\n'
  const later = readTranscript(TEXT.replace(/(?<=Responses\)\n)/, newThread).replace('  1. Jdr', '  2. Jdr'))
  expect(later.comments.slice(1)).toEqual(comments)
  expect(parseTranscript(TEXT, { id: 'other' }).comments.some(({ id }) => ids.includes(id))).toBe(false)
})

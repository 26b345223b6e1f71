import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Comment } from '../../src/domain/comment.ts'
import type { CommentId } from '../../src/domain/ids.ts'
import { resolveMentions } from '../../src/domain/mentions.ts'
import { replyBeginning } from '../../src/domain/replyPlace.ts'
import { commentOf } from '../support/comments.ts'
import { readTranscript } from '../support/readTranscript.ts'

test('whoever is called in a real discussion is found, as a reader finds them', () => {
  const comments = transcribed('public/transcripts/kerry-to-urge-china.txt')
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const found = comments.flatMap((comment) => {
    const mention = resolveMentions(comments).get(comment.id)
    const target = mention && byId.get(mention.targetId)
    if (!target) return []
    const called = comment.body.slice(mention.start, mention.end)
    const after = comment.body.slice(mention.end, mention.end + 22)
    return [[called, after, target.author.name, target.body.slice(0, 24), target.id === comment.parentId]]
  })
  expect(found).toEqual([
    ['@Brian', ',Pres.Obama did raise ', 'Brian Inskeep', 'Tell China, when we are ', true],
    ['@Hapa', ' ,are you the delushio', 'Hapa', 'I agree. Americans conti', true],
    ['@Stancalif', ",you're right on some ", 'StanCalif', 'It seems obvious (to me)', true],
    ['@George Patten', ',treat UN like the spo', 'George Patton', '""Get Fat Boy to behave,', true],
    ['@Pete', ', Al Capone once said ', 'Pete', '@George Patten,treat UN ', false],
    ['@Brian', ',rare earth metals in ', 'Brian Inskeep', 'I agree with YOU !... It', true],
  ])
})

/** A comment as `[id, parent's id, name, changes]`, each a minute after the one before. */
type Row = readonly [id: string, parentId: string | null, name: string, changes?: Partial<Comment>]

const patton: Row = ['a', null, 'George Patton']

describe('whom comment x answers', () => {
  const places: readonly [why: string, rows: readonly Row[], body: string, expected: string | null][] = [
    ['the nearest comment above', [['a', null, 'Al'], ['b', 'a', 'Al'], ['c', 'b', 'Bo'], ['x', 'c', 'Di']], '@Al, no', 'b'],
    ['one above before a later one of the thread', [['a', null, 'Al'], ['b', 'a', 'Al'], ['x', 'a', 'Di']], '@Al, no', 'a'],
    ['the last one of the thread before others', [['a', null, 'Bo'], ['b', 'a', 'Al'], ['c', 'a', 'Al'], ['d', null, 'Al'], ['x', 'a', 'Di']], '@Al, no', 'c'],
    ['the last one anywhere', [['a', null, 'Al'], ['b', null, 'Al'], ['x', null, 'Di']], '@Al, no', 'b'],
    ['nobody who came later', [['x', null, 'Di'], ['b', null, 'Al']], '@Al, no', null],
    ['nobody whose comment is gone', [['a', null, 'Al', { status: 'deleted' }], ['b', null, 'Al', { status: 'rejected' }], ['x', 'a', 'Di']], '@Al, no', null],
    ['one whose thread lacks its beginning', [['a', 'gone', 'Al'], ['x', 'gone', 'Di']], '@Al, no', 'a'],
    ['nobody of two whose names begin so', [patton, ['b', 'a', 'George Smith'], ['x', 'b', 'Di']], '@George, no', null],
    ['the one in the thread of two whose names begin so', [patton, ['b', null, 'George Smith'], ['x', 'b', 'Di']], '@George, no', 'b'],
    ['a whole name before the first word of one', [['a', null, 'George'], ['b', 'a', 'George Patton'], ['x', 'b', 'Di']], '@George, no', 'a'],
    ['the first word of a name above before a whole name elsewhere', [['a', null, 'George'], ['b', null, 'George Patton'], ['x', 'b', 'Di']], '@George, no', 'b'],
    ['a name as it is written elsewhere before a misspelled one above', [['a', null, 'Marta'], ['b', null, 'Martha'], ['x', 'b', 'Di']], '@Marta, no', 'a'],
    ['nobody of two whose names are as much misspelled', [['a', null, 'Martha'], ['b', 'a', 'Martas'], ['x', 'b', 'Di']], '@Marta, no', null],
    ['a short name that is misspelled, in the same thread', [['a', null, 'Martha'], ['b', null, 'Bo'], ['x', 'a', 'Di']], '@Marta, no', 'a'],
    ['nobody whose short name is like that, elsewhere', [['a', null, 'Martha'], ['b', null, 'Bo'], ['x', 'b', 'Di']], '@Marta, no', null],
    ['nobody else either, then', [['a', null, 'Al Gray'], ['b', null, 'Al'], ['x', 'b', 'Di']], '@Al Grey, no', null],
    ['a longer name that is misspelled, anywhere', [patton, ['b', null, 'Bo'], ['x', 'b', 'Di']], '@George Patten, no', 'a'],
    ['the less misspelled name', [['a', null, 'Stancalifs'], ['b', 'a', 'Stancalifio'], ['x', 'b', 'Di']], '@Stancalif, no', 'a'],
    ['a misspelled whole name before a part of it', [['a', null, 'George'], ['b', 'a', 'George Patton'], ['x', null, 'Di']], '@George Patten, no', 'b'],
    ['a name that a surname may follow', [['a', null, 'George'], ['x', 'a', 'Di']], '@George Patton, no', 'a'],
    ['the longer of two names', [['a', null, 'George Patton'], ['b', null, 'George'], ['x', 'b', 'Di']], '@george patton you', 'a'],
    ['somebody else of the same first name', [['a', null, 'Al Green'], ['b', 'a', 'Al Brown'], ['x', 'b', 'Al Brown']], '@Al, no', 'a'],
    ['nobody of two others of the same first name', [['a', null, 'Al Green'], ['b', 'a', 'Al Brown'], ['c', 'b', 'Al Grey'], ['x', 'c', 'Al Grey']], '@Al, no', null],
    ['somebody of the very same name', [['a', null, 'Guest'], ['x', 'a', 'Guest']], '@Guest, no', 'a'],
    ['nobody, where only their own name is a part of it', [['a', null, 'Al'], ['x', 'a', 'Al']], '@Al Green, no', null],
    ['nobody, where only their own name begins so', [['a', null, 'Al Green'], ['x', 'a', 'Al Green']], '@Al, no', null],
  ] // prettier-ignore

  test.each(places)('%s', (_, rows, body, expected) => {
    expect(answered(rows, body)?.targetId ?? null).toBe(expected)
  })

  const readings: readonly [body: string, name: string, linked: string | null][] = [
    ['  @Pete\nI think', 'Pete', '@Pete'],
    ['@ Pete - no', 'Pete', '@ Pete'],
    ['@PETE: no', 'Pete', '@PETE'],
    ['@Pete I think', 'Pete', '@Pete'],
    ['@Pete Al Capone said', 'Pete', '@Pete'],
    ['@Pete', 'Pete', '@Pete'],
    ['@Pete…', 'Pete', '@Pete'],
    ['@Pete & Mike: no', 'Pete Jones', '@Pete'],
    ['@Pete,@Mike no', 'Pete', '@Pete'],
    ['@George you are right', 'George Patton', '@George'],
    ["@George You're right", 'George Patton', '@George'],
    ['@George, Patton was right', 'George Patton', '@George'],
    ['@Pete I, for one, think', 'Pete', '@Pete'],
    ['@Brian You should know', 'Brian Inskeep', '@Brian'],
    ['@Brian I agree', 'Brian Inskeep', '@Brian'],
    ['@Brian. Nice try', 'Brian Inskeep', '@Brian'],
    ['@Dr. Smith, no', 'Dr. Jones', null],
    ['@george smith\nno', 'George Patton', null],
    ['@George Paten you', 'George Patton', '@George Paten'],
    ['@Goerge Patton, no', 'George Patton', '@Goerge Patton'],
    ['@Stan Calif, no', 'StanCalif', '@Stan Calif'],
    ['@jr smith no', 'J.R. Smith', '@jr smith'],
    ["@O'Brien no", 'O’Brien', "@O'Brien"],
    ['@Jose no', 'José Álvarez', '@Jose'],
    ['@Strasse no', 'Straße', '@Strasse'],
    ['@ＰＥＴＥ no', 'Pete', '@ＰＥＴＥ'],
    ['@\u2068Pe\u200bte\u2069, no', '\u202ePete', '@\u2068Pe\u200bte\u2069'],
    ['@王小明，你好', '王小明', '@王小明'],
    ['@محمد، لا', 'مُحَمَّد علي', '@محمد'],
    [`@${'🙂'.repeat(80)}, no`, '🙂'.repeat(80), `@${'🙂'.repeat(80)}`],
    ['@One Two Three Four Five Six, no', 'One Two Three Four Five Six', '@One Two Three Four Five Six'],
    // Somebody else is meant, or nobody.
    ['@George Smith, no', 'George Patton', null],
    ['@George Smith you', 'George Patton', null],
    ['@george smith, no', 'George Patton', null],
    ['@George-Smith no', 'George Patton', null],
    ['@J.R. Smith, no', 'J Jones', null],
    ['@Guest 12, no', 'Guest 13', null],
    ['@Guest12, no', 'Guest13', null],
    ['@Bete, no', 'Pete', null],
    ['@Al, no', 'Ali', null],
    ['@王小明明，你好', '王小明月', null],
    ['@Petersen, no', 'Pete', null],
    ['@ home we say', 'Homer', null],
    ['@the moment we say', 'The Truth', null],
    ['I say @Pete, no', 'Pete', null],
    ['me@Pete.com, no', 'Pete', null],
    ['@Pete@example.com, no', 'Pete', null],
    ['@10, no', '10', null],
    ['#10, no', '10', null],
    ['@ 5pm, no', '5pm', null],
    ['@', '', null],
    ['@\nPete, no', 'Pete', null],
    ['@\u200b, no', '\u200b', null],
  ] // prettier-ignore

  test.each(readings)('%j calls %j by %j', (body, name, linked) => {
    const mention = answered([['a', null, name], ['x', 'a', 'Di']], body) // prettier-ignore
    expect(mention ? body.slice(mention.start, mention.end) : null).toBe(linked)
  })
})

test('a reply of the same minute answers what it stands below, whatever the sequences of threads and replies are', () => {
  const top = commentOf('a', null, { sequence: 9 })
  const reply = commentOf('b', 'a', { author: { name: 'Di' }, body: '@Pete, no', sequence: 2 })
  expect(resolveMentions([reply, top]).get(reply.id)?.targetId).toBe('a')
})

test('what a reply is begun with names the person whom it answers', () => {
  for (const name of [
    'Pete',
    'Smith, John (Texas)!',
    '-=Wolf=-',
    'a b c d e f g',
    'Ms. O’Hara',
    '?!',
    'x@example.com',
  ]) {
    const target = commentOf('a', null, { author: { name } })
    const body = `${replyBeginning(target, 'top' as CommentId)}no`
    const mention = answered([['a', null, name], ['x', null, 'Di']], body) // prettier-ignore
    expect([name, mention?.targetId]).toEqual([name, 'a'])
  }
})

test('a chain of 100,000 replies that call each other is no trouble', () => {
  const chain = Array.from({ length: 100_000 }, (_, index) =>
    commentOf(`c${index}`, index === 0 ? null : `c${index - 1}`, {
      author: { name: index % 2 === 0 ? 'Al' : 'Bo' },
      body: index % 2 === 0 ? '@Bo, no' : '@Al, no',
      sequence: index,
    }),
  )
  const mentions = resolveMentions(chain)
  expect(mentions.size).toBe(99_999)
  expect(mentions.get('c99999' as CommentId)?.targetId).toBe('c99998')
})

function answered(rows: readonly Row[], body: string) {
  const comments = rows.map(([id, parentId, name, changes], minute) =>
    commentOf(id, parentId, {
      author: { name },
      createdAt: new Date(Date.UTC(2014, 4, 1, 12, minute)).toISOString(),
      ...(id === 'x' ? { body } : {}),
      ...changes,
    }),
  )
  return resolveMentions(comments).get('x' as CommentId)
}

function transcribed(file: string): Comment[] {
  const { comments } = readTranscript(readFileSync(file, 'utf8'))
  return comments.map(({ id, parentId, ...rest }) => commentOf(id, parentId, rest))
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comment } from '../../src/domain/comment.ts'
import { ancestorsOf } from '../../src/domain/thread.ts'
import { resolveMentions, type Mention } from '../../src/domain/mentions.ts'
import { ADVERSARIAL_TEXTS } from '../support/adversarialTexts.ts'
import { commentOf } from '../support/comments.ts'
import { NAUGHTY_TEXTS, SCRIPTING_TEXTS } from '../support/hostileTexts.ts'

const HOSTILE = [...NAUGHTY_TEXTS, ...SCRIPTING_TEXTS, ...ADVERSARIAL_TEXTS.map(({ make }) => make(2000))]

const NAMES = ['Pete', 'pete', 'Peter', 'George', 'George Patton', 'George Patten', 'George Smith', 'José', 'Jose M', '王小明', '\u202eAl', '🙂'.repeat(80)] // prettier-ignore

const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
)

const body = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', ' ', '\n'),
        fc.constantFrom('@', '@ '),
        name,
        fc.constantFrom(',', ' I think', ': no', '\nno', ' Smith', ''),
      )
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((text) => `@${text}`) },
)

/** Comments with parents that may be themselves, each other, younger, or missing. */
const discussion = fc
  .array(
    fc.record({
      parent: fc.option(fc.nat(18)),
      name,
      body,
      minute: fc.nat(5),
      status: fc.constantFrom('published', 'published', 'published', 'held', 'deleted', 'rejected'),
    }),
    { maxLength: 16, size: 'max' },
  )
  .map((rows) =>
    rows.map(({ parent, name: author, minute, ...rest }, index) =>
      commentOf(`c${index}`, parent === null ? null : `c${parent}`, {
        ...rest,
        author: { name: author },
        createdAt: `2014-05-01T12:0${minute}:00.000Z`,
        sequence: index + 1,
      }),
    ),
  )

test('whatever people write, only an earlier comment that is there is answered, by a part of one line that begins with "@"', () => {
  let count = 0
  fc.assert(
    fc.property(discussion, (comments) => {
      for (const [comment, { start, end }, target] of answers(comments)) {
        count += 1
        expect(target.id).not.toBe(comment.id)
        expect(target.createdAt <= comment.createdAt).toBe(true)
        expect(['published', 'held']).toContain(target.status)
        expect(comment.body.slice(0, start).trim()).toBe('')
        expect(comment.body.slice(start, end)).toMatch(/^@[^\n\r\u2028\u2029]+$/u)
      }
    }),
    { numRuns: 500 },
  )
  expect(count).toBeGreaterThan(100)
})

test('no two comments answer each other', () => {
  fc.assert(
    fc.property(discussion, (comments) => {
      const mentions = resolveMentions(comments)
      for (const [id, { targetId }] of mentions) expect(mentions.get(targetId)?.targetId).not.toBe(id)
    }),
  )
})

test('the order in which comments are given changes nothing', () => {
  const shuffled = discussion.chain((comments) =>
    fc.tuple(
      fc.constant(comments),
      fc.shuffledSubarray(comments, { minLength: comments.length, maxLength: comments.length }),
    ),
  )
  fc.assert(
    fc.property(shuffled, ([comments, others]) => {
      expect(resolveMentions(others)).toEqual(resolveMentions(comments))
    }),
  )
})

test('comments by people who are called by nobody, and later ones by anybody, change nothing', () => {
  const others = fc.array(fc.record({ parent: fc.nat(16), early: fc.boolean(), name }), { minLength: 1, maxLength: 9 }) // prettier-ignore
  fc.assert(
    fc.property(discussion, others, (comments, rows) => {
      const calling = comments.map((each) => ({
        ...each,
        body: HOSTILE.includes(each.body) ? '' : each.body,
      }))
      const added = rows.map(({ parent, early, name: later }, index) =>
        commentOf(`d${index}`, early ? null : `c${parent}`, {
          author: { name: early ? `Zzyzx Qwghlm ${index}` : later },
          createdAt: `2014-05-01T1${early ? 1 : 3}:00:00.000Z`,
          sequence: 100 + index,
        }),
      )
      expect(resolveMentions([...calling, ...added])).toEqual(resolveMentions(calling))
    }),
  )
})

test('names as they are written are found where a search through all comments finds them', () => {
  const rows = fc.array(
    fc.record({
      parent: fc.option(fc.nat()),
      name: fc.constantFrom('Al', 'Al Green', 'Al Brown', 'Bo', 'Bo Green'),
      called: fc.constantFrom('Al', 'Bo'),
    }),
    { maxLength: 24, size: 'max' },
  )
  fc.assert(
    fc.property(rows, (given) => {
      const comments = given.map(({ parent, name: author, called }, index) =>
        commentOf(`c${index}`, parent === null || index === 0 ? null : `c${parent % index}`, {
          author: { name: author },
          body: `@${called}, no`,
          createdAt: new Date(index).toISOString(),
        }),
      )
      const found = [...resolveMentions(comments)].map(([id, { targetId }]) => [id, targetId])
      const expected = comments.flatMap((each, index) => {
        const target = searchFor(given[index]?.called ?? '', each, comments.slice(0, index))
        return target ? [[each.id, target.id]] : []
      })
      expect(found).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

function searchFor(called: string, from: Comment, before: readonly Comment[]): Comment | null {
  const find = (id: Comment['parentId']) => before.find((each) => each.id === id)
  const above = ancestorsOf(from, find)
  const thread = before.filter((each) => (ancestorsOf(each, find)[0] ?? each) === above[0])
  for (const scope of [above, thread, before]) {
    const others = scope.filter(({ author }) => author.name !== from.author.name)
    const whole = others.filter(({ author }) => author.name === called)
    const leading = others.filter(({ author }) => author.name.startsWith(`${called} `))
    const own = scope.filter(({ author }) => author.name === from.author.name && author.name === called)
    const fitting = [whole, leading, own].find(({ length }) => length > 0) ?? []
    if (new Set(fitting.map(({ author }) => author.name)).size > 1) return null
    const nearest = fitting.at(-1)
    if (nearest) return nearest
  }
  return null
}

function answers(comments: readonly Comment[]): [Comment, Mention, Comment][] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  return [...resolveMentions(comments)].map(([id, mention]) => {
    const [comment, target] = [byId.get(id), byId.get(mention.targetId)]
    if (!comment || !target) throw new Error('A comment that is not given answers or is answered')
    return [comment, mention, target]
  })
}

import { expect, test } from 'vitest'
import { generateDiscussion } from '../support/generateDiscussion.ts'
import {
  generateComments,
  generateDiscussionTranscript,
  generateTranscript,
} from '../support/generateTranscript.ts'
import { readTranscript } from '../support/readTranscript.ts'
import { seededRandom } from '../support/seededRandom.ts'

const SEED = 20130411

test('a generated transcript is read back to the comments that it was made of', () => {
  const source = generateComments(seededRandom(SEED), 1000)
  const read = readTranscript(generateDiscussionTranscript({ seed: SEED, count: 1000 }), {
    id: 'generated-1000',
  })
  expect(read.problems).toEqual([])
  expect(read.discussion).toMatchObject({ declaredCount: 1000, maxDepth: 10, closed: false })
  expect(read.comments.map(({ depth, author, body }) => [depth, author.name, body])).toEqual(
    source.map(({ depth, author, body }) => [depth, author, body]),
  )
  expect(read.comments.map(({ createdAt }) => localDate(createdAt))).toEqual(source.map(({ date }) => date))
  expect(generateDiscussion({ seed: SEED, count: 1000 })).toEqual(read)
})

test('the same seed gives the same text, and another one another', () => {
  const text = generateDiscussionTranscript({ seed: SEED, count: 1000 })
  expect(generateDiscussionTranscript({ seed: SEED, count: 1000 })).toBe(text)
  expect(generateDiscussionTranscript({ seed: SEED + 1, count: 1000 })).not.toBe(text)
})

test('a transcript that is asked for by its length has about that length', () => {
  const { length } = generateTranscript(SEED, 1_000_000)
  expect(length / 1_000_000).toBeCloseTo(1, 1)
})

test.each([1, 2, 7, 299, 300, 1000])('%d comments are just so many, threads newest first', (count) => {
  const { comments, discussion } = generateDiscussion({ seed: SEED, count })
  expect(comments).toHaveLength(count)
  expect(discussion.declaredCount).toBe(count)
  const starts = comments.filter(({ parentId }) => parentId === null).map(({ createdAt }) => createdAt)
  expect(starts).toEqual(starts.toSorted().toReversed())
})

test('10,000 comments have the shape of a blog’s discussion', () => {
  const { comments } = generateDiscussion({ seed: SEED, count: 10_000 })
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const replies: number[] = []
  const latest = new Map<string, string>()
  for (const { parentId, createdAt } of comments) {
    if (parentId === null) replies.push(0)
    else {
      replies.push((replies.pop() ?? 0) + 1)
      const before = latest.get(parentId) ?? byId.get(parentId)?.createdAt ?? ''
      expect(createdAt >= before).toBe(true)
      latest.set(parentId, createdAt)
    }
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
  expect(replies.length / comments.length).toBeCloseTo(0.35, 2)
  expect(replies.filter((count) => count >= 1000)).toHaveLength(3)
  expect(replies.slice(0, 20).some((count) => count >= 1000)).toBe(true)
  expect(replies.filter((count) => count <= 3).length / replies.length).toBeGreaterThan(0.8)
  expect(Math.max(...comments.map(({ depth }) => depth))).toBe(10)
  expect(Math.abs(median(comments.map(({ body }) => body.length)) - 250)).toBeLessThan(25)
  expect(comments.filter(({ body }) => body.length > 1500).length / comments.length).toBeLessThan(0.03)
  expect(comments.filter(({ body }) => body === '').length / comments.length).toBeCloseTo(1 / 30, 2)
  expect(
    comments.filter(({ author }) => /[^\p{sc=Latn}\p{sc=Zyyy}]/u.test(author.name)).length,
  ).toBeGreaterThan(300)
  expect(comments.filter(({ body }) => body.startsWith('@')).length).toBeGreaterThan(1000)
  const times = comments.map(({ createdAt }) => createdAt).toSorted()
  const days = (Date.parse(times.at(-1) ?? '') - Date.parse(times[0] ?? '')) / 86_400_000
  expect(days).toBeGreaterThan(14)
  expect(days).toBeLessThan(30)
})

function localDate(instant: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/New_York',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(instant))
  const [date, time = ''] = parts.split(' at ')
  return `${date} at ${time.replace('\u202f', ' ').toLowerCase()}`
}

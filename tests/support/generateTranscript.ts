import { MONTHS } from '../../src/transcript/localTime.ts'
import { DEEPEST, generatePlaces } from './generateThreads.ts'
import { generateBody, generateName, generateText } from './generateWriting.ts'
import { plainSource, renderTranscript, type SourceComment } from './renderTranscript.ts'
import { seededRandom, type Random } from './seededRandom.ts'

const PUBLISHED_LOCAL_MS = Date.UTC(2013, 3, 11, 19, 36)
const COMMENT_LENGTH = 420
const ADDRESSED_SHARE = 0.25
const PARAGRAPHS = 9

/** A transcript of about `length` characters, in the shape of `generateDiscussionTranscript`. */
export function generateTranscript(seed: number, length: number): string {
  return generateDiscussionTranscript({ seed, count: Math.ceil(length / COMMENT_LENGTH) })
}

/** A transcript of an article and `count` comments, the same for the same seed, in the shape of a blog's discussions. */
export function generateDiscussionTranscript({ seed, count }: { seed: number; count: number }): string {
  const title = `A generated discussion of ${count} comments`
  return renderTranscript({
    ...plainSource,
    title,
    secondTitle: title,
    paragraphs: generateParagraphs(seededRandom(seed)),
    heading: `soundoff (${count} Responses)`,
    comments: generateComments(seededRandom(seed), count),
  })
}

/** Just `count` comments in the order of a page; see `generatePlaces` for where they stand. */
export function generateComments(random: Random, count: number): SourceComment[] {
  const comments: SourceComment[] = []
  for (const { depth, answered, minute } of generatePlaces(random, count)) {
    const addressee = answered === null ? undefined : comments[answered]
    const mustAddress = addressee?.depth === DEEPEST
    comments.push({
      depth,
      author: generateName(random),
      body: addressed(
        generateBody(random),
        mustAddress || random() < ADDRESSED_SHARE ? addressee : undefined,
      ),
      date: localDate(minute),
      actions: depth < DEEPEST ? ' | Reply' : ' |',
    })
  }
  return comments
}

function addressed(body: string, addressee: SourceComment | undefined): string {
  return body === '' || addressee === undefined ? body : `@${addressee.author}, ${body}`
}

function generateParagraphs(random: Random): string[] {
  return Array.from({ length: PARAGRAPHS }, () => generateText(random, 400).replaceAll(/\n+/g, ' '))
}

/** As a clock on the wall shows it, and the page. */
function localDate(minute: number): string {
  const date = new Date(PUBLISHED_LOCAL_MS + minute * 60_000)
  const hour = date.getUTCHours()
  const clock = `${hour % 12 || 12}:${String(date.getUTCMinutes()).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()} at ${clock}`
}

import { plainSource, renderComments, renderTranscript, type SourceComment } from './renderTranscript.ts'

/** Numbers from 0 to 1, the same for the same seed. */
export type Random = () => number

/** Mulberry32 by Tommy Ettinger, in the public domain. */
export function seededRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A transcript of about `length` characters, the same for the same seed, in the shape of a blog's discussions: most
 * threads are short and a few long, half of the comments are replies, bodies are one to five paragraphs with a median
 * of some 250 characters, and one in thirty has no text.
 */
export function generateTranscript(seed: number, length: number): string {
  const random = seededRandom(seed)
  const list: string[] = []
  let listLength = 0
  let count = 0
  while (listLength < length) {
    const comments = generateComments(random, 1000)
    const rendered = renderComments(comments)
    list.push(rendered)
    listLength += rendered.length
    count += comments.length
  }
  const page = renderTranscript({ ...plainSource, heading: `soundoff (${count} Responses)`, ending: '' })
  return page + list.join('') + plainSource.ending
}

/** Whole threads, in the order of a page, that together have `count` comments. */
export function generateComments(random: Random, count: number): SourceComment[] {
  const comments: SourceComment[] = []
  let depth = 1
  for (let index = 0; index < count; index++) {
    depth = index === 0 || random() < 0.45 ? 1 : 1 + Math.ceil(random() * Math.min(depth, DEEPEST - 1))
    comments.push({
      depth,
      author: pick(random, NAMES),
      body: generateBody(random),
      date: generateDate(random),
      actions: depth < DEEPEST ? ' | Reply' : ' |',
    })
  }
  return comments
}

const DEEPEST = 5
const NAMES = [
  'Pete',
  'StanCalif',
  'Brian Inskeep',
  'george patton',
  'Hapa',
  'José Núñez',
  '李雷',
  'j. r.',
  '2cents',
]
const WORDS =
  'the of to and a in is that it you for not they on we are with this have but China trade Korea would people “no” their'.split(
    ' ',
  )

function generateBody(random: Random): string {
  if (random() < 1 / 30) return ''
  const paragraphs = 1 + Math.floor(random() ** 3 * 5)
  return Array.from({ length: paragraphs }, () => generateParagraph(random)).join('\n\n')
}

function generateParagraph(random: Random): string {
  const lines = random() < 0.15 ? 2 : 1
  return Array.from({ length: lines }, () => generateLine(random)).join('\n')
}

function generateLine(random: Random): string {
  const words = 3 + Math.floor(random() ** 2 * 100)
  return Array.from({ length: words }, () => pick(random, WORDS)).join(' ')
}

function generateDate(random: Random): string {
  const minute = String(Math.floor(random() * 60)).padStart(2, '0')
  const hour = 1 + Math.floor(random() * 12)
  return `April ${11 + Math.floor(random() * 14)}, 2013 at ${hour}:${minute} ${random() < 0.5 ? 'am' : 'pm'}`
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('There is nothing to pick from.')
  return item
}

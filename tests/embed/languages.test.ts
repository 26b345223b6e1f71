import { describe, expect, test } from 'vitest'
import type { Problem } from '../../src/api/problem.ts'
import { createCatalogues } from '../../src/embed/catalogues.ts'
import { germanCatalogue } from '../../src/embed/germanCatalogue.ts'
import { catalogueOf } from '../../src/ui/messages/catalogueOf.ts'
import { countLabel } from '../../src/ui/messages/countLabel.ts'
import { english } from '../../src/ui/messages/english.ts'
import { englishElement } from '../../src/ui/messages/englishElement.ts'
import { englishFrame } from '../../src/ui/messages/englishFrame.ts'
import { englishWriting } from '../../src/ui/messages/englishWriting.ts'
import { explainInEnglish } from '../../src/ui/messages/explainInEnglish.ts'
import { explainInGerman } from '../../src/ui/messages/explainInGerman.ts'
import { germanFrame } from '../../src/ui/messages/germanFrame.ts'
import { commentOf } from '../support/comments.ts'

const { messages: german } = germanCatalogue
const writing = german.writing!

test.each([
  ['de', 'de'],
  ['DE', 'de'],
  ['de-AT', 'de'],
  ['de-CH-1996', 'de'],
  ['de_DE', 'de'],
  [' de ', 'de'],
  ['en', 'en'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['den', 'en'],
  ['dede', 'en'],
  ['nds-DE', 'en'],
  ['', 'en'],
  ['-de', 'en'],
  ['no such_language', 'en'],
  ['\u0000', 'en'],
])('what is best said to "%s" is %s', (tag, language) => {
  expect(catalogueOf(tag)).toBe(language)
})

test('a catalogue comes when it is wanted, with dates as the region has them, and is the same from then on', async () => {
  const { find, bring } = createCatalogues()
  expect(find('en')?.messages).toBe(english)
  expect(find('de-AT')).toBeNull()
  const austrian = await bring('de-AT')
  expect(find('de-AT')).toBe(austrian)
  expect(austrian.messages).toEqual({ ...german, locale: 'de-AT' })
  const locales = ['de', 'de-Latn-CH', 'de_DE', 'en-GB', 'fr-CA', 'en-', '\u0000'].map(
    (tag) => find(tag)?.messages.locale,
  )
  expect(locales).toEqual(['de', 'de-CH', 'de', 'en-GB', 'en', 'en', 'en'])
})

/** What is written alike in both. */
const ALIKE = new Set(['name', 'writing.reportReasons.spam', 'writing.formats.code', 'writing.formats.link'])
/** What says by nothing but numbers what it is told. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  responses: [2],
  responsesHere: [39, 25, 2],
  inUtc: ['2013-04-12T17:39:00.000Z'],
  explain: [{ code: 'unreachable' }],
}

describe('the German catalogue', () => {
  const inEnglish = leavesOf({
    ...english,
    writing: englishWriting,
    element: englishElement,
    frame: englishFrame,
  })
  const inGerman = leavesOf({ ...german, element: germanCatalogue.element, frame: germanFrame })

  test('has all that the English one has, and nothing else', () => {
    expect([...inGerman.keys()].toSorted()).toEqual([...inEnglish.keys()].toSorted())
    expect(inGerman.size).toBeGreaterThan(150)
  })

  test.each([...inEnglish.keys()].filter((name) => !ALIKE.has(name)))('has words of its own: %s', (name) => {
    const given = ARGUMENTS[name] ?? [2, 'Ada']
    const said = [inEnglish, inGerman].map((texts) => say(texts.get(name), given))
    expect(JSON.stringify(said[1])).toMatch(/\p{L}|^"\d/u)
    expect(said[1]).not.toEqual(said[0])
  })

  const counting = {
    showMoreReplies: german.showMoreReplies,
    moreThreadsShown: german.moreThreadsShown,
    moreRepliesShown: german.moreRepliesShown,
    news: german.news,
    showNews: german.showNews,
    newReplies: (count: number) => Object.values(german.newReplies(count)).join(' '),
    showNewReplies: (count: number) => german.showNewReplies('Ada', count),
    replies: german.replies,
    expandThread: (count: number) => german.expandThread('Ada', count),
    responsesHere: (count: number) => german.responsesHere(1000, count, 0),
    postedSince: (count: number) => german.responsesHere(7, 7, count),
    unfinished: writing.unfinished,
    countLabel: (count: number) => countLabel(count, 'de'),
  }
  test.each(Object.entries(counting))('counts as German does: %s', (name, told) => {
    const counts = name === 'postedSince' ? [1, 2, 1000] : [0, 1, 2, 1000]
    for (const count of counts)
      expect(told(count)).toMatch(new RegExp(`(?<![\\d.])${numeral(count)}(?![\\d.])`))
    const words = (count: number) => told(count).replace(numeral(count), '')
    expect(words(1)).not.toBe(words(2))
    expect(words(1000)).toBe(words(2))
    if (counts.includes(0)) expect(words(0)).toBe(words(2))
  })

  test.each([0, 1, 2, 1000])('counts %i characters, limits and comments', (count) => {
    const texts = [
      german.charactersLeft(count),
      german.nameFaults['too-long'](count),
      german.bodyFaults['too-long'](count),
    ]
    for (const text of texts) expect(text).toMatch(new RegExp(` ${numeral(count)} Zeichen`, 'i'))
    expect(german.charactersLeft(-1000)).toBe('1.000 Zeichen zu viel')
    expect(german.responses(count)).toBe(
      count === 0 ? 'Noch keine Kommentare' : `${numeral(count)} Kommentar${count === 1 ? '' : 'e'}`,
    )
  })
})

const comment = commentOf('a', null)
const problems: { readonly [Code in Problem['code']]: Extract<Problem, { code: Code }> } = {
  'not-found': { code: 'not-found', resource: 'comment' },
  invalid: { code: 'invalid', field: 'body', reason: 'must not be empty' },
  'too-long': { code: 'too-long', field: 'body', length: 12_345, limit: 10_000 },
  'too-large': { code: 'too-large', limit: 65_536 },
  'discussion-closed': { code: 'discussion-closed' },
  'parent-gone': { code: 'parent-gone' },
  'depth-exceeded': { code: 'depth-exceeded', maxDepth: 6 },
  duplicate: { code: 'duplicate', comment },
  'idempotency-key-reused': { code: 'idempotency-key-reused' },
  changed: { code: 'changed', comment },
  'edit-window-over': { code: 'edit-window-over' },
  forbidden: { code: 'forbidden', resource: 'discussion' },
  'rate-limited': { code: 'rate-limited', retryAfter: 0.5 },
  unavailable: { code: 'unavailable' },
  unreachable: { code: 'unreachable' },
  'timed-out': { code: 'timed-out' },
  'unexpected-answer': { code: 'unexpected-answer', status: 200 },
}

test.each(Object.values(problems))('$code is explained in German, by sentences of its own', (problem) => {
  const told = explainInGerman(problem)
  expect(told).not.toBe(explainInEnglish(problem))
  expect(told).toMatch(/^[\p{Lu}„].*\.$/u)
  expect(told).not.toMatch(/ [Dd]u |"|(?<!\p{L})(?:the|it|try)(?!\p{L})/u)
  const others = Object.values(problems).filter((other) => other !== problem)
  expect(others.map(explainInGerman)).not.toContain(told)
})

test('what is explained has its numbers as German has them', () => {
  expect(explainInGerman(problems['too-long'])).toContain('12.345 Zeichen, erlaubt sind höchstens 10.000')
  expect(explainInGerman(problems['rate-limited'])).toContain('in 1 Sekunde noch')
  expect(explainInGerman({ code: 'rate-limited', retryAfter: 1500 })).toContain('in 1.500 Sekunden')
})

function numeral(count: number): string {
  return count === 1000 ? '1.000' : String(count)
}

/** Every text, and every function that gives one, by its path. */
function leavesOf(catalogue: object, before = ''): Map<string, unknown> {
  return new Map(
    Object.entries(catalogue).flatMap(([name, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null
        ? [...leavesOf(value, `${before}${name}.`)]
        : [[before + name, value]],
    ),
  )
}

function say(leaf: unknown, given: readonly unknown[]): unknown {
  return typeof leaf === 'function' ? Reflect.apply(leaf, null, [...given]) : leaf
}

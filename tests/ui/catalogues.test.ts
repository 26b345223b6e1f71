import { describe, expect, test } from 'vitest'
import type { Problem } from '../../src/api/problem.ts'
import { HOLD_REASONS } from '../../src/domain/comment.ts'
import { LANGUAGES, type Language } from '../../src/ui/messages/catalogueOf.ts'
import { countLabel } from '../../src/ui/messages/countLabel.ts'
import { explainInEnglish } from '../../src/ui/messages/explainInEnglish.ts'
import { frameTitles } from '../../src/ui/messages/frameTitles.ts'
import { LANGUAGE_LABELS, LANGUAGE_NAMES } from '../../src/ui/messages/languageNames.ts'
import type { PluralForms } from '../../src/ui/messages/plurals.ts'
import { commentOf } from '../support/comments.ts'
import { englishLeaves, nameOrCount, say, SPOKEN } from '../support/spokenCatalogues.ts'

/** What is written as in English, language by language. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  es: ['writing.formats.control'],
  de: ['name', 'themes.auto', 'writing.reportReasons.spam', 'writing.formats.code', 'writing.formats.link'],
  fr: ['writing.formats.code', 'writing.formats.control'],
  ar: ['writing.formats.control'],
  zh: ['writing.formats.control'],
}

/** Told by numbers or marks alone. */
const WORDLESS = ['finding.count', 'finding.matchOf', 'finding.chipWords']

/** What takes neither names nor counts. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  responsesHere: [39, 25, 2],
  inUtc: ['2013-04-12T17:39:00.000Z'],
  explain: [{ code: 'unreachable' }],
  'writing.heldFor': ['links'],
  'finding.linkedComment': ['deleted'],
}

/** Whose argument is a text of the same catalogue, and no name. */
const OF_TEXTS = /(?:Failed|^sorted|^newComment|removeFromSearch|\.(?:not|perhapsNot|commentNot)\w+)$/

const FORMS: { readonly [Spoken in Language]: Readonly<Record<PluralForms[Spoken], true>> } = {
  en: { one: true, other: true },
  es: { one: true, many: true, other: true },
  de: { one: true, other: true },
  fr: { one: true, many: true, other: true },
  ar: { zero: true, one: true, two: true, few: true, many: true, other: true },
  zh: { other: true },
}

/** Among them is one of each form of each language. */
const COUNTS = [0, 1, 2, 3, 11, 100, 1234, 1_000_000]

test.each(LANGUAGES)('the plural forms of %s are those that it has', (language) => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  expect(Object.keys(FORMS[language]).toSorted()).toEqual([...pluralCategories].toSorted())
})

describe.each(SPOKEN)('the catalogue of $language', ({ language, catalogue: { messages }, leaves }) => {
  const number = new Intl.NumberFormat(messages.locale)

  test('has all that the English one has, and nothing else', () => {
    expect([...leaves.keys()].toSorted()).toEqual([...englishLeaves.keys()].toSorted())
    expect(leaves.size).toBeGreaterThan(150)
  })

  test('has words of its own for all of it', () => {
    const alike = new Set([...(ALIKE[language] ?? []), ...WORDLESS])
    const same = [...leaves].filter(([path, leaf]) => {
      const given = givenTo(path, 2)
      return say(leaf, given) === say(englishLeaves.get(path), given)
    })
    expect(same.map(([path]) => path).filter((path) => !alike.has(path))).toEqual([])
    expect(
      [...alike].filter((path) => leaves.get(path) === undefined && !path.startsWith('finding.')),
    ).toEqual([])
  })

  test('leaves out no name and no number, and nothing in English, whatever the count', () => {
    const faults = COUNTS.flatMap((count) =>
      [...leaves].flatMap(([path, leaf]) => {
        const given = givenTo(path, count)
        const said = say(leaf, given)
        const inEnglish = say(englishLeaves.get(path), given)
        const isByWords = language === 'ar' && count <= 2
        const isWhole =
          said.trim() !== '' &&
          said.includes('Ada') === inEnglish.includes('Ada') &&
          (isByWords ||
            !inEnglish.includes(count.toLocaleString('en')) ||
            said.includes(number.format(count)))
        const isBroken =
          /undefined|NaN|\bnull\b|\[object|#|\b(?:the|repl(?:y|ies)|comments?|responses?)\b/.test(said)
        return isWhole && !isBroken ? [] : [`${path}(${count}): ${said}`]
      }),
    )
    expect(faults).toEqual([])
  })

  test('keeps names apart from the words around them where these run from right to left', () => {
    const named = [...leaves].filter(([path, leaf]) => say(leaf, givenTo(path, 2)).includes('Ada'))
    expect(named.length).toBeGreaterThan(30)
    for (const [path, leaf] of named) {
      const said = say(leaf, givenTo(path, 2))
      if (language !== 'ar' || OF_TEXTS.test(path)) expect(said).not.toContain('\u2068')
      else expect(path + said.replace(/\u2068[^\u2069]*\u2069/g, '')).not.toContain('Ada')
    }
  })

  test('says why a comment is held, for each reason by a sentence of its own', () => {
    const reasons = [...HOLD_REASONS, null]
    const told = reasons.map((reason) => say(leaves.get('writing.heldFor'), [reason]))
    expect(new Set(told).size).toBe(reasons.length)
    const inEnglish = new Set(reasons.map((reason) => say(englishLeaves.get('writing.heldFor'), [reason])))
    expect(told.filter((sentence) => inEnglish.has(sentence))).toEqual([])
  })

  test('says by numbers how many comments there are', () => {
    expect(countLabel(1234, messages.locale)).toContain(number.format(1234))
    expect(countLabel(3, messages.locale)).not.toBe(countLabel(3, 'en'))
    if (language !== 'zh')
      expect(countLabel(1, messages.locale)).not.toContain(countLabel(3, messages.locale).slice(2))
  })

  test.each(Object.values(problemsOf()))('explains $code, by sentences of its own', (problem) => {
    const told = messages.explain(problem)
    expect(told).not.toBe(explainInEnglish(problem))
    expect(told).toMatch(/[.。]$/)
    expect(told).not.toMatch(/undefined|"|(?<!\p{L})(?:the|it|try)(?!\p{L})/u)
    const others = Object.values(problemsOf()).filter((other) => other.code !== problem.code)
    expect(others.map(messages.explain)).not.toContain(told)
  })
})

test('each language has its name, and what its discussions and the choice of it are called', () => {
  for (const names of [LANGUAGE_NAMES, LANGUAGE_LABELS, frameTitles]) {
    expect(Object.keys(names).toSorted()).toEqual([...LANGUAGES].toSorted())
    expect(Object.values(names)).not.toContain('')
  }
  expect(new Set(Object.values(LANGUAGE_NAMES)).size).toBe(LANGUAGES.length)
  expect(new Set(Object.values(LANGUAGE_LABELS)).size).toBe(LANGUAGES.length)
})

function givenTo(path: string, count: number): readonly unknown[] {
  return ARGUMENTS[path] ?? [1, 2, 3, 4].map(() => nameOrCount('Ada', count))
}

function problemsOf(): { readonly [Code in Problem['code']]: Extract<Problem, { code: Code }> } {
  const comment = commentOf('a', null)
  return {
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
}

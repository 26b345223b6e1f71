import { describe, expect, test } from 'vitest'
import { HOLD_REASONS } from '../../../src/domain/comment.ts'
import { createDeskWords } from '../../../src/moderation/messages/deskWords.ts'
import { englishDesk } from '../../../src/moderation/messages/englishDesk.ts'
import { LANGUAGES, localeOf } from '../../../src/ui/messages/catalogueOf.ts'
import { leavesOf, nameOrCount, say } from '../../support/spokenCatalogues.ts'

/** Written as in English. */
const ALIKE: Readonly<Record<string, readonly string[]>> = { de: ['moderation'] }

/** What takes neither names nor counts. */
const GIVEN: Readonly<Record<string, readonly unknown[]>> = { held: ['links'] }

/** Whose argument is a text of the same catalogue, or what somebody is told, and no name. */
const OF_TEXTS = /Failed$|^not[A-Z]/

const COUNTS = [0, 1, 2, 3, 11, 100, 1234, 1_000_000]

const english = leavesOf(englishDesk)
const words = createDeskWords()

test('until they are brought, moderators are told all in English, and then in the language that they read', async () => {
  const own = createDeskWords()
  expect(own.find('de-AT')).toBe(englishDesk)
  await own.bring('de-AT')
  expect(own.find('de-AT').signIn).toBe('Anmelden')
  expect(own.find('fr')).toBe(englishDesk)
  expect(own.find('tlh')).toBe(englishDesk)
})

describe.each(LANGUAGES.filter((language) => language !== 'en'))('in %s', (language) => {
  const number = new Intl.NumberFormat(localeOf(language))
  const leaves = words.bring(language).then(() => leavesOf(words.find(language)))

  test('there is all that there is in English, in words of its own', async () => {
    const told = await leaves
    expect([...told.keys()].toSorted()).toEqual([...english.keys()].toSorted())
    expect(told.size).toBeGreaterThan(80)
    const same = [...told].filter(
      ([path, leaf]) => say(leaf, givenTo(path, 2)) === say(english.get(path), givenTo(path, 2)),
    )
    expect(same.map(([path]) => path)).toEqual(ALIKE[language] ?? [])
  })

  test('no name and no number is left out, and nothing is in English, whatever the count', async () => {
    const told = await leaves
    const broken = COUNTS.flatMap((count) =>
      [...english].flatMap(([path, leaf]) => {
        const given = givenTo(path, count)
        const inEnglish = say(leaf, given)
        const said = say(told.get(path), given)
        const isByWords = language === 'ar' && count <= 2
        const isWhole =
          said.trim() !== '' &&
          said.includes('Ada') === inEnglish.includes('Ada') &&
          (isByWords ||
            !inEnglish.includes(count.toLocaleString('en')) ||
            said.includes(number.format(count)))
        const isBroken = /undefined|NaN|\bnull\b|\[object|#|\b(?:the|comments?|discussions?)\b/.test(said)
        return isWhole && !isBroken ? [] : [`${path}(${count}): ${said}`]
      }),
    )
    expect(broken).toEqual([])
  })

  test('names are kept apart from the words around them where these run from right to left', async () => {
    const named = [...(await leaves)].filter(([path, leaf]) => say(leaf, givenTo(path, 2)).includes('Ada'))
    expect(named.length).toBeGreaterThan(8)
    for (const [path, leaf] of named) {
      const said = say(leaf, givenTo(path, 2))
      if (language !== 'ar' || OF_TEXTS.test(path)) expect(said).not.toContain('\u2068')
      else expect(path + said.replace(/\u2068[^\u2069]*\u2069/g, '')).not.toContain('Ada')
    }
  })

  test('each reason for which a comment is held has a sentence of its own', async () => {
    const held = (await leaves).get('held')
    expect(new Set(HOLD_REASONS.map((reason) => say(held, [reason]))).size).toBe(HOLD_REASONS.length)
  })
})

function givenTo(path: string, count: number): readonly unknown[] {
  const given = nameOrCount('Ada', count)
  return GIVEN[path] ?? (/^(?:didTo|result)$/.test(path) ? ['+', given] : [given, given])
}

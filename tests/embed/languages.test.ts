import { expect, test } from 'vitest'
import { catalogueOf, localeOf } from '../../src/ui/messages/catalogueOf.ts'
import { createCatalogues } from '../../src/ui/messages/catalogues.ts'
import { countLabel } from '../../src/ui/messages/countLabel.ts'
import { english } from '../../src/ui/messages/english.ts'

test.each([
  ['de', 'de', 'de'],
  ['DE', 'de', 'de'],
  ['de-AT', 'de', 'de-AT'],
  ['de-Latn-CH-1996', 'de', 'de-CH'],
  ['de_DE', 'de', 'de'],
  [' de ', 'de', 'de'],
  ['en', 'en', 'en'],
  ['en-GB', 'en', 'en-GB'],
  ['en-', 'en', 'en'],
  ['es-419', 'es', 'es-419'],
  ['fr-CA', 'fr', 'fr-CA'],
  ['ar-EG', 'ar', 'ar-EG'],
  ['ar-Latn', 'ar', 'ar'],
  ['zh', 'zh', 'zh-Hans'],
  ['zh-CN', 'zh', 'zh-Hans-CN'],
  ['zh-Hans', 'zh', 'zh-Hans'],
  ['zh-Hant-TW', 'zh', 'zh-Hans-TW'],
  ['it-IT', 'en', 'en'],
  ['den', 'en', 'en'],
  ['dede', 'en', 'en'],
  ['nds-DE', 'en', 'en'],
  ['', 'en', 'en'],
  ['-de', 'en', 'en'],
  ['no such_language', 'en', 'en'],
  ['\u0000', 'en', 'en'],
])('what is best said to "%s" is %s, with numbers and dates of %s', (tag, language, locale) => {
  expect(catalogueOf(tag)).toBe(language)
  expect(localeOf(tag)).toBe(locale)
})

test('a catalogue comes when it is wanted, with dates as the region has them, and is the same from then on', async () => {
  const { find, bring } = createCatalogues()
  expect(find('en')?.messages).toBe(english)
  expect(find('it')).toBe(find('en'))
  expect(find('de-AT')).toBeNull()
  const austrian = await bring('de-AT')
  expect(find('de-AT')).toBe(austrian)
  expect(austrian.messages.locale).toBe('de-AT')
  expect(find('de')?.messages.locale).toBe('de')
  expect(find('de')).not.toBe(austrian)
  expect(find('fr')).toBeNull()
})

test.each([
  ['es', 'ltr', '12.345 comentarios'],
  ['es-MX', 'ltr', '12,345 comentarios'],
  ['de', 'ltr', '12.345 Kommentare'],
  ['de-AT', 'ltr', '12\u00a0345 Kommentare'],
  ['fr', 'ltr', '12\u202f345 commentaires'],
  ['ar-EG', 'rtl', '١٢٬٣٤٥ تعليقًا'],
  ['ar-AE', 'rtl', '12,345 تعليقًا'],
  ['zh-TW', 'ltr', '12,345 条评论'],
])('to "%s" it is said %s that there are %s', async (tag, direction, counted) => {
  const catalogue = await createCatalogues().bring(tag)
  expect(catalogue.direction).toBe(direction)
  expect(catalogue.messages.responses(12_345)).toBe(counted)
  expect(countLabel(12_345, localeOf(tag))).toBe(counted)
})

test.each([
  [0, 'لا تعليقات'],
  [1, 'تعليق واحد'],
  [2, 'تعليقان'],
  [3, '3 تعليقات'],
  [10, '10 تعليقات'],
  [11, '11 تعليقًا'],
  [99, '99 تعليقًا'],
  [100, '100 تعليق'],
  [103, '103 تعليقات'],
])('Arabic counts %i in the form that it has for it', (count, text) => {
  expect(countLabel(count, 'ar-AE')).toBe(text)
})

test.each([
  [0, '0 commentaire'],
  [1, '1 commentaire'],
  [2, '2 commentaires'],
  [1_000_000, '1\u202f000\u202f000 de commentaires'],
])('French counts %i in the form that it has for it', (count, text) => {
  expect(countLabel(count, 'fr')).toBe(text)
})

test('what fails says its numbers as the language has them', async () => {
  const { messages } = await createCatalogues().bring('de')
  const tooLong = { code: 'too-long', field: 'body', length: 12_345, limit: 10_000 } as const
  expect(messages.explain(tooLong)).toContain('12.345 Zeichen, erlaubt sind höchstens 10.000')
  expect(messages.explain({ code: 'rate-limited', retryAfter: 0.5 })).toContain('in 1 Sekunde noch')
  expect(messages.explain({ code: 'rate-limited', retryAfter: 1500 })).toContain('in 1.500 Sekunden')
})

import type { Language } from './catalogueOf.ts'

/** The plural forms that each language tells apart (CLDR). */
export type PluralForms = {
  en: 'one' | 'other'
  es: 'one' | 'many' | 'other'
  de: 'one' | 'other'
  fr: 'one' | 'many' | 'other'
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
  zh: 'other'
}

/** A text for every plural form of a language; `#` stands for the number, where it is not told by the words. */
export type Forms<Spoken extends Language> = Readonly<Record<PluralForms[Spoken], string>>

export type Counting<Spoken extends Language> = {
  number: (value: number) => string
  counted: (count: number, forms: Forms<Spoken>) => string
}

/** How a language counts, with numbers as the locale, which is of that language, writes them. */
export function countingIn<Spoken extends Language>(locale: string): Counting<Spoken> {
  const format = new Intl.NumberFormat(locale)
  return { number: (value) => format.format(value), counted: counterIn(locale) }
}

/** The same for a language that is known only at run time; it takes the forms of that one. */
export function counterIn(
  locale: string,
): (count: number, forms: { readonly [Form in Intl.LDMLPluralRule]?: string }) => string {
  const plural = new Intl.PluralRules(locale)
  const format = new Intl.NumberFormat(locale)
  return (count, forms) =>
    (forms[plural.select(count)] ?? forms.other ?? '').replace('#', () => format.format(count))
}

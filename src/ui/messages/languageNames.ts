import type { Language } from './catalogueOf.ts'

/** Each language by its own name, in the order in which they are offered. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  ar: 'العربية',
  zh: '简体中文',
}

/** What the choice between them is called in each. */
export const LANGUAGE_LABELS: Readonly<Record<Language, string>> = {
  en: 'Language',
  es: 'Idioma',
  de: 'Sprache',
  fr: 'Langue',
  ar: 'اللغة',
  zh: '语言',
}

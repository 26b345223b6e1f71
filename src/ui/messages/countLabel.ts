import type { Language } from './catalogueOf.ts'

/** One comment, and what is added for any other number of them. */
const NOUNS: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['comment', 's'],
  de: ['Kommentar', 'e'],
}

/** How many comments there are, where nothing but that is told. */
export function countLabel(count: number, language: Language): string {
  const [noun, ending] = NOUNS[language]
  return `${count.toLocaleString(language)} ${noun}${count === 1 ? '' : ending}`
}

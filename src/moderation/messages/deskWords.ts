import { catalogueOf, localeOf, type Language } from '../../ui/messages/catalogueOf.ts'
import { englishDesk, type DeskWords } from './englishDesk.ts'

/** Makes the texts of moderators for a locale of its language. */
type WordsMaker = (locale: string) => DeskWords

const SOURCES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<WordsMaker>>> = {
  es: async () => (await import('./spanishDesk.ts')).spanishDeskIn,
  de: async () => (await import('./germanDesk.ts')).germanDeskIn,
  fr: async () => (await import('./frenchDesk.ts')).frenchDeskIn,
  ar: async () => (await import('./arabicDesk.ts')).arabicDeskIn,
  zh: async () => (await import('./chineseDesk.ts')).chineseDeskIn,
}

/** What moderators are told in each language, as `createCatalogues` has it for all. */
export function createDeskWords() {
  const loaded = new Map<Language, WordsMaker>([['en', () => englishDesk]])
  return {
    /** For what a tag names; in English where that is not here. */
    find: (tag: string): DeskWords => loaded.get(catalogueOf(tag))?.(localeOf(tag)) ?? englishDesk,
    /** Never rejects: what does not come is asked for again by whoever next wants it. */
    async bring(tag: string): Promise<void> {
      const language = catalogueOf(tag)
      try {
        if (language !== 'en' && !loaded.has(language)) loaded.set(language, await SOURCES[language]())
      } catch {
        // Found to be missing, it is told in English.
      }
    },
  }
}

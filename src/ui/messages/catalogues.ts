import { catalogueOf, localeOf, type Language } from './catalogueOf.ts'
import { english, type Messages } from './english.ts'
import { englishElement } from './englishElement.ts'

/** All that a page or a discussion says, in one language. */
export type Catalogue = {
  messages: Messages
  /** Of what the attributes of an element lack. */
  element: typeof englishElement
  direction: 'ltr' | 'rtl'
}

/** Makes a catalogue for a locale of its language, which has numbers and dates its own way. */
export type CatalogueMaker = (locale: string) => Catalogue

export type Catalogues = {
  /** For what a tag names, with numbers and dates as its region has them; `null` where that is still to be brought. */
  find(tag: string): Catalogue | null
  /** The same; in English where it cannot be loaded. */
  bring(tag: string): Promise<Catalogue>
}

const inEnglish: Catalogue = { messages: english, element: englishElement, direction: 'ltr' }

/** What English says of numbers, it says alike in all regions. */
const englishCatalogue: CatalogueMaker = (locale) =>
  locale === english.locale ? inEnglish : { ...inEnglish, messages: { ...english, locale } }

const SOURCES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<CatalogueMaker>>> = {
  es: async () => (await import('./spanishCatalogue.ts')).spanishCatalogue,
  de: async () => (await import('./germanCatalogue.ts')).germanCatalogue,
  fr: async () => (await import('./frenchCatalogue.ts')).frenchCatalogue,
  ar: async () => (await import('./arabicCatalogue.ts')).arabicCatalogue,
  zh: async () => (await import('./chineseCatalogue.ts')).chineseCatalogue,
}

/** The catalogues of a page. For one tag, the same is given each time. */
export function createCatalogues(): Catalogues {
  const loaded = new Map<Language, CatalogueMaker>([['en', englishCatalogue]])
  const made = new Map<string, Catalogue>()

  function find(tag: string): Catalogue | null {
    const locale = localeOf(tag)
    const found = made.get(locale) ?? loaded.get(catalogueOf(tag))?.(locale) ?? null
    if (found) made.set(locale, found)
    return found
  }

  return {
    find,
    async bring(tag) {
      const language = catalogueOf(tag)
      try {
        if (language !== 'en' && !loaded.has(language)) loaded.set(language, await SOURCES[language]())
      } catch {
        // It is asked for again by whoever next wants it.
      }
      return find(tag) ?? inEnglish
    },
  }
}

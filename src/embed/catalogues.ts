import { catalogueOf, type Language } from '../ui/messages/catalogueOf.ts'
import { english, type Messages } from '../ui/messages/english.ts'
import { englishElement } from '../ui/messages/englishElement.ts'

/** All that a discussion says, in one language. */
export type Catalogue = {
  messages: Messages
  /** Of what its attributes lack. */
  element: typeof englishElement
  direction: 'ltr' | 'rtl'
}

export type Catalogues = {
  /** For what a tag names, with dates as its region has them; `null` where that is still to be brought. */
  find(tag: string): Catalogue | null
  /** The same; in English where it cannot be loaded. */
  bring(tag: string): Promise<Catalogue>
}

const inEnglish: Catalogue = { messages: english, element: englishElement, direction: 'ltr' }

const SOURCES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  de: async () => (await import('./germanCatalogue.ts')).germanCatalogue,
}

/** The catalogues of a page. For one tag, the same is given each time. */
export function createCatalogues(): Catalogues {
  const loaded = new Map<Language, Catalogue>([['en', inEnglish]])
  const regional = new Map<string, Catalogue>()

  function find(tag: string): Catalogue | null {
    const catalogue = loaded.get(catalogueOf(tag))
    if (!catalogue) return null
    const found = regional.get(tag) ?? withRegion(catalogue, tag)
    regional.set(tag, found)
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

function withRegion(catalogue: Catalogue, tag: string): Catalogue {
  const { messages } = catalogue
  const locale = regionOf(tag, messages.locale)
  return locale === messages.locale ? catalogue : { ...catalogue, messages: { ...messages, locale } }
}

/** The language alone, where the tag is of another or means nothing to `Intl`. */
function regionOf(tag: string, language: string): string {
  try {
    const { language: named, region } = new Intl.Locale(tag.trim())
    return named === language && region ? `${language}-${region}` : language
  } catch {
    return language
  }
}

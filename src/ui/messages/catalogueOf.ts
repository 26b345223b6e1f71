/** The languages that there are complete texts of. */
export const LANGUAGES = ['en', 'es', 'de', 'fr', 'ar', 'zh'] as const

export type Language = (typeof LANGUAGES)[number]

/** The language that a tag of BCP 47 names, whatever its region and script; `null` where there are no texts of it. Never throws. */
export function knownLanguage(tag: string): Language | null {
  const named = /^\s*([a-z]+)(?![a-z\d])/i.exec(tag)?.[1]?.toLowerCase()
  return LANGUAGES.find((each) => each === named) ?? null
}

/** The language whose texts fit best what a tag names: English where there are none of its own. Never throws. */
export function catalogueOf(tag: string): Language {
  return knownLanguage(tag) ?? 'en'
}

/** The tag of those texts, with the region that a tag names, for numbers and dates; without it, where that means nothing to `Intl`. */
export function localeOf(tag: string): string {
  const language = knownLanguage(tag)
  // All of Chinese is in simplified characters.
  const locale = language === 'zh' ? 'zh-Hans' : (language ?? 'en')
  try {
    const { region } = new Intl.Locale(tag.trim())
    return language !== null && region ? `${locale}-${region}` : locale
  } catch {
    return locale
  }
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

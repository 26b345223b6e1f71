/** The languages that there are complete texts of. */
export type Language = 'en' | 'de'

/** The language whose texts fit best what a tag of BCP 47 names: German for all of German, else English. Never throws. */
export function catalogueOf(tag: string): Language {
  return /^\s*de(?![a-z\d])/i.test(tag) ? 'de' : 'en'
}

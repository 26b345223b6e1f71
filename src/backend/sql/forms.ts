import { groupBy } from '../../domain/groupBy.ts'
import { partsOfQuery } from '../../domain/search.ts'
import type { Search } from '../searchingStore.ts'
import type { Query } from './database.ts'
import type { Forms } from './grams.ts'
import { keepFolded, keepText } from './keptTexts.ts'

/**
 * What the languages of the search make of its words, by their terms, as these are kept. Words in quotation marks are meant as they are; of words that are too frequent
 * to tell anything, and of signs, languages make nothing.
 */
export async function findForms(
  query: Query,
  { terms, typed = '' }: Pick<Search, 'terms' | 'typed'>,
): Promise<Map<string, Forms>> {
  const parts = partsOfQuery(typed)
  const quoted = new Set(parts.flatMap(({ isQuoted, term }) => (isQuoted ? [term] : [])))
  const words = new Map(parts.map(({ term, text }) => [term, text]))
  const asked = terms.flatMap((term) => {
    const text = words.get(term)
    return text === undefined || quoted.has(term) ? [] : [{ term: keepFolded(term), text: keepText(text) }]
  })
  if (asked.length === 0) return new Map()
  const rows = await query<{ place: number; forms: string[] }>(
    `select place::integer as place, to_json(forms_of(word)) as forms
     from unnest($1::text[]) with ordinality as given(word, place)`,
    [asked.map(({ text }) => text)],
  )
  const found = new Map<string, Forms>()
  for (const { place, forms } of rows) {
    const term = asked[place - 1]?.term
    if (term !== undefined && forms.length > 0) found.set(term, byLanguage(forms))
  }
  return found
}

/** Each has its language before its first space. */
function byLanguage(forms: readonly string[]): Forms {
  return [...groupBy(forms, (form) => form.slice(0, form.indexOf(' '))).values()]
}

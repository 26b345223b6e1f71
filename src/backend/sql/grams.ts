import type { DiscussionId } from '../../domain/ids.ts'
import type { Terms } from '../../domain/search.ts'

/** The most characters that stand together in the index. */
const SIZE = 3

/** Beyond so many grams a text is not indexed by them, as a `tsvector` has room for a megabyte; it is always looked at. */
const MOST_GRAMS = 50_000

/** What no gram begins with: it is followed by the discussion's id, or stands for a text that is not indexed. `forms_of` has another. */
const OF_DISCUSSION = '\u0001'
const OF_ANY_TEXT = '\u0002'

/**
 * What a comment is indexed under: three characters from each place of its texts, fewer at their ends, so that whatever is in a
 * text, as short as it may be, is how one of its grams begins; and its discussion, so that no other one is looked through.
 */
export function gramsOf(discussionId: DiscussionId, texts: readonly string[]): string[] {
  const grams = new Set<string>()
  for (const text of texts) {
    const characters = Array.from(text)
    for (const [index] of characters.entries()) grams.add(characters.slice(index, index + SIZE).join(''))
  }
  const ofTexts = grams.size > MOST_GRAMS ? [OF_ANY_TEXT] : grams
  return [OF_DISCUSSION + discussionId, ...ofTexts]
}

/** Other forms of a term, by language: each the lexemes that a text has all of, as `forms_of` makes them. */
export type Forms = readonly (readonly string[])[]

/**
 * A `tsquery` for the comments of a discussion that may have all terms, or for those that have them in other forms, a form of that: every
 * one that has them, and some others.
 */
export function gramsQuery(
  discussionId: DiscussionId,
  terms: Terms,
  forms: ReadonlyMap<string, Forms>,
): string {
  const grams = new Set(terms.flatMap((term) => (forms.has(term) ? [] : gramsOfTerm(term))))
  const either = Array.from(
    forms,
    ([term, others]) => `(${gramsOfTerm(term).join(' & ')} | ${formsQuery(others)})`,
  )
  const wanted = [...grams, ...either].join(' & ')
  return `${lexeme(OF_DISCUSSION + discussionId)} & ((${wanted}) | ${lexeme(OF_ANY_TEXT)})`
}

/** A `tsquery` for the comments that have a term in another form. */
export function formsQuery(forms: Forms): string {
  return forms.map((all) => all.map(lexeme).join(' & ')).join(' | ')
}

function gramsOfTerm(term: string): string[] {
  const characters = Array.from(term)
  if (characters.length < SIZE) return [`${lexeme(term)}:*`]
  return characters
    .slice(0, 1 - SIZE)
    .map((_, index) => lexeme(characters.slice(index, index + SIZE).join('')))
}

/** PostgreSQL 8.11.2: within quotation marks, these marks and backslashes are doubled, and all else stands for itself. */
function lexeme(text: string): string {
  return `'${text.replace(/['\\]/g, '$&$&')}'`
}

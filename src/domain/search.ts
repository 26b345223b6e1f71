/** What is searched for, folded: each is to be found. Never empty. */
export type Terms = readonly string[]

/** Offsets into a text in UTF-16 code units, the end exclusive. */
export type Range = [start: number, end: number]

/** Most places that are told of one text. */
export const RANGES_LIMIT = 100

/**
 * The words of a query, and the phrases in it, which stand in quotation marks of any kind, as they are looked for; a mark
 * without a second one is passed over. `null` where nothing is left to look for.
 */
export function parseQuery(query: string): Terms | null {
  const terms = new Set(partsOfQuery(query).map(({ term }) => term))
  return terms.size > 0 ? [...terms] : null
}

/** The terms of a query as they stand in it, and as they are looked for. */
export function partsOfQuery(query: string): { text: string; isQuoted: boolean; term: string }[] {
  return Array.from(query.matchAll(PARTS), ([word, phrase]) => {
    const text = phrase ?? word
    return { text, isQuoted: phrase !== undefined, term: foldText(text).trim() }
  }).filter(({ term }) => term !== '')
}

/** Whether each of the terms is in one of the texts. */
export function matches(texts: readonly string[], terms: Terms): boolean {
  const folded = texts.map(foldText)
  return terms.every((term) => folded.some((text) => text.includes(term)))
}

/**
 * Where a text has any of the terms: sorted, those that touch put together, the first `RANGES_LIMIT`. A character stands in a range
 * wholly, with its combining marks, also where only part of what it folds to was found.
 */
export function findRanges(text: string, terms: Terms): Range[] {
  const { folded, starts, ends } = foldWithOffsets(text)
  const found = terms.flatMap((term) =>
    placesOf(folded, term).map((place): Range => [
      starts[place] ?? 0,
      ends[place + term.length - 1] ?? text.length,
    ]),
  )
  const ranges: Range[] = []
  for (const range of found.toSorted((a, b) => a[0] - b[0])) {
    const last = ranges.at(-1)
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1])
    else ranges.push(range)
  }
  return ranges.slice(0, RANGES_LIMIT)
}

/**
 * A text as it is compared: without case, diacritics and characters that are not seen, with compatibility forms as what they
 * stand for (Unicode Standard Annex 15, NFKD), with one kind of apostrophe, and with one space for any white space. Marks that make
 * another letter, as in the scripts of India and the kana, stay. The same for a text as for its grapheme clusters one by one.
 */
export function foldText(text: string): string {
  return withSingleSpaces(text.replace(BEYOND_ASCII, foldBeyondAscii).toLowerCase())
}

/** A name as it is told from others: without regard to case, white space and compatibility forms, but with its diacritics. */
export function foldName(name: string): string {
  return name.toWellFormed().normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase().normalize('NFKC')
}

const QUOTES = '"\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02'
const PARTS = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]|[^\\s${QUOTES}]+`, 'g')

/** Combining marks of no script of their own, but for the voicing of kana; the points of Hebrew; the tatweel; what is not drawn. */
const UNSEEN =
  /(?![\u3099\u309A])[\p{Script=Inherited}\p{Default_Ignorable_Code_Point}\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0640]/gu

/** Letters that no decomposition takes the stroke from, a ligature or two, apostrophes, and the sigma that ends a word. */
const LIKE: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  '\u2018': "'",
  '\u2019': "'",
  '\u02BC': "'",
  '\u2032': "'",
}
const UNLIKE = new RegExp(`[${Object.keys(LIKE).join('')}]`, 'g')

/** White space, or a character with its marks, each of which folds by itself. */
const CLUSTERS = /\s+|\P{M}\p{M}*|\p{M}+/gu

/** Most texts have little of it, so that little is to be looked up. */
const BEYOND_ASCII = /[^\0-\x7F]+/g

function foldBeyondAscii(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFKD')
      .replace(UNSEEN, '')
      // By way of capitals, as some small letters have one in common: ß and ss, σ and ς.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replace(UNLIKE, (letter) => LIKE[letter] ?? '')
  )
}

/** Most texts have none but single spaces, which is seen sooner than each is replaced by itself. */
function withSingleSpaces(text: string): string {
  return /[^\S ]|  /.test(text) ? text.replace(/\s+/g, ' ') : text
}

/** A folded text, and of each unit of it where the cluster that it comes from begins and ends. */
function foldWithOffsets(text: string): { folded: string; starts: number[]; ends: number[] } {
  const starts: number[] = []
  const ends: number[] = []
  let folded = ''
  let isAfterSpace: boolean = false
  for (const { 0: cluster, index } of text.toWellFormed().matchAll(CLUSTERS)) {
    const piece = foldText(cluster)
    const added: string = isAfterSpace && piece.startsWith(' ') ? piece.slice(1) : piece
    folded += added
    if (added !== '') isAfterSpace = added.endsWith(' ')
    for (let unit = 0; unit < added.length; unit += 1) {
      starts.push(index)
      ends.push(index + cluster.length)
    }
  }
  return { folded, starts, ends }
}

function placesOf(text: string, term: string): number[] {
  const places: number[] = []
  for (let place = text.indexOf(term); place !== -1; place = text.indexOf(term, place + 1)) {
    places.push(place)
  }
  return places
}

/** Marks that people leave out: of Latin, Greek and Cyrillic letters, the points of Hebrew and Arabic, and the tatweel. */
const DIACRITICS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c7\u0640\u064b-\u065f\u0670]/gu

/** What is not seen: zero-width characters, direction controls, variation selectors, control characters. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu

/** Of ASCII that is seen. */
const PLAIN = /^[ -~]*$/u

/**
 * What two spellings of one name have in common: compatibility forms (NFKC), case, diacritics, unseen characters and
 * punctuation do not count; words are one space apart. A name of punctuation alone keeps it. Empty where nothing is seen.
 */
export function foldCalledName(name: string): string {
  const folded = PLAIN.test(name) ? name.toUpperCase().trim() : foldUnicode(name)
  return (
    folded
      .replace(/[.'’‘]+/gu, '')
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim() || folded
  )
}

/** The beginnings of a folded name by which it may be called, in whole words: of "MARY ANN SMITH", "MARY" and "MARY ANN". */
export function leadingParts(folded: string): string[] {
  const words = folded.split(' ')
  return words
    .slice(0, -1)
    .map((_, index) => words.slice(0, index + 1).join(' '))
    .filter((part) => !opensSentence(part))
}

/** Whether a folded word is one that an English sentence begins with, rather than a name. */
export function opensSentence(folded: string): boolean {
  return OPENERS.has(folded)
}

const OPENERS: ReadonlySet<string> = new Set(
  (
    'A AND ARE AS BUT DO HE HOW I IF IM IN IS IT ITS IVE MY NO NOT ONE SHE SO THANKS THAT THATS THE THERE THEY THIS WE ' +
    'WELL WHAT WHEN WHERE WHO WHY YES YOU YOUR YOURE'
  ).split(' '),
)

function foldUnicode(name: string): string {
  return name
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .toUpperCase()
    .normalize('NFKC')
    .trim()
}

/** Stands before what it escapes, itself included. A noncharacter, which no text has. */
const ESCAPE = '\u{10FFFE}'

/** What PostgreSQL has no room for in a text: U+0000, and halves of surrogate pairs. */
const UNKEPT = /[\0\u{10FFFE}\p{Surrogate}]/gu

const ESCAPED = /\u{10FFFE}([0-9a-f]{4}|\u{10FFFE})/gu

/** A text in a form that PostgreSQL keeps, whatever is in it. Nearly every text is kept as it is. */
export function keepText(text: string): string {
  return text.replace(UNKEPT, (unit) =>
    unit === ESCAPE ? ESCAPE + ESCAPE : ESCAPE + unit.charCodeAt(0).toString(16).padStart(4, '0'),
  )
}

/** The text that was kept. */
export function readText(kept: string): string {
  if (!kept.includes(ESCAPE)) return kept
  return kept.replace(ESCAPED, (_, unit: string) =>
    unit === ESCAPE ? ESCAPE : String.fromCharCode(Number.parseInt(unit, 16)),
  )
}

/** A capital letter, which no folded text has. */
const NULL_STAND_IN = 'Z'

/** A folded text, which has whole characters only, in a form whose parts are the forms of its parts. */
export function keepFolded(folded: string): string {
  return folded.replaceAll('\0', NULL_STAND_IN)
}

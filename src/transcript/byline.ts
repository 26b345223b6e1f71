const LONGEST = 200
const NAMED = /^by\b:?\s+(?=\S)/i
const STATEMENT_END = /(?<!\.)\.["'”’)]?$/
const ABBREVIATION_END = /\b(?:Jr|Sr|Dr|[A-Z])\.$/
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*,?|and|with|&|de|da|der|van|von|bin|al|el|la|le|di)$/u

/** The name in `By Jill Dougherty`; `null` for any other line, and for a sentence that starts with "By". */
export function readByline(line: string): string | null {
  const named = line.length > LONGEST ? null : NAMED.exec(line)
  return named === null || endsStatement(line) ? null : line.slice(named[0].length)
}

/** Whether a line that stands where a byline stands looks like one without "By": two to eight words as names have. */
export function looksLikeName(line: string): boolean {
  if (line.length > LONGEST || endsStatement(line)) return false
  const words = line.split(/\s+/)
  return words.length >= 2 && words.length <= 8 && words.every((word) => NAME_WORD.test(word))
}

/** Whether the line ends in the full stop of a sentence, also within quotation marks; "Sammy Davis Jr." does not. */
export function endsStatement(line: string): boolean {
  return STATEMENT_END.test(line) && !ABBREVIATION_END.test(line)
}

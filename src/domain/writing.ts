/** Most code points of a writer's name, after trimming. */
export const NAME_LIMIT = 80
/** Most code points of a comment, after trimming. */
export const BODY_LIMIT = 10_000

export type WritingFault =
  { kind: 'empty' } | { kind: 'too-long'; length: number; limit: number } | { kind: 'unreadable-characters' }

/** What is wrong with a name as it would be sent, or `null`. Control characters, line breaks and tabs included, are refused. */
export function nameFault(name: string): WritingFault | null {
  return lineFault(name, NAME_LIMIT)
}

/** What is wrong with a comment's text as it would be sent, or `null`. Of control characters only newline and tab are allowed. */
export function bodyFault(body: string): WritingFault | null {
  return textFault(body, BODY_LIMIT)
}

/** What is wrong with what is of one line, as names are, with a limit of its own. */
export function lineFault(line: string, limit: number): WritingFault | null {
  return fault(normaliseName(line), limit, /\p{Cc}/u)
}

/** What is wrong with what may be of many lines, as comments are, with a limit of its own. */
export function textFault(text: string, limit: number): WritingFault | null {
  return fault(normaliseBody(text), limit, /[^\P{Cc}\n\t]/u)
}

/** A name or a title as it is kept: without white space around it. */
export function normaliseName(name: string): string {
  return name.trim()
}

/** A text as it is kept: every kind of line break as `\n`, no white space around it, all else verbatim. */
export function normaliseBody(body: string): string {
  return body.replace(/\r\n?/g, '\n').trim()
}

/** The length that people see and limits count: code points, not UTF-16 units. */
export function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

function fault(text: string, limit: number, refused: RegExp): WritingFault | null {
  if (!/[^\p{Z}\p{C}]/u.test(text)) return { kind: 'empty' }
  if (!text.isWellFormed() || refused.test(text)) return { kind: 'unreadable-characters' }
  const length = codePoints(text)
  return length > limit ? { kind: 'too-long', length, limit } : null
}

/** Most code points of a writer's name, after trimming. */
export const NAME_LIMIT = 80
/** Most code points of a comment, after trimming. */
export const BODY_LIMIT = 10_000

/** Most code points of the title that a discussion is opened with, after trimming. */
export const TITLE_LIMIT = 300

/** Most code points of the words of a report, after trimming. */
export const WORDS_LIMIT = 1_000

/** What a reader may report a comment for. */
export const REPORT_REASONS = ['spam', 'abuse', 'off-topic', 'other'] as const

export type ReportReason = (typeof REPORT_REASONS)[number]

export type WritingFault =
  { kind: 'empty' } | { kind: 'too-long'; length: number; limit: number } | { kind: 'unreadable-characters' }

const UNREADABLE_IN_TEXT = /[^\P{Cc}\n\t]/u

const CONTROL = /\p{Cc}/u

/** What is wrong with a name as it would be sent, or `null`. Control characters, line breaks and tabs included, are refused. */
export function nameFault(name: string): WritingFault | null {
  return fault(normaliseName(name), NAME_LIMIT, CONTROL)
}

/** What is wrong with a title as it would be sent, or `null`. It is of one line, as names are. */
export function titleFault(title: string): WritingFault | null {
  return fault(normaliseName(title), TITLE_LIMIT, CONTROL)
}

/** What is wrong with a comment's text as it would be sent, or `null`. Of control characters only newline and tab are allowed. */
export function bodyFault(body: string): WritingFault | null {
  return fault(normaliseBody(body), BODY_LIMIT, UNREADABLE_IN_TEXT)
}

/** What is wrong with a report's words as they would be sent, or `null`. They may be empty; else they are held to what texts are. */
export function wordsFault(words: string): WritingFault | null {
  const text = normaliseBody(words)
  return text === '' ? null : fault(text, WORDS_LIMIT, UNREADABLE_IN_TEXT)
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

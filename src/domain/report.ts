import { normaliseBody, textFault, type WritingFault } from './writing.ts'

/** Most code points of the words of a report, after trimming. */
export const WORDS_LIMIT = 1_000

/** What a reader may report a comment for. */
export const REPORT_REASONS = ['spam', 'abuse', 'off-topic', 'other'] as const

export type ReportReason = (typeof REPORT_REASONS)[number]

/** What is wrong with a report's words as they would be sent, or `null`. They may be empty; else they are held to what texts are. */
export function wordsFault(words: string): WritingFault | null {
  return normaliseBody(words) === '' ? null : textFault(words, WORDS_LIMIT)
}

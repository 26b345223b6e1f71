import { lineFault, type WritingFault } from './writing.ts'

/** Most code points of the title that a discussion is opened with, after trimming. */
export const TITLE_LIMIT = 300

/** What is wrong with a title as it would be sent, or `null`. It is of one line, as names are. */
export function titleFault(title: string): WritingFault | null {
  return lineFault(title, TITLE_LIMIT)
}

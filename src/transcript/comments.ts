import { readComment } from './comment.ts'
import type { CommentList } from './commentList.ts'
import { isBlank, readLine, trimmedLine, unreadLine } from './lines.ts'
import type { CommentMakers, ListReading } from './listReading.ts'
import { isMarkerAboveText, readMarker, type Marker } from './marker.ts'
import { readNotice } from './notice.ts'
import { readPageLine } from './pageLines.ts'
import { problemAt, type TranscriptProblem } from './transcript.ts'

export type ReadComments = Pick<ListReading, 'comments' | 'tallies'> & {
  closed: boolean
  /** The notice after the comments, `null` where there is none. */
  rules: string | null
}

/**
 * Reads the list of comments and the notice after it, in one pass over `text` from the start of the list. What is
 * damaged goes to `problems`. Between comments may stand page lines, such as those that lead to older comments; a
 * marker after them goes on with the list. Other text is left out, with a problem for each run of it.
 */
export function readComments(
  text: string,
  list: CommentList,
  makers: CommentMakers,
  problems: TranscriptProblem[],
): ReadComments {
  const reading: ListReading = {
    ...makers,
    text,
    line: { ...list.before },
    lastNumber: null,
    style: { rootColumn: null, textStandsRight: false, markersAreSpaced: false },
    ancestors: [],
    tallies: [],
    comments: [],
    problems,
  }
  const { line, comments, tallies } = reading
  let closed = false
  let isStray = false
  /** The line of the heading or of the last comment's date, while nothing but blank lines has followed it. */
  let lineBefore = list.hasHeading ? line.number : null
  while (readLine(text, line)) {
    if (isBlank(line)) continue
    const marker = readMarker(text, line)
    if (marker !== null) {
      observeMarker(reading, marker, lineBefore !== null && line.number > lineBefore + 1)
      readComment(reading, marker)
      lineBefore = line.number
      isStray = false
      continue
    }
    lineBefore = null
    const pageLine = readPageLine(trimmedLine(text, line))
    const isListOver = closed && (comments.length > 0 || list.declaredCount === 0)
    if (pageLine === null && isListOver) unreadLine(line)
    if (pageLine?.kind === 'form' || (pageLine === null && isListOver)) {
      const notice = readNotice(text, line)
      return { comments, tallies, closed: closed || notice.closed, rules: notice.rules }
    }
    if (pageLine?.kind === 'closed') closed = true
    if (pageLine === null && !isStray) {
      problems.push(problemAt('stray-text', line, 'This text belongs to no comment; it is left out.'))
    }
    isStray = pageLine === null
  }
  return { comments, tallies, closed, rules: null }
}

/** Learns from a marker how the list is set, and reports a number that neither follows the last nor begins anew. */
function observeMarker(reading: ListReading, { number }: Marker, isSpaced: boolean): void {
  const { text, line, style, lastNumber, problems } = reading
  if (style.rootColumn === null) {
    style.rootColumn = line.column
    style.textStandsRight = isMarkerAboveText(text, line)
  }
  style.markersAreSpaced ||= isSpaced
  if (number === null) return
  if (lastNumber !== null && number !== lastNumber + 1 && number !== 1) {
    const message = `Number ${number} follows number ${lastNumber}; comments may be missing between them.`
    problems.push(problemAt('number-out-of-order', line, message))
  }
  reading.lastNumber = number
}

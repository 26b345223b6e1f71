import { addAncestor, takePlace } from './ancestors.ts'
import { endsComment } from './commentEnd.ts'
import { readDateLine, type DateLine } from './dateLine.ts'
import { readTextLine, textOf, trimmedLine, unreadLine, withoutIndentation, type Line } from './lines.ts'
import type { ListReading } from './listReading.ts'
import { nearestRealTime } from './localTime.ts'
import { isMarkerAboveText, readMarker, type Marker } from './marker.ts'
import { tallyComment } from './maxDepth.ts'
import { problemAt } from './transcript.ts'

/** The lines of a body, from the first that has text to the last; `start` equals `end` where none has. */
type BodyRange = { start: number; end: number; leastColumn: number }

/**
 * Reads one comment, from the line after its marker to its date line, and adds it to the reading. A comment without a
 * date line is left out: it ends at the text's end, or before the next marker that stands left of where the comment's
 * text does, as no text of a well-formed body can.
 */
export function readComment(reading: ListReading, marker: Marker): void {
  const { text, line, style, problems } = reading
  const markerLine = { ...line }
  const body: BodyRange = { start: line.next, end: line.next, leastColumn: Infinity }
  while (readTextLine(text, line)) {
    const date = readDateLine(text, line)
    if (date !== null && endsComment(text, line, markerLine.column, style)) {
      addComment(reading, marker, markerLine, body, date)
      return
    }
    if (line.column > 0 && line.column < markerLine.column + 2 && isNextMarker(reading)) {
      unreadLine(line)
      const message = 'This comment has no date line before the next comment starts; it is left out.'
      problems.push(problemAt('missing-date', markerLine, message))
      leaveOut(reading, marker)
      return
    }
    if (body.start === body.end) body.start = line.start
    body.end = line.end
    body.leastColumn = Math.min(body.leastColumn, line.column)
  }
  const message = 'The file ends before the date line of this comment; it is left out.'
  problems.push(problemAt('unfinished-comment', markerLine, message))
}

/** Whether the line is a marker of the list: a bullet, or the number that is due, above text of its own. */
function isNextMarker({ text, line, lastNumber }: ListReading): boolean {
  if (!isMarkerAboveText(text, line)) return false
  const number = readMarker(text, line)?.number ?? null
  return number === null || lastNumber === null || number === lastNumber + 1
}

function addComment(
  reading: ListReading,
  marker: Marker,
  markerLine: Line,
  range: BodyRange,
  date: DateLine,
): void {
  const { text, line, ancestors, problems, comments } = reading
  const { parentId, depth, fault } = takePlace(ancestors, marker, markerLine.column)
  if (fault !== null) problems.push(problemAt(fault, markerLine, FAULTS[fault]))
  if (marker.name === '') problems.push(problemAt('missing-name', markerLine, 'This comment has no author.'))

  const textColumn = bodyColumn(markerLine, line, range)
  const body = withoutIndentation(text, range.start, range.end, textColumn)
  const id = reading.makeId({ parentId, author: marker.name, date, body })
  const createdAt = readInstant(reading, date)
  comments.push({ id, parentId, depth, author: { name: marker.name }, body: textOf(body), createdAt })
  addAncestor(ancestors, id, marker, { marker: markerLine.column, text: textColumn })
  tallyComment(reading.tallies, depth, date.offersReply)
}

const FAULTS = {
  'missing-parent': 'This reply has no comment above it that it could answer; it is kept at the top level.',
  'skipped-level': 'This reply is indented further than a reply to the comment above; it is kept as one.',
}

/**
 * Where a comment's text stands: 2 right of its marker. In a page that is indented more widely it is where the date line
 * stands, unless text stands further left.
 */
function bodyColumn(markerLine: Line, dateLine: Line, body: BodyRange): number {
  return Math.max(markerLine.column + 2, Math.min(dateLine.column, body.leastColumn))
}

function readInstant({ text, line, clock, problems }: ListReading, date: DateLine): string {
  const real = nearestRealTime(date)
  const instant = clock(real)
  if (real !== date) {
    const message = `There is no "${trimmedLine(text, line)}"; the comment is kept and dated ${instant}.`
    problems.push(problemAt('impossible-date', line, message))
  }
  return instant
}

/** Replies to a thread whose first comment is left out are not replies to the thread before. */
function leaveOut({ ancestors }: ListReading, marker: Marker): void {
  if (marker.number !== null) ancestors.length = 0
}

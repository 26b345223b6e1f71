import { isSpace, readTextLine, type Line } from './lines.ts'

/** What opens a comment: `  1. Name` at the top level, `    • Name` for a reply. */
export type Marker = {
  /** `null` for a bullet. */
  number: number | null
  /** Verbatim, without the white space around it; may be empty. */
  name: string
}

const BULLET = '•'.charCodeAt(0)
const FULL_STOP = '.'.charCodeAt(0)
const ZERO = '0'.charCodeAt(0)
const NINE = '9'.charCodeAt(0)
const MOST_DIGITS = 9

/** Whether the line has a marker's shape, which text in a body may have as well; see `endsComment`. */
export function isMarker(text: string, line: Line): boolean {
  return markerEnd(text, line) !== -1
}

/**
 * Whether `line` has a marker's shape and the next line with text stands further right, as a comment's text does. Where
 * no text follows, that is as good.
 */
export function isMarkerAboveText(text: string, line: Line): boolean {
  if (!isMarker(text, line)) return false
  const following = { ...line }
  return !readTextLine(text, following) || following.column > line.column
}

/** `null` for a line that has not a marker's shape. */
export function readMarker(text: string, line: Line): Marker | null {
  const end = markerEnd(text, line)
  if (end === -1) return null
  const isNumber = text.charCodeAt(line.content) !== BULLET
  return {
    number: isNumber ? Number(text.slice(line.content, end - 1)) : null,
    name: text.slice(end, line.end).trim(),
  }
}

/** Where the bullet or the number with its full stop ends, before white space or the line's end; -1 without either. */
function markerEnd(text: string, line: Line): number {
  let at = line.content
  if (at === line.end) return -1
  if (text.charCodeAt(at) === BULLET) at++
  else {
    while (at < line.end && isDigit(text.charCodeAt(at)) && at - line.content < MOST_DIGITS) at++
    if (at === line.content || at === line.end || text.charCodeAt(at) !== FULL_STOP) return -1
    at++
  }
  return at === line.end || isSpace(text.charCodeAt(at)) ? at : -1
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

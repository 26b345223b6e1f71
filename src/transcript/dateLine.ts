import type { Line } from './lines.ts'
import { hourOfDay, MONTHS, type LocalTime } from './localTime.ts'
import { readNumber, skipSpaces, skipText, type Scan } from './scan.ts'

/** What the line that ends a comment says. */
export type DateLine = LocalTime & { offersReply: boolean }

/** By the code of the letter that they start with. */
const NAMES_BY_INITIAL = new Map(
  MONTHS.map((name) => [name.charCodeAt(0), MONTHS.filter((other) => other.startsWith(name.charAt(0)))]),
)
const SHORTEST = 'May 1, 2013 at 5:39 pm'.length

/**
 * Reads `April 13, 2013 at 5:39 pm | Reply`; `null` for any other line. After the time may stand any number of `|`,
 * `Reply` and `Report abuse`. It does not ask whether the date exists; see `nearestRealTime`. Written by hand, since a
 * regular expression for it takes a tenth of the time of reading a transcript.
 */
export function readDateLine(text: string, line: Line): DateLine | null {
  if (line.end - line.content < SHORTEST) return null
  const month = monthAt(text, line.content)
  if (month === 0) return null
  const scan: Scan = { text, at: line.content + (MONTHS[month - 1] ?? '').length, end: line.end }
  if (!skipSpaces(scan)) return null
  const day = readNumber(scan, 1, 2)
  if (!skipText(scan, ',')) return null
  skipSpaces(scan)
  const year = readNumber(scan, 4, 4)
  skipSpaces(scan)
  if (!skipText(scan, 'at')) return null
  skipSpaces(scan)
  const hour = readNumber(scan, 1, 2)
  if (!skipText(scan, ':')) return null
  const minute = readNumber(scan, 2, 2)
  if (day === null || year === null || hour === null || minute === null) return null
  skipSpaces(scan)
  const isAfternoon = skipText(scan, 'pm') || skipText(scan, 'PM')
  if (!isAfternoon && !skipText(scan, 'am') && !skipText(scan, 'AM')) return null
  const offersReply = skipActions(scan)
  if (scan.at < scan.end) return null
  return { year, month, day, hour: hourOfDay(hour, isAfternoon), minute, offersReply }
}

/** 1 for January; 0 where no month's name stands. */
function monthAt(text: string, at: number): number {
  const name = NAMES_BY_INITIAL.get(text.charCodeAt(at))?.find((candidate) => text.startsWith(candidate, at))
  return name === undefined ? 0 : MONTHS.indexOf(name) + 1
}

/** Skips `| Reply | Report abuse |` or a part of it, and answers whether "Reply" is there. */
function skipActions(scan: Scan): boolean {
  let offersReply = false
  skipSpaces(scan)
  while (skipText(scan, '|')) {
    skipSpaces(scan)
    if (skipText(scan, 'Reply')) offersReply = true
    else skipText(scan, 'Report abuse')
    skipSpaces(scan)
  }
  return offersReply
}

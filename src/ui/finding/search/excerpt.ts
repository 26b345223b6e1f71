import type { Range } from '../../../domain/search.ts'

export type Piece = { text: string; isMatch: boolean }

export type Excerpt = { pieces: Piece[]; isCutBefore: boolean; isCutAfter: boolean }

/** Most of a text that is shown, and how much of it stands before the first match, in UTF-16 code units. */
const LENGTH = 300
const LEAD = 80

/**
 * The part of a text around its first match, or its beginning where nothing in it matches, parted into what matches and what does not.
 * Words are whole unless one is longer than that; code points always are.
 */
export function excerptOf(text: string, ranges: readonly Readonly<Range>[], length = LENGTH): Excerpt {
  const [first, firstEnd] = ranges[0] ?? [0, 0]
  const earliest = Math.max(0, Math.min(first - Math.min(LEAD, length >> 2), text.length - length))
  const start = wordStart(text, earliest, first)
  const end = wordEnd(text, Math.min(text.length, start + length), Math.max(start, firstEnd))
  return { pieces: partsOf(text, ranges, start, end), isCutBefore: start > 0, isCutAfter: end < text.length }
}

/** Parts a whole text into what matches and what does not. */
export function partsOf(
  text: string,
  ranges: readonly Readonly<Range>[],
  start = 0,
  end = text.length,
): Piece[] {
  const pieces: Piece[] = []
  const add = (from: number, to: number, isMatch: boolean) => {
    if (from < to) pieces.push({ text: text.slice(from, to), isMatch })
  }
  let done = start
  for (const [from, to] of ranges) {
    const [matchStart, matchEnd] = [Math.max(from, done), Math.min(to, end)]
    if (matchStart >= matchEnd) continue
    add(done, matchStart, false)
    add(matchStart, matchEnd, true)
    done = matchEnd
  }
  add(done, end, false)
  return pieces
}

/** Where the first word begins that begins at `from` or later, but not behind `latest`; else where a code point does. */
function wordStart(text: string, from: number, latest: number): number {
  if (from === 0) return 0
  const found = /\s\S/.exec(text.slice(from - 1, latest + 1))
  return found ? from + found.index : afterWhole(text, from, 1)
}

/** Where the last word ends that ends at `to` or before, but not before `earliest`; else where a code point does. */
function wordEnd(text: string, to: number, earliest: number): number {
  if (to === text.length) return to
  const from = Math.max(0, earliest - 1)
  const found = /\S(?=\s+\S*$)/.exec(text.slice(from, to + 1))
  return found ? from + found.index + 1 : afterWhole(text, to, -1)
}

/** The place itself, or, within a surrogate pair, the one before or after that. */
function afterWhole(text: string, place: number, by: 1 | -1): number {
  const isWithin = (text.codePointAt(place - 1) ?? 0) > 0xff_ff
  return isWithin ? place + by : place
}

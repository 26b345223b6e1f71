import { isSpace } from './lines.ts'

/** A place in a text that moves along as what stands there is read, up to `end`. */
export type Scan = { readonly text: string; at: number; readonly end: number }

const ZERO = '0'.charCodeAt(0)
const NINE = '9'.charCodeAt(0)

/** Answers whether there were any. */
export function skipSpaces(scan: Scan): boolean {
  const start = scan.at
  while (scan.at < scan.end && isSpace(scan.text.charCodeAt(scan.at))) scan.at++
  return scan.at > start
}

/** Answers whether it was there; moves only then. */
export function skipText(scan: Scan, expected: string): boolean {
  if (!scan.text.startsWith(expected, scan.at)) return false
  scan.at += expected.length
  return true
}

/** A number of `fewest` to `most` digits; `null` where there are fewer. Digits after `most` are not read. */
export function readNumber(scan: Scan, fewest: number, most: number): number | null {
  const start = scan.at
  let value = 0
  while (scan.at < scan.end && scan.at - start < most) {
    const code = scan.text.charCodeAt(scan.at)
    if (code < ZERO || code > NINE) break
    value = value * 10 + code - ZERO
    scan.at++
  }
  return scan.at - start < fewest ? null : value
}

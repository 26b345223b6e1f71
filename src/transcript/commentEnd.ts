import { isBlank, readLine, trimmedLine, type Line } from './lines.ts'
import { isMarker, isMarkerAboveText } from './marker.ts'
import { readPageLine } from './pageLines.ts'

/** How the list of one page is set, as its markers show. All columns count from 0. */
export type ListStyle = {
  /** Where the first marker stands; `null` before it. */
  rootColumn: number | null
  /** Whether text stands further right than its marker, as where the page was flattened with care. */
  textStandsRight: boolean
  /** Whether blank lines precede markers. */
  markersAreSpaced: boolean
}

/**
 * Whether the date line at `dateLine` ends the comment whose marker stands at `markerColumn`, or is a line of its body.
 *
 * Text of a body never stands left of the body's column, which is 2 right of the marker (or where the date line is, if
 * that is further left). So the comment is over where the next text stands left of it, be it a marker or the rest of
 * the page, and where there is none. It is also over where a reply's bullet follows at once, with its text further
 * right; after blank lines a bullet is more of the body, unless this page has blank lines before its markers. A number
 * at the body's column or right of it is text, since a top-level comment stands further left; only where everything
 * stands in the first column is the number alone enough. Reads no more than two lines of text and the blank lines
 * before them.
 */
export function endsComment(text: string, dateLine: Line, markerColumn: number, style: ListStyle): boolean {
  const bodyColumn = Math.min(dateLine.column, markerColumn + 2)
  const next = { ...dateLine }
  let isSpaced = false
  while (readLine(text, next)) {
    if (isBlank(next)) {
      isSpaced = true
      continue
    }
    if (next.column < bodyColumn) return true
    if (!isMarker(text, next)) return bodyColumn === 0 && readPageLine(trimmedLine(text, next)) !== null
    if (!isBullet(text, next)) return style.rootColumn !== null && next.column <= style.rootColumn
    if (isSpaced && !(style.markersAreSpaced && next.column === dateLine.column)) return false
    return !style.textStandsRight || isMarkerAboveText(text, next)
  }
  return true
}

function isBullet(text: string, line: Line): boolean {
  return text.charAt(line.content) === '•'
}

import { endsComment } from './commentEnd.ts'
import { readDateLine } from './dateLine.ts'
import { isBlank, readLine, trimmedLine, type Line } from './lines.ts'
import { isMarker, isMarkerAboveText } from './marker.ts'
import { readPageLine } from './pageLines.ts'

/** Where a page's list of comments is. */
export type CommentList = {
  /** Offset where the article and what the page says about it are over. */
  articleEnd: number
  /** The place before the first line of the list, or of what follows it where it is empty. */
  before: Line
  hasHeading: boolean
  declaredCount: number | null
}

/**
 * Finds the list: after the heading; without a heading, from the marker of the first comment that has a date line; with
 * no comment either, from a line such as "Post a comment". An article may itself have numbered lists. The last marker
 * left of the first date line is the comment's, since neither its body nor an earlier list stands between them.
 */
export function findCommentList(text: string, beforeFirst: Line): CommentList {
  const line = { ...beforeFirst }
  const markers = new Map<number, Candidate>()
  let lastMarker: Candidate | null = null
  let listEnd: Line | null = null
  while (readLine(text, line)) {
    if (isBlank(line)) continue
    if (isMarker(text, line)) {
      lastMarker = { line: { ...line }, isAboveText: isMarkerAboveText(text, line) }
      markers.set(line.column, lastMarker)
      continue
    }
    const marker: Candidate | null = markers.get(line.column - 2) ?? lastMarker
    if (marker !== null && readDateLine(text, line) !== null && endsFirstComment(text, line, marker)) {
      return listFrom(marker.line)
    }
    const pageLine = mayBePageLine(text, line) ? readPageLine(trimmedLine(text, line)) : null
    if (pageLine?.kind === 'heading') {
      const { declaredCount } = pageLine
      return { articleEnd: line.start, before: line, hasHeading: true, declaredCount }
    }
    if (pageLine?.kind === 'form' || pageLine?.kind === 'closed') listEnd ??= { ...line }
  }
  return listFrom(listEnd ?? { ...line, start: text.length, next: text.length, number: line.number + 1 })
}

/** A marker that may be the first of the list. */
type Candidate = { line: Line; isAboveText: boolean }

function endsFirstComment(text: string, dateLine: Line, { line, isAboveText }: Candidate): boolean {
  const style = { rootColumn: line.column, textStandsRight: isAboveText, markersAreSpaced: false }
  return endsComment(text, dateLine, line.column, style)
}

function listFrom(line: Line): CommentList {
  const before = { ...line, next: line.start, number: line.number - 1 }
  return { articleEnd: line.start, before, hasHeading: false, declaredCount: null }
}

const PAGE_LINE_INITIALS = new Set(Array.from('aclpsACLPS', (letter) => letter.charCodeAt(0)))

/** Spares the lines of long articles the full look. */
function mayBePageLine(text: string, line: Line): boolean {
  return PAGE_LINE_INITIALS.has(text.charCodeAt(line.content))
}

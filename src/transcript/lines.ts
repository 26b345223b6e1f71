/**
 * One line of a text, as offsets into it. Reading moves one object along instead of making strings, so that a line
 * costs the same however long it is and however many there are.
 */
export type Line = {
  /** 1 in the first line, 0 before it. */
  number: number
  start: number
  /** Of the first character that is not indentation; equals `end` in a blank line. */
  content: number
  /** Of the line break, or of the text's end. */
  end: number
  /** Where the next line starts. */
  next: number
  /** How wide the indentation is: a tab reaches to the next multiple of 8, any other white space is 1 wide. */
  column: number
}

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const NO_BREAK_SPACE = 0xa0
const BYTE_ORDER_MARK = 0xfeff
const TAB_WIDTH = 8

/** The place before a text's first line, behind a byte order mark. */
export function beforeFirstLine(text: string): Line {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
  return { number: 0, start, content: start, end: start, next: start, column: 0 }
}

/** Moves `line` to the next line, or answers `false` at the text's end. Lines end in LF or CRLF. */
export function readLine(text: string, line: Line): boolean {
  const start = line.next
  if (start >= text.length) return false
  // Half of the lines are empty, and a look is cheaper than a search.
  const lineBreak = text.charCodeAt(start) === LINE_FEED ? start : text.indexOf('\n', start)
  let end = lineBreak === -1 ? text.length : lineBreak
  line.next = lineBreak === -1 ? end : lineBreak + 1
  while (end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--
  let content = start
  while (content < end && text.charCodeAt(content) === SPACE) content++
  let column = content - start
  for (; content < end; content++) {
    const code = text.charCodeAt(content)
    if (!isSpace(code)) break
    column = columnAfter(code, column)
  }
  line.number++
  line.start = start
  line.content = content
  line.end = end
  line.column = column
  return true
}

/** Moves `line` to the next line that is not blank, or answers `false` at the text's end. */
export function readTextLine(text: string, line: Line): boolean {
  while (readLine(text, line)) if (!isBlank(line)) return true
  return false
}

/** Moves `line` back, so that the next reading reads it again. */
export function unreadLine(line: Line): void {
  line.next = line.start
  line.number--
}

export function isBlank(line: Line): boolean {
  return line.content === line.end
}

/** Space, tab or non-breaking space: what indents a line and makes a line blank. Any other white space is text. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === NO_BREAK_SPACE
}

/** The line without its indentation and without white space at its end. */
export function trimmedLine(text: string, line: Line): string {
  return text.slice(line.content, line.end).trim()
}

/** A part of a string; reading characters where they stand is faster than from a slice. */
export type TextRange = { text: string; start: number; end: number }

/**
 * What stands from the line at `start` to `end`, without the first `columns` columns of each line's indentation or what
 * there is of them. Further indentation, white space at the ends of lines, and blank lines stay. CRLF becomes LF.
 */
export function withoutIndentation(text: string, start: number, end: number, columns: number): TextRange {
  const firstBreak = text.indexOf('\n', start)
  if (firstBreak === -1 || firstBreak >= end) return lineWithoutIndentation(text, start, end, columns)
  const result = linesWithoutIndentation(text, start, end, columns)
  return { text: result, start: 0, end: result.length }
}

/** Bounds what is in memory for a body of millions of short lines. */
const PIECES_AT_ONCE = 4096

function linesWithoutIndentation(text: string, start: number, end: number, columns: number): string {
  let result = ''
  let pieces: string[] = []
  for (let next = start; next <= end;) {
    const found = text.indexOf('\n', next)
    const lineBreak = found === -1 || found > end ? end : found
    let lineEnd = lineBreak
    while (lineEnd > next && text.charCodeAt(lineEnd - 1) === CARRIAGE_RETURN) lineEnd--
    const line = lineWithoutIndentation(text, next, lineEnd, columns)
    pieces.push(textOf(line))
    next = lineBreak + 1
    if (pieces.length === PIECES_AT_ONCE && next <= end) {
      result += `${pieces.join('\n')}\n`
      pieces = []
    }
  }
  return result + pieces.join('\n')
}

function lineWithoutIndentation(text: string, start: number, end: number, columns: number): TextRange {
  let from = start
  let column = 0
  for (; from < end && column < columns; from++) {
    const code = text.charCodeAt(from)
    if (!isSpace(code)) break
    column = columnAfter(code, column)
  }
  if (column <= columns) return { text, start: from, end }
  const line = ' '.repeat(column - columns) + text.slice(from, end)
  return { text: line, start: 0, end: line.length }
}

export function textOf({ text, start, end }: TextRange): string {
  return text.slice(start, end)
}

function columnAfter(code: number, column: number): number {
  return code === TAB ? column + TAB_WIDTH - (column % TAB_WIDTH) : column + 1
}

import { readArticleDate, withTimeLine, type ArticleDate } from './articleDate.ts'
import { isNote } from './articleBlocks.ts'
import { endsStatement, looksLikeName, readByline } from './byline.ts'
import { readTextLine, trimmedLine, type Line } from './lines.ts'

/** What stands before an article's paragraphs. */
export type ArticleHead = {
  title: string | null
  byline: string | null
  date: ArticleDate | null
  /** Where the dateline stands, for a problem with it. */
  dateLine: Line | null
  /** The place before the first paragraph. */
  end: Line
}

const LONGEST_TITLE = 200

/**
 * Reads title, dateline and byline, each at most once but for the title, which may be repeated, in any order: from the
 * first line to the first that is none of them. The first line that can be a title is it. A name without "By" is a
 * byline only where one stands: after the dateline or a title that follows it or another, in a paragraph of its own.
 */
export function readArticleHead(text: string, beforeFirst: Line, articleEnd: number): ArticleHead {
  const line = { ...beforeFirst }
  const head: ArticleHead = { title: null, byline: null, date: null, dateLine: null, end: { ...line } }
  let isTitleRepeated = false
  let mayHaveName = false
  while (readTextLine(text, line) && line.start < articleEnd) {
    const words = trimmedLine(text, line)
    const date = head.date === null ? readArticleDate(words) : withTimeLine(head.date, words)
    const byline = head.byline === null ? bylineAfter(head, words) : null
    if (date !== null) {
      head.dateLine ??= { ...line }
      head.date = date
      mayHaveName = head.title !== null
    } else if (words === head.title && !isTitleRepeated) {
      isTitleRepeated = true
      mayHaveName = true
    } else if (byline !== null) {
      head.byline = byline
      mayHaveName = false
    } else if (head.title === null && head.byline === null && canBeTitle(text, line, words)) {
      head.title = words
      mayHaveName = head.date !== null
    } else if (mayHaveName && head.byline === null && looksLikeName(words) && isOwnParagraph(text, line)) {
      head.byline = words
    } else {
      break
    }
    head.end = { ...line }
  }
  return head
}

/** A first line such as "By the numbers" is a title. */
function bylineAfter(head: ArticleHead, words: string): string | null {
  const name = readByline(words)
  const isFirst = head.title === null && head.date === null
  return name === null || (isFirst && !looksLikeName(name)) ? null : name
}

function canBeTitle(text: string, line: Line, words: string): boolean {
  if (isNote(words)) return false
  if (words.length <= LONGEST_TITLE && !endsStatement(words)) return true
  const following = { ...line }
  if (!readTextLine(text, following)) return false
  const next = trimmedLine(text, following)
  return next === words || readArticleDate(next) !== null
}

function isOwnParagraph(text: string, line: Line): boolean {
  const following = { ...line }
  return !readTextLine(text, following) || following.number > line.number + 1
}

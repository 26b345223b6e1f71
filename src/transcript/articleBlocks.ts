import type { Block } from '../domain/article.ts'
import { isBlank, readLine, textOf, trimmedLine, withoutIndentation, type Line } from './lines.ts'

const LONGEST_NOTE = 500
const LABELLED_NOTE = /^(?:filed under|posted (?:in|under)|categories|category|tags|topics)\s*:/i
const AGE_NOTE = /^(?:an?|\d{1,3})\s+(?:minute|hour|day|week|month|year)s?\s+ago$/i

/** Whether the line is one of those that a page has about its article, such as "Filed under: China" or "10 years ago". */
export function isNote(words: string): boolean {
  return words.length <= LONGEST_NOTE && (LABELLED_NOTE.test(words) || AGE_NOTE.test(words))
}

/**
 * Everything from the line after `before` to `end`, by paragraphs. Lines such as "Filed under: China" are notes wherever
 * they stand; "10 years ago" is one only at the end, since elsewhere it may be the article's. What a paragraph is
 * indented by is left out, as far as all its lines share it.
 */
export function readBlocks(text: string, before: Line, end: number): Block[] {
  const blocks: Block[] = []
  const line = { ...before }
  let paragraph: Paragraph | null = null
  const endParagraph = (): void => {
    if (paragraph !== null) blocks.push({ kind: 'paragraph', text: paragraphText(text, paragraph) })
    paragraph = null
  }
  while (readLine(text, line) && line.start < end) {
    if (isBlank(line)) {
      endParagraph()
    } else if (isLabelled(text, line)) {
      endParagraph()
      blocks.push({ kind: 'note', text: trimmedLine(text, line) })
    } else {
      paragraph = extended(paragraph, line)
    }
  }
  endParagraph()
  return withNotesAtEnd(blocks)
}

type Paragraph = { start: number; end: number; column: number }

function extended(paragraph: Paragraph | null, line: Line): Paragraph {
  if (paragraph === null) return { start: line.start, end: line.end, column: line.column }
  return { start: paragraph.start, end: line.end, column: Math.min(paragraph.column, line.column) }
}

function paragraphText(text: string, { start, end, column }: Paragraph): string {
  return textOf(withoutIndentation(text, start, end, column)).trimEnd()
}

function isLabelled(text: string, line: Line): boolean {
  return line.end - line.content <= LONGEST_NOTE && LABELLED_NOTE.test(trimmedLine(text, line))
}

function withNotesAtEnd(blocks: Block[]): Block[] {
  let end = blocks.length
  for (; end > 0; end--) {
    const block = blocks[end - 1]
    if (block === undefined || (block.kind === 'paragraph' && !isNote(block.text))) break
  }
  return blocks.map((block, index) => (index < end ? block : { kind: 'note', text: block.text }))
}

import { inertDocument } from './inertDocument.ts'
import { readRichText } from './readRichText.ts'
import { writeMarkdown } from './writeMarkdown.ts'

/**
 * Pasted HTML as Markdown: bold, italic, code, quotes, lists, links to the web, paragraphs and line breaks; of anything else its
 * text. All text shows to the letter. Nothing of the HTML runs, and nothing is requested for it. `null` where the page's policy does
 * not let HTML be read.
 */
export function markdownFromHtml(html: string): string | null {
  const read = inertDocument(html)
  return read && writeMarkdown(readRichText(read.body))
}

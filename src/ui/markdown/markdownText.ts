import { blocksText } from './markdownTree.ts'
import { parseMarkdown } from './parseMarkdown.ts'

/** The words of a Markdown text, without its marks. */
export function markdownText(text: string): string {
  const blocks = parseMarkdown(text)
  return blocks === null ? text : blocksText(blocks)
}

import { readBlocks } from './articleBlocks.ts'
import type { Line } from './lines.ts'
import { readPageLine } from './pageLines.ts'

/** What follows the comments and the form. `rules` is `null` where it is empty. */
export type Notice = { closed: boolean; rules: string | null }

/** Reads all paragraphs after `before`, parted by one blank line in `rules`, without page lines among them. */
export function readNotice(text: string, before: Line): Notice {
  let closed = false
  const paragraphs: string[] = []
  for (const block of readBlocks(text, before, text.length)) {
    const pageLine = readPageLine(block.text)
    if (pageLine === null) paragraphs.push(block.text)
    if (pageLine?.kind === 'closed') closed = true
  }
  return { closed, rules: paragraphs.length === 0 ? null : paragraphs.join('\n\n') }
}

import type { Article } from '../domain/article.ts'

/** How many code points search engines and cards show of a description, give or take. */
const LENGTH = 160

/**
 * What the article is about, for those who only see its link: its first paragraph, on one line, cut after a word, in any
 * language. `null` where it has no paragraph.
 */
export function describe({ blocks }: Article): string | null {
  const first = blocks.find(({ kind, text }) => kind === 'paragraph' && text.trim() !== '')
  return first ? cut(first.text.replace(/\s+/g, ' ').trim()) : null
}

function cut(text: string): string {
  if (countCodePoints(text) <= LENGTH) return text
  let kept = ''
  let room = LENGTH - 1
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text)) {
    room -= countCodePoints(segment)
    if (room < 0) break
    kept += segment
  }
  // A single word may be longer than all that there is room for.
  if (kept === '')
    kept = Array.from(text)
      .slice(0, LENGTH - 1)
      .join('')
  return `${kept.replace(/[\s\p{P}]+$/u, '')}…`
}

function countCodePoints(text: string): number {
  return Array.from(text).length
}

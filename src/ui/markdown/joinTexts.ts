import type { CommentFormat } from '../../domain/comment.ts'
import { escapeMarkdown } from './escapeMarkdown.ts'

export type Text = { body: string; format: CommentFormat }

/**
 * One text after another, both shown as they were. Where one of them is Markdown, so are the two together, and the other is
 * shown to the letter in it.
 */
export function joinTexts(first: Text, second: Text): Text {
  if (first.format === 'plain' && second.format === 'plain') {
    return { body: `${first.body}\n\n${second.body}`, format: 'plain' }
  }
  return { body: `${withCodeClosed(markdownOf(first))}\n\n${markdownOf(second)}`, format: 'markdown' }
}

function markdownOf({ body, format }: Text): string {
  return format === 'markdown' ? body : escapeMarkdown(body.trimStart())
}

/** Nothing that follows becomes part of a block of code at the end; one in a list or a quote ends by itself. */
function withCodeClosed(markdown: string): string {
  let fence = ''
  for (const line of markdown.split('\n')) {
    const [, indent = '', marks = '', after = ''] = /^([ \t]*)(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (fence !== '') {
      if (marks.startsWith(fence) && after.trim() === '') fence = ''
    } else if (indent === '' && (marks.startsWith('~') || !after.includes('`'))) fence = marks
  }
  return fence === '' ? markdown : `${markdown}\n${fence}`
}

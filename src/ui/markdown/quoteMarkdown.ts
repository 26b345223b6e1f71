import { linkTarget } from '../discussion/links.ts'
import { escapeMarkdown } from './escapeMarkdown.ts'
import { linkMarkdown } from './linkMarkdown.ts'

/**
 * A quotation in Markdown, to be followed by an answer: `text` to the letter, and below it whose words they are, as a link to
 * their place. A place that cannot be linked is left out.
 */
export function quoteMarkdown(text: string, cite: { name: string | null; href: string }): string {
  const url = linkTarget(cite.href)
  const name = cite.name?.trim() ? escapeMarkdown(cite.name.trim()) : null
  const source = url === null ? name : linkMarkdown(name ?? escapeMarkdown(url), url)
  return `${quoted([escapeMarkdown(text.trim()), ...(source === null ? [] : [`— ${source}`])].join('\n\n'))}\n\n`
}

/** Some Markdown as a quotation. */
export function quoted(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

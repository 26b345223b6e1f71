/** A link in Markdown. `content` is Markdown itself; `url` is one that a link may lead to. */
export function linkMarkdown(content: string, url: string): string {
  const target = url.replace(/[()\\<>`]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
  return `[${content}](${target})`
}

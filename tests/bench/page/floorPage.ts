import type { Import } from '../../../src/backend/store.ts'
import type { ImportedComment } from '../../../src/domain/comment.ts'

/**
 * The floor: the article and all comments as semantic HTML, without script and style, which no page that shows a
 * discussion can be quicker than. Linear, iterative.
 */
export function floorPage({ article, discussion, comments }: Import): string {
  const parts = [
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escaped(article.title)}</title></head><body><main>`,
    `<article><h1>${escaped(article.title)}</h1>`,
    article.byline === null ? '' : `<p>By ${escaped(article.byline)}</p>`,
    article.publishedAt === null ? '' : timeOf(article.publishedAt),
    ...article.blocks.map(({ text }) => `<p>${escaped(text)}</p>`),
    `</article><section><h2>${discussion.declaredCount ?? comments.length} responses</h2>`,
  ]
  let depth = 0
  for (const comment of comments) {
    if (comment.depth > depth) parts.push('<ol>')
    else parts.push('</li>', '</ol></li>'.repeat(depth - comment.depth))
    parts.push(`<li>${commentOf(comment)}\n`)
    depth = comment.depth
  }
  parts.push('</li></ol>'.repeat(depth), '</section></main></body></html>\n')
  return parts.join('')
}

function commentOf({ id, author, createdAt, body }: ImportedComment): string {
  const paragraphs = body.split('\n\n').map((text) => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`)
  return `<article id="comment-${id}"><h3>${escaped(author.name)}</h3>${timeOf(createdAt)}${paragraphs.join('')}</article>`
}

function timeOf(instant: string): string {
  return `<time datetime="${instant}">${instant.slice(0, 16).replace('T', ' ')} UTC</time>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

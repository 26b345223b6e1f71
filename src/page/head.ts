import { describe } from './describe.ts'
import { READY } from './fillTemplate.ts'
import { escapeHtml, voidElement } from '../domain/markup.ts'
import type { PageData } from './pageData.ts'
import { webAddress } from './webAddress.ts'

/** What the head of the page says of the article: to search engines, and to those who show its link as a card (Open Graph). */
export function headOf({ article, discussion }: PageData): string {
  const description = describe(article)
  const address = webAddress(discussion.url)
  return [
    waitFor(READY),
    `<title>${escapeHtml(article.title)}</title>`,
    meta('name', 'description', description),
    meta('name', 'author', article.byline),
    meta('property', 'og:type', 'article'),
    meta('property', 'og:site_name', 'Soundoff'),
    meta('property', 'og:title', article.title),
    meta('property', 'og:description', description),
    meta('property', 'og:url', address),
    meta('property', 'article:published_time', article.publishedAt),
    meta('name', 'twitter:card', 'summary'),
    meta('name', 'twitter:title', article.title),
    meta('name', 'twitter:description', description),
    address === null ? '' : voidElement('link', { rel: 'canonical', href: address }),
  ]
    .filter((element) => element !== '')
    .join('\n    ')
}

/**
 * Has the browser draw nothing before the element of this id is there (HTML, "expect" links). What readies the page comes within
 * what a server sends at once, and a slow processor that lays out the page with it, and not before it as well, shows it sooner.
 */
function waitFor(id: string): string {
  return voidElement('link', { rel: 'expect', href: `#${id}`, blocking: 'render' })
}

function meta(kind: 'name' | 'property', name: string, content: string | null): string {
  return content === null ? '' : voidElement('meta', { [kind]: name, content })
}

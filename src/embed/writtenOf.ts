import type { DiscussionOptions } from './discussionOptions.ts'
import type { WrittenOptions } from './options.ts'

/** Options as the element's attributes have them. */
export function writtenOf(options: DiscussionOptions): WrittenOptions {
  const { discussion, backend, pageUrl, pageTitle, order, theme, density, maxDepth, loading, lang } = options
  return {
    discussion,
    backend,
    pageUrl: pageUrl ?? null,
    pageTitle: pageTitle ?? null,
    order: order ?? null,
    theme: theme ?? null,
    density: density ?? null,
    maxDepth: maxDepth === undefined ? null : String(maxDepth),
    loading: loading ?? null,
    isolation: null,
    lang: lang ?? null,
  }
}

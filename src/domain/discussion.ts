import type { ArticleId, DiscussionId, Instant } from './ids.ts'

/** All comments of one article, with its policy and its counts. */
export type Discussion = {
  id: DiscussionId
  articleId: ArticleId
  title: string
  /** Where the article stands on the web, when that is known. */
  url: string | null
  /** What the source page claims ("39 Responses"); `null` where it claims nothing. */
  declaredCount: number | null
  /** Comments that came with the import; what is beyond them in `count` was written here. */
  importedCount: number
  /** Comments that are here, at every depth. */
  count: number
  /** Top-level comments that are here. */
  threadCount: number
  closed: boolean
  /** The deepest level at which a comment may stand; 1 means no replies. */
  maxDepth: number
  /** The source's rules of conduct, shown where people write. */
  rules: string | null
  /** Grows by one with each change to the discussion. */
  version: number
  /** The server's clock when it answered. */
  now: Instant
}

/** What an import says of a discussion; the rest is counted by the store. */
export type ImportedDiscussion = Pick<
  Discussion,
  'id' | 'articleId' | 'title' | 'url' | 'declaredCount' | 'closed' | 'maxDepth' | 'rules'
>

/** The deepest level where a source does not show its own: the default of WordPress (`thread_comments_depth`). */
export const DEFAULT_MAX_DEPTH = 5

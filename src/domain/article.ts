import type { ArticleId, DiscussionId, Instant } from './ids.ts'

/** The piece that is discussed. */
export type Article = {
  id: ArticleId
  discussionId: DiscussionId
  title: string
  /** The writer's name, without a leading "By"; `null` where the source names nobody. */
  byline: string | null
  /** `null` where the source has no dateline; the start of the day in the dateline's zone where it has no time. */
  publishedAt: Instant | null
  dateline: Dateline | null
  blocks: readonly Block[]
}

/** How the source dates the article. `text` is verbatim, lines joined by one space: "April 11th, 2013 07:36 PM ET". */
export type Dateline = {
  text: string
  precision: 'minute' | 'day'
  /** IANA name of the zone that the source's local times are in. */
  timeZone: string
}

/**
 * `paragraph`: a paragraph of the piece; a single line break in it is a line break.
 * `note`: what the source page says about the piece after it, such as "Filed under: China".
 */
export type Block = { kind: 'paragraph' | 'note'; text: string }

import type { Instant } from '../../../domain/ids.ts'

/** What is looked for in a discussion; what fits has all of it. */
export type Filter = {
  /** Words, as they were typed, but for white space around them. */
  q: string
  author: string | null
  /** From the first instant until before the other. */
  span: { from: Instant; until: Instant } | null
}

export const NO_FILTER: Filter = { q: '', author: null, span: null }

export function isAnything({ q, author, span }: Filter): boolean {
  return q !== '' || author !== null || span !== null
}

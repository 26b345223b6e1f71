import { DEFAULT_MAX_DEPTH } from '../domain/discussion.ts'

/** How many of the comments at one depth offer "Reply". */
export type DepthTally = { offers: number }

/**
 * The deepest level of a discussion, from a tally for each depth that has comments, depth 1 first: the shallowest depth
 * where nothing offers "Reply" though every depth above has comments that do, but never less than the deepest comment.
 * A page that offers it nowhere, or at every depth, does not show its limit: then it is the usual one, or the deepest
 * comment's.
 */
export function maxDepthOf(tallies: readonly DepthTally[]): number {
  const deepest = tallies.length
  const limit = tallies.findIndex(({ offers }) => offers === 0) + 1
  return Math.max(deepest, limit > 1 ? limit : DEFAULT_MAX_DEPTH)
}

/** Counts one comment at `depth`, where the depth above has been counted before. */
export function tallyComment(tallies: DepthTally[], depth: number, offersReply: boolean): void {
  const tally = (tallies[depth - 1] ??= { offers: 0 })
  if (offersReply) tally.offers++
}

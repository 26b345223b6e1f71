import * as v from 'valibot'
import type { Endpoint } from './contract.ts'
import { comment, commentId, commentPage, count, instant } from './schemas.ts'

/** Offsets into a text in UTF-16 code units, the end exclusive; sorted, and none touches the next. */
const ranges = v.array(v.tuple([count, count]))

/** What was found, the newest first. */
const matchPage = v.object({
  matches: v.array(
    v.object({
      comment,
      /** What it stands below, the top level first; without a name where it is gone. */
      ancestors: v.array(v.object({ id: commentId, name: v.string() })),
      /** What was found in the comment's `body`, and in its author's name: the first `RANGES_LIMIT` places. */
      ranges,
      nameRanges: ranges,
    }),
  ),
  nextCursor: v.nullable(v.string()),
  /** All comments that match. */
  total: count,
  version: count,
})

/**
 * A comment in its thread: all that it stands below, itself, and what else of the thread there is room for, in reading order. Of every
 * comment the direct replies are the first ones, without a gap, and, beyond those, the one that leads to the comment that was
 * asked for; what is hidden begins behind the former, so that the latter may come once more with it. The cursors are for
 * `listComments` in the same order: behind this thread, and before it.
 */
const context = v.object({ ...commentPage.entries, previousCursor: v.nullable(v.string()) })

/** Who wrote, and when. What is deleted or rejected counts nowhere in it. */
const overview = v.object({
  /** At most 100, who wrote most first, then by name, each as it was first written; names are told apart as `author` of a search tells them. */
  people: v.array(v.object({ name: v.string(), count })),
  peopleCount: count,
  /** `null` where there is no comment. */
  timeline: v.nullable(
    v.object({
      from: instant,
      /** The first instant behind the last step. */
      until: instant,
      /** Milliseconds of each step. */
      step: v.pipe(v.number(), v.integer(), v.minValue(1)),
      /** Of each step, at most 60: how many comments came from its beginning until before its end. */
      counts: v.array(count),
    }),
  ),
  /** All that count in it. */
  total: count,
  version: count,
})

/** The endpoints that find comments, as `endpoints` has the others. */
export const findingEndpoints = {
  searchComments: {
    method: 'GET',
    path: '/discussions/:discussionId/search',
    status: 200,
    output: matchPage,
  },
  readContext: {
    method: 'GET',
    path: '/discussions/:discussionId/comments/:commentId/context',
    status: 200,
    output: context,
  },
  readOverview: {
    method: 'GET',
    path: '/discussions/:discussionId/overview',
    status: 200,
    output: overview,
  },
} as const satisfies Record<string, Endpoint>

export type MatchPage = v.InferOutput<typeof matchPage>
export type Match = MatchPage['matches'][number]
export type CommentContext = v.InferOutput<typeof context>
export type Overview = v.InferOutput<typeof overview>

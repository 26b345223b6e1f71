import { isId, type ArticleId, type DiscussionId } from '../domain/ids.ts'
import { readArticle } from './article.ts'
import { commentIdMaker } from './commentIds.ts'
import { findCommentList } from './commentList.ts'
import { readComments } from './comments.ts'
import { beforeFirstLine } from './lines.ts'
import { maxDepthOf } from './maxDepth.ts'
import type { NoTranscript, Transcript, TranscriptProblem } from './transcript.ts'
import { zonedClock } from './zonedTime.ts'

export type TranscriptOptions = {
  /** Becomes the id of the article and of the discussion; see `transcriptId` for the id that a file gives. */
  id: string
  /** IANA name of the zone that the page's times are in. */
  timeZone?: string
}

const US_EASTERN = 'America/New_York'

/**
 * Reads an article page that was flattened to text, comments included:
 *
 *     A title
 *     April 11th, 2013
 *     07:36 PM ET
 *
 *     By A writer
 *
 *     A paragraph.
 *
 *     soundoff (39 Responses)
 *       1. A reader
 *
 *         A comment.
 *
 *         April 11, 2013 at 8:05 pm | Reply
 *         • Another reader
 *
 *           A reply, one level below.
 *
 *           April 11, 2013 at 8:40 pm | Reply
 *
 *     Post a comment
 *
 *     The rules of conduct.
 *
 * A marker at depth d stands at column 2d and its text at 2d + 2; other widths are read by what stands left of what. A
 * date line ends a comment only where `endsComment` says so, so that bodies may hold numbers, bullets and dates. Bodies
 * are verbatim but for the indentation of their lines and blank lines before and after. A comment whose date line is
 * missing is left out, so that the start of a transcript gives the first of its comments.
 *
 * Never throws for any text; damage becomes `problems`. Throws a `RangeError` for an id that is none by `isId`, and for
 * an unknown time zone. Linear in the length of the text, iterative.
 */
export function parseTranscript(text: string, { id, timeZone = US_EASTERN }: TranscriptOptions): Transcript {
  if (!isId<ArticleId>(id) || !isId<DiscussionId>(id)) throw new RangeError(`"${id}" is not an id.`)
  const clock = zonedClock(timeZone)
  const problems: TranscriptProblem[] = []
  const before = beforeFirstLine(text)
  const list = findCommentList(text, before)
  const context = { articleId: id, discussionId: id, timeZone, clock }
  const article = readArticle(text, before, list.articleEnd, context, problems)
  const makers = { makeId: commentIdMaker(id), clock }
  const { comments, tallies, closed, rules } = readComments(text, list, makers, problems)
  if (article.dateline === null && !list.hasHeading && comments.length === 0) return noTranscript()
  const discussion = {
    id,
    articleId: id,
    title: article.title,
    url: null,
    declaredCount: list.declaredCount,
    closed,
    maxDepth: maxDepthOf(tallies),
    rules,
  }
  return { article, discussion, comments, problems }
}

function noTranscript(): NoTranscript {
  const message =
    'This is no transcript: one has a title, a dateline such as "April 11th, 2013", and a heading such as ' +
    '"soundoff (39 Responses)" above comments that each end in a date such as "April 13, 2013 at 5:39 pm | Reply".'
  return {
    article: null,
    discussion: null,
    comments: [],
    problems: [{ code: 'not-a-transcript', line: 1, column: 1, message }],
  }
}

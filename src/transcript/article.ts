import type { Article } from '../domain/article.ts'
import type { ArticleId, DiscussionId } from '../domain/ids.ts'
import { readBlocks } from './articleBlocks.ts'
import { readArticleHead, type ArticleHead } from './articleHead.ts'
import { readLine, type Line } from './lines.ts'
import { nearestRealTime } from './localTime.ts'
import { problemAt, type TranscriptProblem } from './transcript.ts'
import { titleFromId } from './transcriptId.ts'
import type { ZonedClock } from './zonedTime.ts'

export type ArticleContext = {
  articleId: ArticleId
  discussionId: DiscussionId
  timeZone: string
  clock: ZonedClock
}

/** Reads the article between the line after `before` and the offset `end`. What is damaged goes to `problems`. */
export function readArticle(
  text: string,
  before: Line,
  end: number,
  context: ArticleContext,
  problems: TranscriptProblem[],
): Article {
  const head = readArticleHead(text, before, end)
  if (head.title === null) problems.push(missingTitle(text, before, context.articleId))
  return {
    id: context.articleId,
    discussionId: context.discussionId,
    title: head.title ?? titleFromId(context.articleId),
    byline: head.byline,
    publishedAt: readPublishedAt(head, context.clock, problems),
    dateline: head.date && {
      text: head.date.text,
      precision: head.date.precision,
      timeZone: context.timeZone,
    },
    blocks: readBlocks(text, head.end, end),
  }
}

function readPublishedAt(
  { date, dateLine }: ArticleHead,
  clock: ZonedClock,
  problems: TranscriptProblem[],
): string | null {
  if (date === null || dateLine === null) return null
  if (nearestRealTime(date.time) === date.time) return clock(date.time)
  const message = `There is no "${date.text}"; the article is kept without a date.`
  problems.push(problemAt('impossible-date', dateLine, message))
  return null
}

function missingTitle(text: string, before: Line, id: ArticleId): TranscriptProblem {
  const first = { ...before }
  readLine(text, first)
  return problemAt('missing-title', first, `The article has no title; "${titleFromId(id)}" stands in for it.`)
}

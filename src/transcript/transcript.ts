import type { Article } from '../domain/article.ts'
import type { ImportedComment } from '../domain/comment.ts'
import type { ImportedDiscussion } from '../domain/discussion.ts'
import type { Line } from './lines.ts'

/** What a text turned out to be; `article` is `null` in what is no transcript, and in nothing else. */
export type Transcript = ReadTranscript | NoTranscript

export type ReadTranscript = {
  article: Article
  discussion: ImportedDiscussion
  /** In the order of the page, a parent before its replies. */
  comments: readonly ImportedComment[]
  /** What the page shows to be damaged, in the order of the page. */
  problems: readonly TranscriptProblem[]
}

export type NoTranscript = {
  article: null
  discussion: null
  comments: readonly []
  problems: readonly [TranscriptProblem]
}

export type TranscriptProblem = {
  code: TranscriptProblemCode
  /** 1 in the first line. */
  line: number
  /** 1 at the line's first character, in UTF-16 code units; a tab is one character. */
  column: number
  /** One sentence for people, or a few. */
  message: string
}

/**
 * - `not-a-transcript`: there is no dateline, no heading and no dated comment.
 * - `missing-title`: the article has no title, and its id stands in.
 * - `impossible-date`: a date or time that does not exist. An article then has no `publishedAt`; a comment has the
 *   nearest date that exists, such as February 28 for February 30.
 * - `missing-date`: a comment is followed by the next without a date line, and is left out.
 * - `unfinished-comment`: the file ends before the last comment's date line, and the comment is left out.
 * - `missing-name`: a comment has no author; its author's name is empty.
 * - `missing-parent`: a reply stands where there is nothing to reply to, and is kept at the top level.
 * - `skipped-level`: a reply is indented further than a reply to the comment above; it is kept as one.
 * - `number-out-of-order`: a number that neither follows the one before it nor begins anew.
 * - `stray-text`: text in the list that belongs to no comment, and is left out.
 */
export type TranscriptProblemCode =
  | 'not-a-transcript'
  | 'missing-title'
  | 'impossible-date'
  | 'missing-date'
  | 'unfinished-comment'
  | 'missing-name'
  | 'missing-parent'
  | 'skipped-level'
  | 'number-out-of-order'
  | 'stray-text'

/** A problem at the first character of `line` that is not indentation. */
export function problemAt(code: TranscriptProblemCode, line: Line, message: string): TranscriptProblem {
  return { code, line: line.number, column: line.content - line.start + 1, message }
}

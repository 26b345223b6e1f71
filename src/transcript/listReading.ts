import type { ImportedComment } from '../domain/comment.ts'
import type { CommentId } from '../domain/ids.ts'
import type { Ancestors } from './ancestors.ts'
import type { ListStyle } from './commentEnd.ts'
import type { CommentIdentity } from './commentIds.ts'
import type { Line } from './lines.ts'
import type { DepthTally } from './maxDepth.ts'
import type { TranscriptProblem } from './transcript.ts'
import type { ZonedClock } from './zonedTime.ts'

/** How far the reading of a list of comments is. Everything in it moves along. */
export type ListReading = CommentMakers & {
  readonly text: string
  /** The line that is being read. */
  readonly line: Line
  /** Of the last comment at the top level. */
  lastNumber: number | null
  readonly style: ListStyle
  readonly ancestors: Ancestors
  readonly tallies: DepthTally[]
  readonly comments: ImportedComment[]
  readonly problems: TranscriptProblem[]
}

/** What makes the parts of a comment that its text does not hold. */
export type CommentMakers = {
  readonly makeId: (identity: CommentIdentity) => CommentId
  readonly clock: ZonedClock
}

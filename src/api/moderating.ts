import * as v from 'valibot'
import { HOLD_REASONS } from '../domain/comment.ts'
import type { EntryId } from '../domain/ids.ts'
import { isId } from '../domain/ids.ts'
import { MODERATION_ACTIONS, type LogEntry } from '../domain/moderation.ts'
import { REPORT_REASONS } from '../domain/report.ts'
import type { CallOptions, Endpoint } from './contract.ts'
import type { moderatingInputs } from './moderatingInputs.ts'
import { comment, commentId, count, discussionId, instant } from './schemas.ts'

export const entryId = v.custom<EntryId>(isId, 'must be the id of an entry')

export const logEntry = v.object({
  id: entryId,
  at: instant,
  moderator: v.string(),
  action: v.picklist(MODERATION_ACTIONS),
  discussionId,
  commentId: v.nullable(commentId),
  excerpt: v.string(),
  reason: v.nullable(v.string()),
  undoes: v.nullable(entryId),
  undoneBy: v.nullable(entryId),
}) satisfies v.GenericSchema<unknown, LogEntry>

/** A comment that waits for a moderator: it is held, or was reported. */
export const waitingComment = v.object({
  /** As it is to be judged, with its text, and `held` also where it was published before and was taken back. */
  comment,
  discussion: v.object({
    id: discussionId,
    title: v.string(),
    url: v.nullable(v.string()),
    closed: v.boolean(),
  }),
  /** `null` where it is not held. */
  heldFor: v.nullable(v.picklist(HOLD_REASONS)),
  /** The first reports that nobody has settled, the oldest first, and how many there are in all. */
  reports: v.array(v.object({ reason: v.picklist(REPORT_REASONS), words: v.string(), receivedAt: instant })),
  reportCount: count,
  /** What it answers; without name and text where that is gone. */
  answered: v.nullable(v.object({ id: commentId, name: v.string(), body: v.string() })),
  waitingSince: instant,
})

/** A part of what waits, the longest waiting first. */
export const queuePage = v.object({
  items: v.array(waitingComment),
  nextCursor: v.nullable(v.string()),
  /** All that wait. */
  total: count,
})

/** What was written to the log, and the comment as readers have it then. */
export const decided = v.object({ entry: logEntry, comment })

/** The comment is `null` where it was a discussion. */
export const undone = v.object({ entry: logEntry, comment: v.nullable(comment) })

export const closing = v.object({ entry: logEntry })

/** A part of the log, the newest first. */
export const logPage = v.object({ entries: v.array(logEntry), nextCursor: v.nullable(v.string()) })

/**
 * What moderators do, as `endpoints` has what readers and writers do, and `moderatingInputs` what each takes. Each needs the
 * token of a moderator; whoever has none is told nothing.
 */
export const moderatingEndpoints = {
  readQueue: { method: 'GET', path: '/moderation/queue', status: 200, output: queuePage },
  /**
   * Approved, a held comment comes into its discussion, and one that was reported stays; rejected, it is not shown, its place and
   * its replies are; deleted, as if by its writer, its text is gone too. Reports are settled by each. The same by the same
   * moderator once more is answered as before.
   */
  decideComment: { method: 'POST', path: '/moderation/decisions', status: 200, output: decided },
  closeDiscussion: { method: 'POST', path: '/moderation/closing', status: 200, output: closing },
  /** Reverts the last entry of its comment or discussion that still stands. */
  undoEntry: { method: 'POST', path: '/moderation/undoing', status: 200, output: undone },
  readLog: { method: 'GET', path: '/moderation/log', status: 200, output: logPage },
} as const satisfies Record<string, Endpoint>

export type ModeratingName = keyof typeof moderatingEndpoints

export type ModeratingInput<Name extends ModeratingName> = v.InferOutput<(typeof moderatingInputs)[Name]>
export type ModeratingOutput<Name extends ModeratingName> = v.InferOutput<
  (typeof moderatingEndpoints)[Name]['output']
>

export type ModeratingCall<Name extends ModeratingName> = (
  input: ModeratingInput<Name>,
  options?: CallOptions,
) => Promise<ModeratingOutput<Name>>

/** What moderators do, as `Api` has the rest. Each call rejects with a `ProblemError` and nothing else. */
export type Moderating = { [Name in ModeratingName]: ModeratingCall<Name> }

export type WaitingComment = v.InferOutput<typeof waitingComment>

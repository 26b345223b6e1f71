import { ProblemError } from '../api/problem.ts'
import type { CommentId } from '../domain/ids.ts'
import type { Order } from '../domain/order.ts'
import type { Position } from './store.ts'

/** Where the threads go on. */
export type ThreadCursor = {
  after: Position
  /** The version whose reply counts the run goes by, as `Siblings` has it. */
  asOf: number
}

/** Where the replies of one comment go on. */
export type ReplyCursor = {
  commentId: CommentId
  /** `null` from the first. */
  after: Position | null
  /** How many comments below this one were given before. */
  held: number
}

/** An opaque cursor that goes on behind a thread. */
export function threadCursor(order: Order, { after, asOf }: ThreadCursor): string {
  return encode(`${order} ${after.createdAt} ${after.sequence} ${after.replyCount} ${asOf}`)
}

/** Rejects what is no cursor of threads in this order as `invalid`. */
export function readThreadCursor(cursor: string, order: Order): ThreadCursor {
  const [, ofOrder, createdAt = '', sequence, replyCount, asOf] =
    /^(\w+) ([\dTZ:.+-]+) (\d{1,15}) (\d{1,15}) (\d{1,15})$/.exec(decode(cursor)) ?? []
  if (ofOrder !== order) throw invalid('must come from a page of this discussion in the same order')
  const after = { createdAt, sequence: Number(sequence), replyCount: Number(replyCount) }
  return { after, asOf: Number(asOf) }
}

/** An opaque cursor that goes on behind a direct reply. */
export function replyCursor({ commentId, after, held }: ReplyCursor): string {
  return encode(`below ${commentId} ${held} ${after ? `${after.createdAt} ${after.sequence}` : ''}`)
}

/** Rejects what is no cursor of this comment's replies as `invalid`. */
export function readReplyCursor(cursor: string, commentId: CommentId): ReplyCursor {
  const [, ofComment, held, createdAt, sequence] =
    /^below ([\w-]+) (\d{1,15}) (?:([\dTZ:.+-]+) (\d{1,15}))?$/.exec(decode(cursor)) ?? []
  if (ofComment !== commentId) throw invalid('must come from a page that holds this comment')
  const after = createdAt === undefined ? null : { createdAt, sequence: Number(sequence), replyCount: 0 }
  return { commentId, after, held: Number(held) }
}

function invalid(reason: string): ProblemError {
  return new ProblemError({ code: 'invalid', field: 'cursor', reason })
}

/** Base64 without padding; safe in a URL, as only `>`, `?` and `~` among the signs of ASCII make a `+` or `/`. */
function encode(text: string): string {
  return btoa(text).replaceAll('=', '')
}

/** Empty where it cannot be decoded. */
function decode(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    return ''
  }
}

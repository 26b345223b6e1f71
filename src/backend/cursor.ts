import { ProblemError } from '../api/problem.ts'
import { isId, type CommentId } from '../domain/ids.ts'
import type { Order } from '../domain/order.ts'
import { writeJson } from '../domain/writeJson.ts'
import type { Moment, Search } from './searchingStore.ts'
import type { Position } from './store.ts'

/** Where the threads go on. */
export type ThreadCursor = {
  after: Position
  /** The version whose reply counts the run goes by, as `Siblings` has it. */
  asOf: number
  /** Whether it goes on before a thread, towards the first. */
  backwards: boolean
}

/** Where the replies of one comment go on. */
export type ReplyCursor = {
  commentId: CommentId
  /** `null` from the first. */
  after: Position | null
  /** How many comments below this one were given before. */
  held: number
}

/** An opaque cursor that goes on behind a thread, or before it. */
export function threadCursor(order: Order, { after, asOf, backwards }: ThreadCursor): string {
  return encode(
    `${order} ${after.createdAt} ${after.sequence} ${after.replyCount} ${asOf}${backwards ? ' back' : ''}`,
  )
}

/** Rejects what is no cursor of threads in this order as `invalid`. */
export function readThreadCursor(cursor: string, order: Order): ThreadCursor {
  const [, ofOrder, createdAt = '', sequence, replyCount, asOf, back] =
    /^(\w+) ([\dTZ:.+-]+) (\d{1,15}) (\d{1,15}) (\d{1,15})( back)?$/.exec(decode(cursor)) ?? []
  if (ofOrder !== order || !isInstant(createdAt))
    throw invalidCursor('must come from a page of this discussion in the same order')
  const after = { createdAt, sequence: Number(sequence), replyCount: Number(replyCount) }
  return { after, asOf: Number(asOf), backwards: back !== undefined }
}

/** An opaque cursor that goes on behind a direct reply. */
export function replyCursor({ commentId, after, held }: ReplyCursor): string {
  return encode(`below ${commentId} ${held} ${after ? `${after.createdAt} ${after.sequence}` : ''}`)
}

/** Rejects what is no cursor of this comment's replies as `invalid`. */
export function readReplyCursor(cursor: string, commentId: CommentId): ReplyCursor {
  const [, ofComment, held, createdAt, sequence] =
    /^below ([\w-]+) (\d{1,15}) (?:([\dTZ:.+-]+) (\d{1,15}))?$/.exec(decode(cursor)) ?? []
  if (ofComment !== commentId || (createdAt !== undefined && !isInstant(createdAt)))
    throw invalidCursor('must come from a page that holds this comment')
  const after = createdAt === undefined ? null : { createdAt, sequence: Number(sequence), replyCount: 0 }
  return { commentId, after, held: Number(held) }
}

/** An opaque cursor that goes on with what is older, of one search only. */
export function matchCursor(search: Search, { createdAt, sequence, id }: Moment): string {
  return encode(`found ${digest(search)} ${createdAt} ${sequence} ${id}`)
}

/** Rejects what is no cursor of this search as `invalid`. */
export function readMatchCursor(cursor: string, search: Search): Moment {
  const [, ofSearch, createdAt = '', sequence, id] =
    /^found (\w+) ([\dTZ:.+-]+) (\d{1,15}) ([\w-]+)$/.exec(decode(cursor)) ?? []
  if (ofSearch !== digest(search) || !isInstant(createdAt) || !isId<CommentId>(id))
    throw invalidCursor('must come from a page of the same search')
  return { createdAt, sequence: Number(sequence), id }
}

/** Tells one search from another (FNV-1a, 32 bits), also as two of them are written alike that mean the same. */
function digest({ discussionId, terms, author, from, until }: Search): string {
  let hash = 0x811c9dc5
  for (const sign of writeJson([discussionId, terms, author, from, until])) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}

/** A store need not know what to do with a time that never was. */
export function isInstant(time: string): boolean {
  const date = new Date(time)
  return !Number.isNaN(date.getTime()) && date.toISOString() === time
}

export function invalidCursor(reason: string): ProblemError {
  return new ProblemError({ code: 'invalid', field: 'cursor', reason })
}

/** Base64 without padding; safe in a URL, as only `>`, `?` and `~` among the signs of ASCII make a `+` or `/`. */
export function encode(text: string): string {
  return btoa(text).replaceAll('=', '')
}

/** Empty where it cannot be decoded. */
export function decode(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    return ''
  }
}

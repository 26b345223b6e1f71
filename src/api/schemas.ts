import * as v from 'valibot'
import type { Article } from '../domain/article.ts'
import { COMMENT_FORMATS, HOLD_REASONS, type Comment } from '../domain/comment.ts'
import type { Discussion } from '../domain/discussion.ts'
import {
  isId,
  type ArticleId,
  type CommentId,
  type DiscussionId,
  type IdempotencyKey,
} from '../domain/ids.ts'

export const articleId = v.custom<ArticleId>(isId, 'must be an article id')
export const discussionId = v.custom<DiscussionId>(isId, 'must be a discussion id')
export const commentId = v.custom<CommentId>(isId, 'must be a comment id')
export const idempotencyKey = v.custom<IdempotencyKey>(isId, 'must be 1 to 128 letters, digits, "-" and "_"')

/** As RFC 6750 has a bearer token, so that it fits into its header. */
export const editToken = v.pipe(
  v.string('must be a text'),
  v.regex(/^[\w.~+/-]{1,512}=*$/, 'must be a bearer token'),
)

export const instant = v.pipe(v.string(), v.isoTimestamp())
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const article = v.object({
  id: articleId,
  discussionId,
  title: v.string(),
  byline: v.nullable(v.string()),
  publishedAt: v.nullable(instant),
  dateline: v.nullable(
    v.object({ text: v.string(), precision: v.picklist(['minute', 'day']), timeZone: v.string() }),
  ),
  blocks: v.pipe(
    v.array(v.object({ kind: v.picklist(['paragraph', 'note']), text: v.string() })),
    v.readonly(),
  ),
}) satisfies v.GenericSchema<unknown, Article>

export const discussion = v.object({
  id: discussionId,
  articleId,
  title: v.string(),
  url: v.nullable(v.string()),
  declaredCount: v.nullable(count),
  importedCount: count,
  count,
  threadCount: count,
  closed: v.boolean(),
  maxDepth: v.pipe(v.number(), v.integer(), v.minValue(1)),
  rules: v.nullable(v.string()),
  version: count,
  now: instant,
}) satisfies v.GenericSchema<unknown, Discussion>

/** `isNew` where this very request has opened it. */
export const openedDiscussion = v.object({ ...discussion.entries, isNew: v.boolean() })

export const comment = v.object({
  id: commentId,
  discussionId,
  parentId: v.nullable(commentId),
  depth: v.pipe(v.number(), v.integer(), v.minValue(1)),
  author: v.object({ name: v.string(), avatarUrl: v.exactOptional(v.string()) }),
  body: v.string(),
  format: v.picklist(COMMENT_FORMATS),
  status: v.picklist(['published', 'held', 'rejected', 'deleted']),
  createdAt: instant,
  editedAt: v.nullable(instant),
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sequence: count,
  replyCount: count,
  hiddenReplies: count,
  nextReplyCursor: v.nullable(v.string()),
  editableUntil: v.nullable(instant),
}) satisfies v.GenericSchema<unknown, Comment>

/** A comment as its writer has it, who alone knows the key that it was posted with. */
export const postedComment = v.object({
  ...comment.entries,
  /** Gives the right to edit and to delete it; `null` where nobody may. */
  editToken: v.nullable(editToken),
  /** Why nobody else sees it yet; `null` where it is not held. */
  heldFor: v.nullable(v.picklist(HOLD_REASONS)),
})

/** What a reader has of a report. */
export const receipt = v.object({ receivedAt: instant })

/** A page of whole threads, flat, in reading order, a parent before its replies. */
export const commentPage = v.object({
  comments: v.array(comment),
  nextCursor: v.nullable(v.string()),
  /** Only of a page that a `previousCursor` asked for: it gives the threads before these. */
  previousCursor: v.exactOptional(v.nullable(v.string())),
  /** Comments of the whole discussion. */
  total: count,
  threadCount: count,
  /** Just what the discussion's comments were like at this version is in the page. */
  version: count,
})

/**
 * More of a branch, flat, in reading order. A page ends where its parent's `nextCursor` says; `hiddenReplies` counts what
 * is still missing below the branch's own comment.
 */
export const replyPage = v.object({
  comments: v.array(comment),
  nextCursor: v.nullable(v.string()),
  hiddenReplies: count,
  version: count,
})

/** What became of a discussion between two of its versions: after `since`, up to `version`. */
export const changePage = v.object({
  since: count,
  version: count,
  /**
   * Comments that came, in the order in which they came, each as it is now; a deleted or rejected one only where something
   * stands below it.
   */
  added: v.array(comment),
  /** Comments that were edited or rejected and are not deleted, as they are now; some of them may have come since. */
  edited: v.array(comment),
  /** Comments that were deleted; some of them may never have been told. */
  deleted: v.array(commentId),
  /** Whether more changed after `version`. */
  hasMore: v.boolean(),
  /** Whether the discussion was imported anew since: all that was read of it is void, and nothing else is told here. */
  isReset: v.boolean(),
  /** Comments of the whole discussion, and its threads, now. */
  total: count,
  threadCount: count,
  /** Whether the discussion is closed now; backends of before do not say. */
  closed: v.exactOptional(v.boolean()),
})

export type PostedComment = v.InferOutput<typeof postedComment>
export type CommentPage = v.InferOutput<typeof commentPage>
export type ReplyPage = v.InferOutput<typeof replyPage>
export type ChangePage = v.InferOutput<typeof changePage>

import type { Comment } from '../domain/comment.ts'
import { groupBy } from '../domain/groupBy.ts'
import { readingOrder } from '../domain/readingOrder.ts'
import { replyCursor } from './cursor.ts'
import type { StoredComment } from './store.ts'

/** Comments of a page as they are served: in reading order, each with what is hidden below it. */
export function servePage(comments: readonly StoredComment[]): Comment[] {
  const replies = groupBy(comments, ({ parentId }) => parentId)
  return readingOrder(comments.map((comment) => serve(comment, replies.get(comment.id))))
}

/**
 * One comment as it is served; `replies` are the direct ones that the page holds, oldest first, without a gap, and `beyond` what it
 * holds of those behind a gap. Of a deleted or rejected one nothing is told but its place.
 */
export function serve(
  comment: StoredComment,
  replies: readonly StoredComment[] = [],
  beyond: readonly StoredComment[] = [],
): Comment {
  const { threadId: _, changedIn: __, heldFor: ___, ...served } = comment
  const held = countAll(replies)
  const hiddenReplies = comment.replyCount - held - countAll(beyond)
  const after = replies.at(-1) ?? null
  return {
    ...served,
    ...(isGone(comment) && { author: { name: '' }, body: '' }),
    hiddenReplies,
    nextReplyCursor: hiddenReplies > 0 ? replyCursor({ commentId: comment.id, after, held }) : null,
  }
}

/** Whether a comment was deleted by its writer, or taken down. */
export function isGone({ status }: Pick<Comment, 'status'>): boolean {
  return status === 'deleted' || status === 'rejected'
}

/** The comments of whole branches. */
export function countAll(branches: readonly StoredComment[]): number {
  return branches.reduce((count, { replyCount }) => count + 1 + replyCount, 0)
}

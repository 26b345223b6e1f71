import type { Comment } from './comment.ts'
import type { CommentId } from './ids.ts'

/** The comments with one more reply counted below each of those named. */
export function withOneMoreBelow(comments: readonly Comment[], ids: readonly CommentId[]): Comment[] {
  return comments.map((comment) =>
    ids.includes(comment.id) ? { ...comment, replyCount: comment.replyCount + 1 } : comment,
  )
}

/** More of a branch taken in: what came joins the comments, and the branch's own says what is still hidden below it. */
export function withReplies(
  comments: readonly Comment[],
  branchId: CommentId,
  more: { comments: readonly Comment[]; hiddenReplies: number; nextCursor: string | null },
): Comment[] {
  const came = new Set(more.comments.map((comment) => comment.id))
  const kept = comments.filter((comment) => !came.has(comment.id))
  const told = kept.map((comment) =>
    comment.id === branchId
      ? { ...comment, hiddenReplies: more.hiddenReplies, nextReplyCursor: more.nextCursor }
      : comment,
  )
  return [...told, ...more.comments]
}

/**
 * Where an answer to `answered` stands, and how its text begins. At the deepest level it stands beside the comment, one
 * level up, and begins with the person's name, where there is one, as writers do by hand: "@Pete, ".
 */
export function replyPlace(
  answered: Comment,
  maxDepth: number,
): { parentId: CommentId | null; beginning: string } {
  if (answered.depth < maxDepth) return { parentId: answered.id, beginning: '' }
  const { name } = answered.author
  return { parentId: answered.parentId, beginning: name === '' ? '' : `@${name}, ` }
}

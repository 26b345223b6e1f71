import type { Comment } from './comment.ts'
import type { CommentId } from './ids.ts'
import { ancestorsOf } from './thread.ts'

/** The comments with a new one at the end, counted in every ancestor that is among them. Gives them unchanged if it is there already. */
export function withNewComment(comments: readonly Comment[], added: Comment): Comment[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  if (byId.has(added.id)) return [...comments]
  const above = new Set(ancestorsOf(added, (id) => byId.get(id)).map((comment) => comment.id))
  const counted = comments.map((comment) =>
    above.has(comment.id) ? { ...comment, replyCount: comment.replyCount + 1 } : comment,
  )
  return [...counted, added]
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
 * level up, and begins with the person's name, as writers do by hand: "@Pete, ".
 */
export function replyPlace(
  answered: Comment,
  maxDepth: number,
): { parentId: CommentId | null; beginning: string } {
  if (answered.depth < maxDepth) return { parentId: answered.id, beginning: '' }
  return { parentId: answered.parentId, beginning: `@${answered.author.name}, ` }
}

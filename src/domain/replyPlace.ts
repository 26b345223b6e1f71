import type { Comment } from './comment.ts'
import type { CommentId } from './ids.ts'

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

import type { Comment } from './comment.ts'
import type { CommentId } from './ids.ts'

/**
 * Below which comment an answer to each of the comments stands; parents are given before their replies. That is the comment
 * itself, but from the deepest level on the one above it whose replies stand at that level; `null` is the top level.
 */
export function replyParents(
  comments: Iterable<Pick<Comment, 'id' | 'parentId' | 'depth'>>,
  maxDepth: number,
): Map<CommentId, CommentId | null> {
  const parents = new Map<CommentId, CommentId | null>()
  for (const { id, parentId, depth } of comments) {
    const above = parentId === null ? null : parents.get(parentId)
    parents.set(id, depth < maxDepth ? id : above === undefined ? parentId : above)
  }
  return parents
}

/**
 * How the text of an answer begins that stands below `parentId`: where that is not the comment itself, with the person's name,
 * where there is one, as writers do by hand: "@Pete, ".
 */
export function replyBeginning({ id, author }: Comment, parentId: CommentId | null): string {
  return parentId === id || author.name === '' ? '' : `@${author.name}, `
}

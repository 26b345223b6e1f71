import type { Comment } from '../../src/domain/comment.ts'
import type { CommentId, DiscussionId } from '../../src/domain/ids.ts'

/** A comment of no account, at the top level or below `parentId`, with what a test says of it. */
export function commentOf(id: string, parentId: string | null, changes: Partial<Comment> = {}): Comment {
  return {
    id: id as CommentId,
    discussionId: 'a' as DiscussionId,
    parentId: parentId as CommentId | null,
    depth: parentId === null ? 1 : 2,
    author: { name: 'Pete' },
    body: 'Hello',
    format: 'plain',
    status: 'published',
    createdAt: '2014-05-01T12:00:00.000Z',
    editedAt: null,
    revision: 1,
    sequence: 0,
    replyCount: 0,
    hiddenReplies: 0,
    nextReplyCursor: null,
    editableUntil: null,
    ...changes,
  }
}

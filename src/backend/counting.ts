import type { NewComment, StoredComment, StoredDiscussion } from './store.ts'

/** A comment as it enters a discussion, and the discussion with it; the ancestors' counts are the store's to raise. */
export function addComment(
  discussion: StoredDiscussion,
  comment: NewComment,
): { discussion: StoredDiscussion; comment: StoredComment } {
  const version = discussion.version + 1
  return {
    discussion: {
      ...discussion,
      version,
      count: discussion.count + 1,
      threadCount: discussion.threadCount + (comment.parentId === null ? 1 : 0),
    },
    comment: { ...comment, replyCount: 0, sequence: version },
  }
}

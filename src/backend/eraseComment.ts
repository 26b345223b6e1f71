import { isWithheld } from './keptComments.ts'
import type { StoredComment, StoredDiscussion } from './store.ts'

/** A comment of which nothing is left but its place, and its discussion with it. */
export function eraseComment(
  discussion: StoredDiscussion,
  comment: StoredComment,
): { discussion: StoredDiscussion; comment: StoredComment } {
  const { heldFor: _, ...kept } = comment
  const isNew = comment.status !== 'deleted'
  const isChange = isNew && !isWithheld(comment)
  const version = discussion.version + (isChange ? 1 : 0)
  return {
    discussion: { ...discussion, version },
    comment: {
      ...kept,
      author: { name: '' },
      body: '',
      status: 'deleted',
      editableUntil: null,
      revision: comment.revision + (isNew ? 1 : 0),
      ...(isChange && { changedIn: version }),
    },
  }
}

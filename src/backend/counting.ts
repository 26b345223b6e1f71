import type { NewComment, Revision, StoredComment, StoredDiscussion, Verdict } from './store.ts'

type Changed = { discussion: StoredDiscussion; comment: StoredComment }

/** A comment as it enters a discussion, and the discussion with it; the ancestors' counts are the store's to raise. */
export function addComment(
  discussion: StoredDiscussion,
  comment: NewComment,
  parent: StoredComment | null,
): Changed {
  const version = discussion.version + 1
  return {
    discussion: {
      ...discussion,
      version,
      count: discussion.count + 1,
      threadCount: discussion.threadCount + (comment.parentId === null ? 1 : 0),
    },
    comment: {
      ...comment,
      threadId: parent?.threadId ?? comment.id,
      replyCount: 0,
      sequence: version,
      changedIn: version,
    },
  }
}

/** A comment as it is withheld from its discussion, which does not change with it. */
export function withholdComment(comment: NewComment, parent: StoredComment | null): StoredComment {
  return {
    ...comment,
    threadId: parent?.threadId ?? comment.id,
    replyCount: 0,
    sequence: 0,
    changedIn: 0,
  }
}

/** A held comment once it is held no more. */
export function releaseComment(held: StoredComment, verdict: Verdict): StoredComment {
  const { heldFor: _, ...released } = held
  return { ...released, ...verdict }
}

/** A comment after a revision, and the discussion with it. It keeps its place and stays in every count, also when deleted. */
export function reviseComment(
  discussion: StoredDiscussion,
  comment: StoredComment,
  revision: Revision,
): Changed {
  const version = discussion.version + 1
  return {
    discussion: { ...discussion, version },
    comment: { ...comment, ...revision, changedIn: version },
  }
}

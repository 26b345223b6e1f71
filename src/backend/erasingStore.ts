import type { CommentId, DiscussionId } from '../domain/ids.ts'
import type { StoredComment } from './store.ts'

/** What is done for the writer of a comment, whenever they want it. */
export type ErasingStore = {
  /** A comment, also where it is withheld; `null` where it is not here. */
  readKept(discussionId: DiscussionId, id: CommentId): Promise<StoredComment | null>
  /**
   * Removes for good what was written, of whatever status: text, name and picture, also from what is kept with its key, from what
   * is searched, and from what moderation keeps of it, which also has texts of comments that are not here any more. It
   * waits for nobody then, and no decision on it can be undone. What is left is deleted, in its place, with what answers it. Where others saw it, or its place, that is a
   * change of the discussion, unless it was deleted before. Gives the comment as it is then; `null` where it is not here.
   */
  erase(discussionId: DiscussionId, id: CommentId): Promise<StoredComment | null>
}

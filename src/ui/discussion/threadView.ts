import type { Comment } from '../../domain/comment.ts'
import type { Discussion } from '../../domain/discussion.ts'
import type { CommentId } from '../../domain/ids.ts'
import type { Siblings } from '../../domain/thread.ts'
import type { PendingPost } from '../composer/delivery.ts'
import type { FocusMove } from '../parts/focusWhenThere.ts'
import type { StoredSet } from '../parts/storedSet.ts'

/** What every comment of a discussion is shown with. */
export type ThreadView = {
  discussion: Discussion
  siblings: Siblings
  /** What is on its way, by the comment that it answers. */
  pending: ReadonlyMap<CommentId | null, readonly PendingPost[]>
  folds: StoredSet
  openReplies: StoredSet
  /** Opens what is folded above a comment; gives whether the comment is here. */
  reveal: (id: string) => Comment | undefined
  requestFocus: (move: FocusMove) => void
}

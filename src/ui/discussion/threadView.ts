import type { Discussion } from '../../domain/discussion.ts'
import type { CommentId } from '../../domain/ids.ts'
import type { Siblings } from '../../domain/thread.ts'
import type { PendingPost } from '../composer/delivery.ts'
import type { StoredSet } from '../parts/storedSet.ts'

/** What every comment of a discussion is shown with. */
export type ThreadView = {
  discussion: Discussion
  siblings: Siblings
  /** What is on its way, by the comment that it answers. */
  pending: ReadonlyMap<CommentId | null, readonly PendingPost[]>
  folds: StoredSet
  openReplies: StoredSet
  /** Moves focus to the element of that id once it is there, unless the reader has moved on from `from` meanwhile. */
  requestFocus: (elementId: string, from: Element | null, block?: ScrollLogicalPosition) => void
}

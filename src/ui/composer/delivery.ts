import type { Problem } from '../../api/problem.ts'
import type { CommentId, DiscussionId, IdempotencyKey } from '../../domain/ids.ts'

/** What a composer writes to: the discussion itself, or the comment that is answered. */
export type Target = 'new' | CommentId

/** A comment as it was sent. */
export type SentPost = {
  discussionId: DiscussionId
  target: Target
  parentId: CommentId | null
  name: string
  body: string
  key: IdempotencyKey
}

/** One on its way; `isPaused` while it waits for the network. */
export type PendingPost = { post: SentPost; isPaused: boolean }

/** Where a composer's text stands. In every step the text is still in its draft. */
export type Delivery =
  | { step: 'writing' }
  | { step: 'sending' }
  | { step: 'waiting-for-network' }
  | { step: 'refused'; problem: Problem }

import type { Comment } from '../../domain/comment.ts'
import type { Holding } from '../moderatingStore.ts'
import { serve } from '../page.ts'
import type { StoredComment } from '../store.ts'

/** A comment as moderators have it: what waits is `held`, and has its text, also where readers have its place alone. */
export function asJudged(comment: StoredComment, holding: Holding | null): Comment {
  return serve(holding ? { ...comment, status: 'held' } : comment)
}

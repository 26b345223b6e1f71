import type { DiscussionId } from '../../domain/ids.ts'

/** The name under which a device keeps which branches of a discussion are folded. */
export function foldsName(discussionId: DiscussionId): string {
  return `folds:${discussionId}`
}

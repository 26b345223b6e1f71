import type { WaitingKey } from './queueCache.ts'

/** Under which the device keeps the reason for which a comment may be rejected, until it is. */
export function reasonName({ discussionId, commentId }: WaitingKey): string {
  return `reason:${discussionId}:${commentId}`
}

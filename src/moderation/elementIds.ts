import type { EntryId } from '../domain/ids.ts'
import type { WaitingKey } from './queueCache.ts'

/** Where focus goes when nothing is waiting any more. */
export const QUEUE_HEADING = 'queue-heading'

export function elementIdOf({ discussionId, commentId }: WaitingKey): string {
  return `waiting:${discussionId}:${commentId}`
}

export function entryElementId(id: EntryId): string {
  return `entry:${id}`
}

import { useCallback, useSyncExternalStore } from 'react'
import type { DiscussionId, IdempotencyKey } from '../../domain/ids.ts'
import { useAmbient } from '../ambient.tsx'
import type { Entry } from './entry.ts'

const none: readonly Entry[] = []

/** Everything of one discussion that was sent and is not over, oldest first. */
export function useEntries(discussionId: DiscussionId): readonly Entry[] {
  const { outbox } = useAmbient()
  return useSyncExternalStore(
    outbox.subscribe,
    () => outbox.list(discussionId),
    () => none,
  )
}

/** One of them; `null` where there is none of that key. */
export function useEntry(discussionId: DiscussionId, key: IdempotencyKey | null): Entry | null {
  const { outbox } = useAmbient()
  return useSyncExternalStore(
    outbox.subscribe,
    useCallback(
      () => outbox.list(discussionId).find((entry) => entry.key === key) ?? null,
      [outbox, discussionId, key],
    ),
    () => null,
  )
}

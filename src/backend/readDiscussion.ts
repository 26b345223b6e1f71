import type { Input, Output } from '../api/contract.ts'
import type { Discussion } from '../domain/discussion.ts'
import type { DiscussionId } from '../domain/ids.ts'
import { missing } from './missing.ts'
import type { Ports } from './service.ts'
import type { ReadingStore, StoredDiscussion } from './store.ts'

export async function readDiscussion(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { discussionId }: Input<'readDiscussion'>,
): Promise<Output<'readDiscussion'>> {
  return serveDiscussion((await store.readDiscussion(discussionId)) ?? missing('discussion'), clock())
}

/** Reads one record for each id, however often it is given and however large its discussion is. */
export async function readCounts(
  store: Pick<ReadingStore, 'readDiscussion'>,
  { discussionIds }: Input<'readCounts'>,
): Promise<Output<'readCounts'>> {
  const found = await Promise.all(Array.from(new Set(discussionIds), (id) => store.readDiscussion(id)))
  const counts: Record<DiscussionId, number> = Object.create(null)
  for (const discussion of found) if (discussion) counts[discussion.id] = discussion.count
  return counts
}

/** A discussion as readers have it. */
export function serveDiscussion(stored: StoredDiscussion, now: Date): Discussion {
  const { importedIn: _, imported: __, ...discussion } = stored
  return { ...discussion, now: now.toISOString() }
}

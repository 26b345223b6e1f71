import type { Input, Output } from '../api/contract.ts'
import { missing } from './missing.ts'
import type { SearchingStore } from './searchingStore.ts'

/** The most that an overview holds. */
const LIMITS = { people: 100, steps: 60 }

/** Who wrote in a discussion, and when. */
export async function readOverview(
  store: SearchingStore,
  { discussionId }: Input<'readOverview'>,
): Promise<Output<'readOverview'>> {
  const { discussion, ...survey } = (await store.survey(discussionId, LIMITS)) ?? missing('discussion')
  return { ...survey, version: discussion.version }
}

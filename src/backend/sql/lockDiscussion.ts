import type { DiscussionId } from '../../domain/ids.ts'
import type { StoredDiscussion } from '../store.ts'
import type { Query } from './database.ts'
import { discussionOf, type DiscussionRow } from './rows.ts'

/**
 * A discussion whose row is locked up to the end of the transaction. Whoever changes anything of a discussion locks it first, so
 * that what is read of it after that stays true; what is read is read by statements of their own, which see what others
 * committed before the lock was had. `share` is for who needs it to stay and changes nothing of it.
 */
export async function lockDiscussion(
  query: Query,
  id: DiscussionId,
  strength: 'update' | 'share' = 'update',
): Promise<StoredDiscussion | null> {
  const [row] = await query<{ discussion: DiscussionRow }>(
    `select to_json(d) as discussion from discussions d where d.id = $1 for ${strength}`,
    [id],
  )
  return row ? discussionOf(row.discussion) : null
}

import type { CommentId, DiscussionId } from '../../domain/ids.ts'
import { eraseComment } from '../eraseComment.ts'
import { isWithheld } from '../keptComments.ts'
import type { StoredComment } from '../store.ts'
import { CHANNEL } from './channel.ts'
import type { Query } from './database.ts'
import { lockDiscussion } from './lockDiscussion.ts'
import { commentOf, toldOf, toldOfWithheld, type CommentRow } from './rows.ts'
import type { Steady } from './steady.ts'

/** As `ErasingStore.readKept` says. */
export async function readKept(
  query: Query,
  discussionId: DiscussionId,
  id: CommentId,
): Promise<StoredComment | null> {
  const [row] = await query<CommentRow>(
    `select ${toldOf('c')} from comments c where c.discussion_id = $1 and c.id = $2
     union all
     select ${toldOfWithheld('w')} from withheld w where w.discussion_id = $1 and w.id = $2`,
    [discussionId, id],
  )
  return row ? commentOf(discussionId, row) : null
}

/** As `ErasingStore.erase` says. */
export function erase(
  { write }: Steady,
  discussionId: DiscussionId,
  id: CommentId,
): Promise<StoredComment | null> {
  return write(async ({ query }) => {
    const present = await lockDiscussion(query, discussionId)
    const place = [discussionId, id]
    await query(
      `update moderation_log set excerpt = '', was_body = null where discussion_id = $1 and comment_id = $2`,
      place,
    )
    await query('delete from taken_back where discussion_id = $1 and comment_id = $2', place)
    const kept = present && (await readKept(query, discussionId, id))
    if (!kept) return null
    const { discussion, comment } = eraseComment(present, kept)
    await query(
      `update keys set author_name = '', body = '' where discussion_id = $1 and comment_id = $2`,
      place,
    )
    await query('delete from findable where discussion_id = $1 and id = $2', place)
    if (isWithheld(comment)) {
      await query(
        `update withheld set author_name = '', avatar_url = null, body = '', status = 'deleted', held_for = null,
           editable_until = null, revision = $3 where discussion_id = $1 and id = $2`,
        [...place, comment.revision],
      )
      return comment
    }
    await query(
      `update comments set author_name = '', avatar_url = null, body = '', status = 'deleted', editable_until = null,
         revision = $3, changed_in = $4 where discussion_id = $1 and id = $2`,
      [...place, comment.revision, comment.changedIn],
    )
    if (discussion.version !== present.version) {
      await query('update discussions set version = $2 where id = $1', [discussionId, discussion.version])
      await query('select pg_notify($1, $2)::text', [CHANNEL, discussionId])
    }
    return comment
  })
}

import type { CommentId, DiscussionId } from '../../domain/ids.ts'
import { releaseComment, reviseComment } from '../counting.ts'
import { isGone } from '../page.ts'
import type { Store, StoredComment, Verdict } from '../store.ts'
import { CHANNEL } from './channel.ts'
import type { Query } from './database.ts'
import { findableOf } from './findable.ts'
import { insertComment, timesOf } from './insertComment.ts'
import { keepText } from './keptTexts.ts'
import { lockDiscussion } from './lockDiscussion.ts'
import { createParameters } from './parameters.ts'
import { readComment } from './reading.ts'
import { commentOf, toldOfWithheld, type CommentRow } from './rows.ts'
import type { Steady } from './steady.ts'

/** As `Store.revise` says. */
export function revise(
  { write }: Steady,
  discussionId: DiscussionId,
  id: CommentId,
  decide: Parameters<Store['revise']>[2],
): Promise<StoredComment | null> {
  return write(async ({ query }) => {
    const discussion = await lockDiscussion(query, discussionId)
    const present = discussion && (await readComment(query, discussionId, id))
    if (!present) return null
    const revision = decide(present, discussion)
    if (!revision) return present
    const { comment } = reviseComment(discussion, present, revision)
    await updateComment(query, comment)
    return comment
  })
}

/** As `Store.release` says. */
export function release(
  { write }: Steady,
  discussionId: DiscussionId,
  id: CommentId,
  verdict: Verdict,
): Promise<StoredComment | null> {
  return write(async ({ query }) => {
    const discussion = await lockDiscussion(query, discussionId)
    if (!discussion) return null
    const [row] = await query<CommentRow>(
      verdict.status === 'published'
        ? `delete from withheld w where w.discussion_id = $1 and w.id = $2 and w.status = 'held' returning ${toldOfWithheld('w')}`
        : `update withheld w set status = 'rejected', held_for = null where w.discussion_id = $1 and w.id = $2 and w.status = 'held'
           returning ${toldOfWithheld('w')}`,
      [discussionId, id],
    )
    if (!row) return null
    const released = releaseComment(commentOf(discussionId, row), verdict)
    return released.status === 'published' ? insertComment(query, discussion, released, null) : released
  })
}

/** Keeps a comment that was revised, what is searched of it, and the version of its discussion, and announces it. */
export async function updateComment(query: Query, comment: StoredComment): Promise<void> {
  const parameters = createParameters(comment.discussionId)
  const { put } = parameters
  const id = put(comment.id, 'text')
  const version = put(comment.changedIn, 'integer')
  const body = put(keepText(comment.body), 'text')
  const { nameKey, foldedName, foldedBody, grams } = findableOf(comment)
  const found = isGone(comment)
    ? `delete from findable where discussion_id = $1 and id = ${id}`
    : `insert into findable (discussion_id, id, created_at, sequence, name_key, folded_name, folded_body, grams)
       select $1, ${id}, created_at, sequence, ${put(nameKey, 'text')}, ${put(foldedName, 'text')},
         ${put(foldedBody, 'text')}, array_to_tsvector(${put(grams, 'text[]')} || forms_of(${body}))
       from comments where discussion_id = $1 and id = ${id}
       on conflict (discussion_id, id) do update set folded_body = excluded.folded_body, grams = excluded.grams`
  await query(
    `with counted as (update discussions set version = ${version} where id = $1),
     found as (${found})
     update comments set (edited_at, editable_until) = (${timesOf(comment, parameters)}),
       body = ${body}, format = ${put(comment.format, 'text')},
       status = ${put(comment.status, 'text')}, revision = ${put(comment.revision, 'integer')}, changed_in = ${version}
     where discussion_id = $1 and id = ${id}
     returning pg_notify('${CHANNEL}', $1)::text`,
    parameters.values,
  )
}

import type { HoldReason } from '../../domain/comment.ts'
import type { CommentId, DiscussionId } from '../../domain/ids.ts'
import { releaseComment, reviseComment } from '../counting.ts'
import type { CommentFacts, Holding, ModeratingStore, Outcome, StoredEntry } from '../moderatingStore.ts'
import type { StoredComment, StoredDiscussion } from '../store.ts'
import { CHANNEL } from './channel.ts'
import type { Query } from './database.ts'
import { insertComment } from './insertComment.ts'
import { instantOf, timestampOf } from './instants.ts'
import { keepText } from './keptTexts.ts'
import { lockDiscussion } from './lockDiscussion.ts'
import { insertEntry, listEntriesOf } from './logEntries.ts'
import { updateComment } from './revising.ts'
import { commentOf, toldOf, toldOfWithheld, type CommentRow } from './rows.ts'
import type { Steady } from './steady.ts'

/** As `ModeratingStore.decideOnComment` says. */
export function decideOnComment(
  { write }: Steady,
  discussionId: DiscussionId,
  id: CommentId,
  decide: Parameters<ModeratingStore['decideOnComment']>[2],
): Promise<{ entry: StoredEntry; comment: StoredComment }> {
  return write(async ({ query }) => {
    const discussion = await lockDiscussion(query, discussionId)
    const facts = await gatherFacts(query, discussionId, id)
    const decision = decide({ discussion, ...facts })
    const { comment } = facts
    if (!discussion || !comment) throw new Error('A comment was decided on that is not here')
    if ('answered' in decision) return { entry: decision.answered, comment }
    const decided = await bring(query, discussion, comment, decision.outcome)
    const entry = await insertEntry(query, decision.entry)
    await settleReports(query, comment, entry)
    return { entry, comment: decided }
  })
}

/** As `ModeratingStore.decideOnDiscussion` says. */
export function decideOnDiscussion(
  { write }: Steady,
  id: DiscussionId,
  decide: Parameters<ModeratingStore['decideOnDiscussion']>[1],
): Promise<StoredEntry> {
  return write(async ({ query }) => {
    const discussion = await lockDiscussion(query, id)
    const decision = decide({ discussion, entries: await listEntriesOf(query, id, null) })
    if ('answered' in decision) return decision.answered
    if (!discussion) throw new Error('A discussion was decided on that is not here')
    await query(
      `update discussions set closed = $2, version = version + 1 where id = $1
       returning pg_notify('${CHANNEL}', $1)::text`,
      [id, decision.closed],
    )
    return insertEntry(query, decision.entry)
  })
}

type FactRow = CommentRow & {
  is_withheld: boolean
  /** Of one that was taken back. */
  back_for: HoldReason | null
  back_since: number | null
  open_reports: number
}

async function gatherFacts(
  query: Query,
  discussionId: DiscussionId,
  id: CommentId,
): Promise<Omit<CommentFacts, 'discussion'>> {
  const [row] = await query<FactRow>(
    `select false as is_withheld, t.held_for as back_for, date_part('epoch', t.held_since) as back_since,
       (select count(*)::integer from reports r
        where r.discussion_id = $1 and r.comment_id = $2 and r.settled_by is null) as open_reports,
       ${toldOf('c')}
     from comments c left join taken_back t on t.discussion_id = $1 and t.comment_id = $2
     where c.discussion_id = $1 and c.id = $2
     union all
     select true, null, null, 0, ${toldOfWithheld('w')} from withheld w where w.discussion_id = $1 and w.id = $2`,
    [discussionId, id],
  )
  const comment = row ? commentOf(discussionId, row) : null
  return {
    comment,
    isWithheld: row?.is_withheld ?? false,
    holding: row && comment ? holdingOf(row, comment) : null,
    openReports: row?.open_reports ?? 0,
    entries: await listEntriesOf(query, discussionId, id),
  }
}

function holdingOf(
  { back_for: reason, back_since: since }: FactRow,
  { heldFor, createdAt }: StoredComment,
): Holding | null {
  if (heldFor !== undefined) return { reason: heldFor, since: createdAt }
  return reason === null || since === null ? null : { reason, since: instantOf(since) }
}

/** As `Outcome` says. */
async function bring(
  query: Query,
  discussion: StoredDiscussion,
  comment: StoredComment,
  outcome: Outcome,
): Promise<StoredComment> {
  const place = [comment.discussionId, comment.id]
  switch (outcome.kind) {
    case 'released': {
      const { createdAt, editableUntil } = outcome
      await query('delete from withheld where discussion_id = $1 and id = $2', place)
      const released = releaseComment(comment, { status: 'published', createdAt, editableUntil })
      return insertComment(query, discussion, released, null)
    }
    case 'withheld': {
      const { heldFor: _, ...withheld } = comment
      const { heldFor, body } = outcome
      const status = heldFor === null ? 'rejected' : 'held'
      await query(
        'update withheld set status = $3, held_for = $4, body = $5 where discussion_id = $1 and id = $2',
        [...place, status, heldFor, keepText(body)],
      )
      return { ...withheld, status, body, ...(heldFor !== null && { heldFor }) }
    }
    case 'revised': {
      await holdBack(query, comment, outcome.holding)
      const { comment: revised } = reviseComment(discussion, comment, outcome.revision)
      await updateComment(query, revised)
      return revised
    }
    case 'kept':
      await holdBack(query, comment, outcome.holding)
      return comment
  }
}

async function holdBack(
  query: Query,
  { discussionId, id }: StoredComment,
  holding: Holding | null,
): Promise<void> {
  await query('delete from taken_back where discussion_id = $1 and comment_id = $2', [discussionId, id])
  if (!holding) return
  await query(
    'insert into taken_back (discussion_id, comment_id, held_for, held_since) values ($1, $2, $3, $4)',
    [discussionId, id, holding.reason, timestampOf(holding.since)],
  )
}

async function settleReports(
  query: Query,
  { discussionId, id }: StoredComment,
  entry: StoredEntry,
): Promise<void> {
  await query(
    entry.undoes === null
      ? `update reports set settled_by = $3::bigint
         where discussion_id = $1 and comment_id = $2 and settled_by is null`
      : `update reports set settled_by = null
         where discussion_id = $1 and comment_id = $2 and settled_by = $3::bigint`,
    [discussionId, id, entry.undoes ?? entry.id],
  )
}

import type { CommentStatus, HoldReason } from '../../domain/comment.ts'
import type { CommentId, DiscussionId } from '../../domain/ids.ts'
import type { ReportReason } from '../../domain/report.ts'
import type { ModeratingStore, Waiting, WaitingPlace } from '../moderatingStore.ts'
import type { Query } from './database.ts'
import { instantOf, timestampOf } from './instants.ts'
import { readText } from './keptTexts.ts'
import { createParameters, type Parameters as StatementParameters } from './parameters.ts'
import {
  commentOf,
  discussionOf,
  toldOf,
  toldOfWithheld,
  type CommentRow,
  type DiscussionRow,
} from './rows.ts'

/** Something that waits, and how much does in all; or the latter alone. */
type WaitingRow = { total: number } & ({ in_discussion: null } | FoundRow)

type FoundRow = CommentRow & {
  in_discussion: DiscussionId
  waiting_since: number
  waits_for: HoldReason | null
  discussion: DiscussionRow
  answered: { id: CommentId; name: string; body: string; status: CommentStatus } | null
  reports: { reason: ReportReason; words: string; received_at: number }[]
  report_count: number
}

/** As `ModeratingStore.listWaiting` says, in one statement. */
export async function listWaiting(
  query: Query,
  after: WaitingPlace | null,
  limits: Parameters<ModeratingStore['listWaiting']>[1],
): Promise<{ items: Waiting[]; total: number }> {
  const parameters = createParameters(String(Math.max(0, limits.items)))
  const rows = await query<WaitingRow>(
    statementFor(after, parameters.put(limits.reports, 'bigint'), parameters),
    parameters.values,
  )
  return {
    items: rows.flatMap((row) => (row.in_discussion === null ? [] : [waitingOf(row)])),
    total: rows[0]?.total ?? 0,
  }
}

/** What waits is gathered from the three indexes that have nothing else in them, and only what is given is read. */
function statementFor(after: WaitingPlace | null, reports: string, { put }: StatementParameters): string {
  const beyond = after
    ? `where (since, discussion_id, id) >
        (${put(timestampOf(after.since), 'timestamptz')}, ${put(after.discussionId, 'text')}, ${put(after.commentId, 'text')})`
    : ''
  return `with waiting as materialized (
      select w.created_at as since, w.discussion_id, w.id, true as is_withheld, w.held_for
      from withheld w where w.status = 'held'
      union all
      select t.held_since, t.discussion_id, t.comment_id, false, t.held_for from taken_back t
      union all
      select r.since, r.discussion_id, r.comment_id, false, null
      from (
        select discussion_id, comment_id, min(received_at) as since from reports
        where settled_by is null group by discussion_id, comment_id
      ) r
      cross join lateral (
        select from comments c
        where c.discussion_id = r.discussion_id and c.id = r.comment_id and c.status = 'published' limit 1
      ) published
    ),
    page as materialized (
      select * from waiting ${beyond} order by since, discussion_id, id limit $1::bigint
    ),
    found as (
      select p.discussion_id as in_discussion, date_part('epoch', p.since) as waiting_since, p.held_for as waits_for,
        ${toldOf('c')}
      from page p cross join lateral (
        select * from comments c where c.discussion_id = p.discussion_id and c.id = p.id limit 1
      ) c
      where not p.is_withheld
      union all
      select p.discussion_id, date_part('epoch', p.since), p.held_for, ${toldOfWithheld('w')}
      from page p cross join lateral (
        select * from withheld w where w.discussion_id = p.discussion_id and w.id = p.id limit 1
      ) w
      where p.is_withheld
    )
    select all_of_it.total, f.*, to_json(d) as discussion, a.answered, coalesce(o.reports, '[]') as reports,
      (select count(*)::integer from reports r
       where r.discussion_id = f.in_discussion and r.comment_id = f.id and r.settled_by is null) as report_count
    from (select count(*)::integer as total from waiting) all_of_it
    left join found f on true
    left join lateral (select * from discussions where id = f.in_discussion limit 1) d on true
    left join lateral (
      select json_build_object('id', c.id, 'name', c.author_name, 'body', c.body, 'status', c.status) as answered
      from comments c where c.discussion_id = f.in_discussion and c.id = f.parent_id limit 1
    ) a on true
    left join lateral (
      select json_agg(
        json_build_object('reason', r.reason, 'words', r.words, 'received_at', date_part('epoch', r.received_at))
        order by r.received_at, r.key
      ) as reports
      from (
        select * from reports
        where discussion_id = f.in_discussion and comment_id = f.id and settled_by is null
        order by received_at, key limit ${reports}
      ) r
    ) o on true
    order by f.waiting_since, f.in_discussion, f.id`
}

function waitingOf(row: FoundRow): Waiting {
  const comment = commentOf(row.in_discussion, row)
  const { answered, waits_for: reason } = row
  const since = instantOf(row.waiting_since)
  return {
    comment,
    discussion: discussionOf(row.discussion),
    holding: reason === null ? null : { reason, since },
    reports: row.reports.map((report) => ({
      reason: report.reason,
      words: readText(report.words),
      receivedAt: instantOf(report.received_at),
    })),
    reportCount: row.report_count,
    answered: answered && {
      id: answered.id,
      author: { name: readText(answered.name) },
      body: readText(answered.body),
      status: answered.status,
    },
    since,
  }
}

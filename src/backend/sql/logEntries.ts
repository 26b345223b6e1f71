import type { HoldReason } from '../../domain/comment.ts'
import type { CommentId, DiscussionId, EntryId } from '../../domain/ids.ts'
import type { ModerationAction } from '../../domain/moderation.ts'
import type { Before, NewEntry, StoredEntry } from '../moderatingStore.ts'
import type { Query } from './database.ts'
import { instantOf, timestampOf } from './instants.ts'
import { keepText, readText } from './keptTexts.ts'

type EntryRow = {
  id: EntryId
  at: number
  moderator: string
  action: ModerationAction
  discussion_id: DiscussionId
  comment_id: CommentId | null
  excerpt: string
  reason: string | null
  undoes: EntryId | null
  undone_by: EntryId | null
  revision: number | null
  was_status: Before['status'] | null
  was_body: string | null
  was_editable_until: number | null
  was_held_for: HoldReason | null
  was_held_since: number | null
}

const TOLD = `l.number::text as id, date_part('epoch', l.at) as at, l.moderator, l.action, l.discussion_id, l.comment_id,
  l.excerpt, l.reason, l.undoes::text as undoes,
  (select u.number::text from moderation_log u where u.undoes = l.number) as undone_by,
  l.revision, l.was_status, l.was_body, date_part('epoch', l.was_editable_until) as was_editable_until,
  l.was_held_for, date_part('epoch', l.was_held_since) as was_held_since`

/** As `ModeratingStore.listEntries` says. */
export async function listEntries(
  query: Query,
  before: EntryId | null,
  limit: number,
): Promise<StoredEntry[]> {
  if (before !== null && !isNumber(before)) return []
  const rows = await query<EntryRow>(
    `select ${TOLD} from moderation_log l ${before === null ? '' : 'where l.number < $2::bigint'}
     order by l.number desc limit $1::bigint`,
    [Math.max(0, limit), ...(before === null ? [] : [before])],
  )
  return rows.map(entryOf)
}

export async function readEntry(query: Query, id: EntryId): Promise<StoredEntry | null> {
  if (!isNumber(id)) return null
  const [row] = await query<EntryRow>(`select ${TOLD} from moderation_log l where l.number = $1::bigint`, [
    id,
  ])
  return row ? entryOf(row) : null
}

/** All entries of a comment, or those of a discussion itself, the newest first. */
export async function listEntriesOf(
  query: Query,
  discussionId: DiscussionId,
  id: CommentId | null,
): Promise<StoredEntry[]> {
  const rows = await query<EntryRow>(
    `select ${TOLD} from moderation_log l
     where l.discussion_id = $1 and ${id === null ? 'l.comment_id is null' : 'l.comment_id = $2'}
     order by l.number desc`,
    [discussionId, ...(id === null ? [] : [id])],
  )
  return rows.map(entryOf)
}

export async function insertEntry(query: Query, entry: NewEntry): Promise<StoredEntry> {
  const { before } = entry
  const columns = {
    at: timestampOf(entry.at),
    moderator: keepText(entry.moderator),
    action: entry.action,
    discussion_id: entry.discussionId,
    comment_id: entry.commentId,
    excerpt: keepText(entry.excerpt),
    reason: entry.reason === null ? null : keepText(entry.reason),
    undoes: entry.undoes,
    revision: entry.revision,
    was_status: before?.status ?? null,
    was_body: before ? keepText(before.body) : null,
    was_editable_until: before?.editableUntil ? timestampOf(before.editableUntil) : null,
    was_held_for: before?.holding?.reason ?? null,
    was_held_since: before?.holding ? timestampOf(before.holding.since) : null,
  }
  const places = Object.keys(columns).map((_, index) => `$${index + 1}`)
  const [row] = await query<{ id: EntryId }>(
    `insert into moderation_log (${Object.keys(columns).join(', ')}) values (${places.join(', ')})
     returning number::text as id`,
    Object.values(columns),
  )
  if (!row) throw new Error('The log took no entry')
  return { ...entry, id: row.id, undoneBy: null }
}

/** What no entry has for its id. */
function isNumber(id: EntryId): boolean {
  return /^\d{1,18}$/.test(id)
}

function entryOf(row: EntryRow): StoredEntry {
  return {
    id: row.id,
    at: instantOf(row.at),
    moderator: readText(row.moderator),
    action: row.action,
    discussionId: row.discussion_id,
    commentId: row.comment_id,
    excerpt: readText(row.excerpt),
    reason: row.reason === null ? null : readText(row.reason),
    undoes: row.undoes,
    undoneBy: row.undone_by,
    revision: row.revision,
    before: beforeOf(row),
  }
}

function beforeOf(row: EntryRow): Before | null {
  const { was_status: status, was_body: body, was_held_for: reason, was_held_since: since } = row
  if (status === null || body === null) return null
  const until = row.was_editable_until
  return {
    status,
    body: readText(body),
    editableUntil: until === null ? null : instantOf(until),
    holding: reason === null || since === null ? null : { reason, since: instantOf(since) },
  }
}

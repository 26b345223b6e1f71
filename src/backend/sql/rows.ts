import type { CommentFormat, CommentStatus, HoldReason } from '../../domain/comment.ts'
import type { ArticleId, CommentId, DiscussionId } from '../../domain/ids.ts'
import type { StoredComment, StoredDiscussion } from '../store.ts'
import { instantOf } from './instants.ts'
import { readText } from './keptTexts.ts'

/** A comment as `toldOf` or `toldOfWithheld` has it; times in seconds. */
export type CommentRow = {
  id: CommentId
  parent_id: CommentId | null
  thread_id: CommentId
  depth: number
  author_name: string
  avatar_url: string | null
  body: string
  format: CommentFormat
  status: CommentStatus
  held_for: HoldReason | null
  created_at: number
  edited_at: number | null
  editable_until: number | null
  revision: number
  reply_count: number
  sequence: number
  changed_in: number
}

/** What `to_json` makes of a row of `discussions`. */
export type DiscussionRow = {
  id: DiscussionId
  article_id: ArticleId
  title: string
  url: string | null
  declared_count: number | null
  imported_count: number
  count: number
  thread_count: number
  closed: boolean
  max_depth: number
  rules: string | null
  version: number
  imported_in: number
  fingerprint: string | null
  imported_before: number[]
}

const COLUMNS = (
  'id parent_id thread_id depth author_name avatar_url body format status held_for created_at edited_at editable_until ' +
  'revision reply_count sequence changed_in'
).split(' ')
const TIMES: ReadonlySet<string> = new Set(['created_at', 'edited_at', 'editable_until'])

/** The columns of a comment, told of a table by that name, or of what has its columns. */
export function toldOf(table: string): string {
  return told(table, { held_for: 'null' })
}

/** The same of a withheld comment. */
export function toldOfWithheld(table: string): string {
  return told(table, { reply_count: '0', sequence: '0', changed_in: '0' })
}

/** The same where there is no comment. */
export const TOLD_OF_NOTHING = COLUMNS.map((column) => `null as ${column}`).join(', ')

/** What `toldOf` needs of `comments`, so that a page that is found first is not carried along with all the rest. */
export const NEEDED = COLUMNS.filter((column) => column !== 'held_for').join(', ')

export function commentOf(discussionId: DiscussionId, row: CommentRow): StoredComment {
  return {
    id: row.id,
    discussionId,
    parentId: row.parent_id,
    threadId: row.thread_id,
    depth: row.depth,
    author: {
      name: readText(row.author_name),
      ...(row.avatar_url !== null && { avatarUrl: readText(row.avatar_url) }),
    },
    body: readText(row.body),
    format: row.format,
    status: row.status,
    ...(row.held_for !== null && { heldFor: row.held_for }),
    createdAt: instantOf(row.created_at),
    editedAt: row.edited_at === null ? null : instantOf(row.edited_at),
    editableUntil: row.editable_until === null ? null : instantOf(row.editable_until),
    revision: row.revision,
    replyCount: row.reply_count,
    sequence: row.sequence,
    changedIn: row.changed_in,
  }
}

export function discussionOf(row: DiscussionRow): StoredDiscussion {
  return {
    id: row.id,
    articleId: row.article_id,
    title: readText(row.title),
    url: row.url === null ? null : readText(row.url),
    declaredCount: row.declared_count,
    importedCount: row.imported_count,
    count: row.count,
    threadCount: row.thread_count,
    closed: row.closed,
    maxDepth: row.max_depth,
    rules: row.rules === null ? null : readText(row.rules),
    version: row.version,
    importedIn: row.imported_in,
    ...(row.fingerprint !== null && {
      imported: { fingerprint: row.fingerprint, before: row.imported_before },
    }),
  }
}

function told(table: string, instead: Readonly<Record<string, string>>): string {
  return COLUMNS.map((column) => {
    const given = instead[column]
    if (given !== undefined) return `${given} as ${column}`
    const own = `${table}.${column}`
    return TIMES.has(column) ? `date_part('epoch', ${own}) as ${column}` : own
  }).join(', ')
}

import type { CommentId, DiscussionId } from '../../domain/ids.ts'
import { writeJson } from '../../domain/writeJson.ts'
import { isGone } from '../page.ts'
import type { StoredComment } from '../store.ts'
import type { Query } from './database.ts'
import { insertFindables } from './findable.ts'
import { PATH_LIMIT } from './insertComment.ts'
import { timestampOf } from './instants.ts'
import { keepText } from './keptTexts.ts'

/** Paths by the comment, as `comments.path` is described. */
export type Paths = ReadonlyMap<CommentId, readonly CommentId[]>

/** The paths of comments, each of which comes after the one that it answers, or after which that one is in `known`. */
export function pathsOf(comments: readonly StoredComment[], known: Paths = new Map()): Paths {
  const paths = new Map(known)
  for (const { id, parentId } of comments) {
    const above = parentId === null ? [] : (paths.get(parentId) ?? [])
    paths.set(id, parentId === null ? [] : above.length < PATH_LIMIT ? [...above, parentId] : [parentId])
  }
  return paths
}

/** Adds many comments, and has those found that are not gone. Those that came after the version `importedIn` were posted here. */
export async function insertComments(
  query: Query,
  discussionId: DiscussionId,
  comments: readonly StoredComment[],
  { paths, importedIn }: { paths: Paths; importedIn: number },
): Promise<void> {
  const rows = comments.map((comment) => ({
    ...rowOf(comment),
    path: paths.get(comment.id) ?? [],
    reply_count: comment.replyCount,
    sequence: comment.sequence,
    changed_in: comment.changedIn,
    is_posted: comment.sequence > importedIn,
  }))
  await insertRows(query, 'comments', discussionId, rows, {
    path: 'text[]',
    reply_count: 'integer',
    sequence: 'integer',
    changed_in: 'integer',
    is_posted: 'boolean',
  })
  await insertFindables(
    query,
    discussionId,
    comments.filter((comment) => !isGone(comment)),
  )
}

/** Adds many comments that are withheld. */
export async function insertWithheld(
  query: Query,
  discussionId: DiscussionId,
  comments: readonly StoredComment[],
): Promise<void> {
  const rows = comments.map((comment) => ({ ...rowOf(comment), held_for: comment.heldFor ?? null }))
  await insertRows(query, 'withheld', discussionId, rows, { held_for: 'text' })
}

const COLUMNS = {
  id: 'text',
  parent_id: 'text',
  thread_id: 'text',
  depth: 'integer',
  author_name: 'text',
  avatar_url: 'text',
  body: 'text',
  format: 'text',
  status: 'text',
  created_at: 'timestamptz',
  edited_at: 'timestamptz',
  editable_until: 'timestamptz',
  revision: 'integer',
}

function rowOf(comment: StoredComment): { [Name in keyof typeof COLUMNS]: unknown } {
  const { author, editedAt, editableUntil } = comment
  return {
    id: comment.id,
    parent_id: comment.parentId,
    thread_id: comment.threadId,
    depth: comment.depth,
    author_name: keepText(author.name),
    avatar_url: author.avatarUrl === undefined ? null : keepText(author.avatarUrl),
    body: keepText(comment.body),
    format: comment.format,
    status: comment.status,
    created_at: timestampOf(comment.createdAt),
    edited_at: editedAt === null ? null : timestampOf(editedAt),
    editable_until: editableUntil === null ? null : timestampOf(editableUntil),
    revision: comment.revision,
  }
}

async function insertRows(
  query: Query,
  table: 'comments' | 'withheld',
  discussionId: DiscussionId,
  rows: readonly object[],
  more: Readonly<Record<string, string>>,
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.entries({ ...COLUMNS, ...more })
  const names = columns.map(([name]) => name).join(', ')
  await query(
    `insert into ${table} (discussion_id, ${names}) select $1, ${names}
     from json_to_recordset($2::json) as given (${columns.map((column) => column.join(' ')).join(', ')})`,
    [discussionId, writeJson(rows)],
  )
}

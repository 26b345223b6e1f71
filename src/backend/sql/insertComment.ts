import type { CommentId, IdempotencyKey } from '../../domain/ids.ts'
import { addComment } from '../counting.ts'
import type { NewComment, PostRequest, StoredComment, StoredDiscussion } from '../store.ts'
import { CHANNEL } from './channel.ts'
import { idsAbove } from './belowSql.ts'
import type { Query } from './database.ts'
import { findableOf } from './findable.ts'
import { timestampOf } from './instants.ts'
import { keepText } from './keptTexts.ts'
import { createParameters, type Parameters } from './parameters.ts'

/** How many levels a path has at most; `comments.path` says why it has an end. */
export const PATH_LIMIT = 256

/** What a comment came of. */
export type Use = { key: IdempotencyKey; request: PostRequest }

/**
 * Adds a comment to a discussion whose row is locked, as `Store.post` says, announces it, and gives it: in one statement, as each costs a
 * way to the database and back.
 */
export async function insertComment(
  query: Query,
  discussion: StoredDiscussion,
  added: NewComment,
  use: Use | null,
): Promise<StoredComment> {
  const { comment } = addComment(discussion, added, null)
  const parameters = createParameters(discussion.id)
  const { put } = parameters
  const version = put(comment.sequence, 'integer')
  const parent = put(comment.parentId, 'text')
  const id = put(comment.id, 'text')
  const createdAt = put(timestampOf(comment.createdAt), 'timestamptz')
  const [row] = await query<{ thread_id: CommentId }>(
    `with parent as (
       select thread_id, case when cardinality(path) < ${PATH_LIMIT} then path || id else array[id] end as path
       from comments where discussion_id = $1 and id = ${parent}
     ),
     place as (
       select coalesce((select thread_id from parent), ${id}) as thread_id, coalesce((select path from parent), '{}') as path
     ),
     counted as (
       update discussions set version = ${version}, count = count + 1,
         thread_count = thread_count + (case when ${parent} is null then 1 else 0 end)
       where id = $1
     ),
     raised as (
       update comments set reply_count = reply_count + 1
       where discussion_id = $1 and id = any (array(${idsAbove('(select path from place)')}))
     ),
     ${use ? `used as (${insertUse(use, added, parameters)}),` : ''}
     found as (${insertFindable(comment, { id, createdAt, version }, parameters)})
     insert into comments (discussion_id, id, parent_id, thread_id, depth, path, author_name, avatar_url, body, format, status,
       created_at, edited_at, editable_until, revision, reply_count, sequence, changed_in, is_posted)
     select $1, ${id}, ${parent}, place.thread_id, ${put(comment.depth, 'integer')}, place.path, ${writtenOf(comment, parameters)},
       ${createdAt}, ${timesOf(comment, parameters)}, ${put(comment.revision, 'integer')}, 0, ${version}, ${version}, true
     from place where not exists (select from withheld where discussion_id = $1 and id = ${id})
     returning thread_id, pg_notify('${CHANNEL}', $1)::text`,
    parameters.values,
  )
  if (!row) throw new Error('A comment was decided on whose id is taken')
  return { ...comment, threadId: row.thread_id }
}

/** Keeps what a key was used for. */
export function insertUse(
  { key, request }: Use,
  { id, createdAt }: Pick<NewComment, 'id' | 'createdAt'>,
  { put }: Parameters,
): string {
  return `insert into keys (key, discussion_id, comment_id, parent_id, author_name, body, format, created_at)
    values (${put(key, 'text')}, ${put(request.discussionId, 'text')}, ${put(id, 'text')}, ${put(request.parentId, 'text')},
      ${put(keepText(request.authorName), 'text')}, ${put(keepText(request.body), 'text')}, ${put(request.format, 'text')},
      ${put(timestampOf(createdAt), 'timestamptz')})`
}

/** The columns from `author_name` to `status`. */
export function writtenOf({ author, body, format, status }: NewComment, { put }: Parameters): string {
  const { name, avatarUrl } = author
  return [
    put(keepText(name), 'text'),
    put(avatarUrl === undefined ? null : keepText(avatarUrl), 'text'),
    put(keepText(body), 'text'),
    put(format, 'text'),
    put(status, 'text'),
  ].join(', ')
}

/** The columns `edited_at` and `editable_until`. */
export function timesOf(
  { editedAt, editableUntil }: Pick<NewComment, 'editedAt' | 'editableUntil'>,
  { put }: Parameters,
): string {
  return [editedAt, editableUntil]
    .map((time) => put(time === null ? null : timestampOf(time), 'timestamptz'))
    .join(', ')
}

function insertFindable(
  comment: StoredComment,
  { id, createdAt, version }: { id: string; createdAt: string; version: string },
  { put }: Parameters,
): string {
  const { nameKey, foldedName, foldedBody, grams } = findableOf(comment)
  return `insert into findable (discussion_id, id, created_at, sequence, name_key, folded_name, folded_body, grams)
    values ($1, ${id}, ${createdAt}, ${version}, ${put(nameKey, 'text')}, ${put(foldedName, 'text')},
      ${put(foldedBody, 'text')}, array_to_tsvector(${put(grams, 'text[]')} || forms_of(${put(keepText(comment.body), 'text')})))`
}

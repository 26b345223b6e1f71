import type { CommentFormat } from '../../domain/comment.ts'
import type { CommentId, DiscussionId } from '../../domain/ids.ts'
import { withholdComment } from '../counting.ts'
import type { NewComment, PostAttempt, PostFacts, PostRequest, Store, StoredComment } from '../store.ts'
import type { Query } from './database.ts'
import { insertComment, insertUse, timesOf, writtenOf, type Use } from './insertComment.ts'
import { timestampOf } from './instants.ts'
import { keepText, readText } from './keptTexts.ts'
import { lockDiscussion } from './lockDiscussion.ts'
import { createParameters } from './parameters.ts'
import { commentOf, TOLD_OF_NOTHING, toldOf, toldOfWithheld, type CommentRow } from './rows.ts'
import type { Steady } from './steady.ts'

/** As `Store.post` says. */
export function post(
  { write }: Steady,
  attempt: PostAttempt,
  decide: Parameters<Store['post']>[1],
): Promise<StoredComment> {
  const { key, request } = attempt
  return write(async ({ query }) => {
    const discussion = await lockDiscussion(query, request.discussionId)
    const decision = decide({ discussion, ...(await gatherFacts(query, attempt)) })
    if ('answered' in decision) return decision.answered
    if (!discussion || discussion.id !== decision.discussionId) {
      throw new Error('A comment was decided on for a discussion that is not here')
    }
    const use = key === null ? null : { key, request }
    return decision.status === 'held'
      ? withhold(query, decision, use)
      : insertComment(query, discussion, decision, use)
  })
}

type FactRow = {
  kind: 'parent' | 'recorded' | 'recent'
  request: RequestRow | null
  discussion_id: DiscussionId
} & CommentRow

/** What `to_json` makes of a row of `keys`. */
type RequestRow = {
  discussion_id: DiscussionId
  parent_id: CommentId | null
  author_name: string
  body: string
  format: CommentFormat
}

async function gatherFacts(
  query: Query,
  { key, request, recentSince }: PostAttempt,
): Promise<Omit<PostFacts, 'discussion'>> {
  const parameters = createParameters(request.discussionId)
  const { put } = parameters
  const name = put(keepText(request.authorName), 'text')
  const since = put(timestampOf(recentSince), 'timestamptz')
  const tell = (kind: FactRow['kind'], table: string, columns: string, used = 'null') =>
    `select '${kind}' as kind, ${used} as request, ${table}.discussion_id, ${columns}`
  const parts = [
    `select null as kind, null::json as request, null as discussion_id, ${TOLD_OF_NOTHING} where false`,
    `${tell('recent', 'c', toldOf('c'))} from comments c
       where c.is_posted and c.discussion_id = $1 and c.author_name = ${name} and c.created_at >= ${since}`,
    `${tell('recent', 'w', toldOfWithheld('w'))} from withheld w
       where w.discussion_id = $1 and w.author_name = ${name} and w.created_at >= ${since}`,
  ]
  if (request.parentId !== null) {
    const parent = put(request.parentId, 'text')
    parts.push(
      `${tell('parent', 'c', toldOf('c'))} from comments c where c.discussion_id = $1 and c.id = ${parent}`,
    )
  }
  if (key !== null) {
    const used = put(key, 'text')
    const joined = (table: string, alias: string) =>
      `from keys k join ${table} ${alias} on ${alias}.discussion_id = k.discussion_id and ${alias}.id = k.comment_id where k.key = ${used}`
    parts.push(
      `${tell('recorded', 'c', toldOf('c'), 'to_json(k)')} ${joined('comments', 'c')}`,
      `${tell('recorded', 'w', toldOfWithheld('w'), 'to_json(k)')} ${joined('withheld', 'w')}`,
    )
  }
  const rows = await query<FactRow>(parts.join('\nunion all\n'), parameters.values)
  const told = rows.map(({ kind, request: used, discussion_id: discussionId, ...row }) => ({
    kind,
    used,
    comment: commentOf(discussionId, row),
  }))
  const recorded = told.find(({ kind }) => kind === 'recorded')
  return {
    parent: told.find(({ kind }) => kind === 'parent')?.comment ?? null,
    recorded: recorded?.used ? { request: requestOf(recorded.used), comment: recorded.comment } : null,
    recent: told.filter(({ kind }) => kind === 'recent').map(({ comment }) => comment),
  }
}

function requestOf(row: RequestRow): PostRequest {
  return {
    discussionId: row.discussion_id,
    parentId: row.parent_id,
    authorName: readText(row.author_name),
    body: readText(row.body),
    format: row.format,
  }
}

async function withhold(query: Query, added: NewComment, use: Use | null): Promise<StoredComment> {
  const { parentId } = added
  const parameters = createParameters(added.discussionId)
  const { put } = parameters
  const id = put(added.id, 'text')
  const parent = put(parentId, 'text')
  const [row] = await query<{ thread_id: CommentId }>(
    `${use ? `with used as (${insertUse(use, added, parameters)})` : ''}
     insert into withheld (discussion_id, id, parent_id, thread_id, depth, author_name, avatar_url, body, format, status,
       edited_at, editable_until, held_for, created_at, revision)
     select $1, ${id}, ${parent}, coalesce((select thread_id from comments where discussion_id = $1 and id = ${parent}), ${id}),
       ${put(added.depth, 'integer')}, ${writtenOf(added, parameters)}, ${timesOf(added, parameters)},
       ${put(added.heldFor ?? null, 'text')}, ${put(timestampOf(added.createdAt), 'timestamptz')}, ${put(added.revision, 'integer')}
     where not exists (select from comments where discussion_id = $1 and id = ${id})
     returning thread_id`,
    parameters.values,
  )
  if (!row) throw new Error('A comment was decided on whose id is taken')
  return { ...withholdComment(added, null), threadId: row.thread_id }
}

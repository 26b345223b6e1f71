import type { CommentId } from '../../domain/ids.ts'
import type { ExchangingStore, KeptDiscussion, ReadPiece, Taken } from '../exchangingStore.ts'
import { checkComplete, isWithheld, placeAll, replacing, takeAll, type Taker } from '../keptComments.ts'
import type { StoredDiscussion } from '../store.ts'
import { CHANNEL } from './channel.ts'
import type { Query } from './database.ts'
import { insertArticle, putDiscussion, removeContents } from './importing.ts'
import { insertComments, insertWithheld, pathsOf } from './insertMany.ts'
import { lockDiscussion } from './lockDiscussion.ts'
import type { Steady } from './steady.ts'
import { StorageError } from './storageError.ts'

/** As `ExchangingStore.importPieces` says, in one transaction, which is begun anew with what `read` gives anew. */
export function importPieces(
  { write }: Steady,
  ...[read, { replace }]: Parameters<ExchangingStore['importPieces']>
): Promise<Taken[]> {
  return write(async ({ query, run }) => {
    // However much there is of it.
    await run('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    return takeAll(read(), (kept) => begin(query, kept, replace))
  })
}

async function begin(query: Query, kept: KeptDiscussion, replace: boolean): Promise<Taker | null> {
  const { discussion: given, article } = kept
  const present = await lockDiscussion(query, given.id)
  if (present && !replace) return null
  if (present) await removeContents(query, present)
  if (!(await putDiscussion(query, present ? replacing(given, present) : given, present !== null))) {
    if (!replace) return null
    throw new StorageError('conflict', new Error('The discussion came at the same moment'))
  }
  if (article) {
    await insertArticle(query, article, { replace: present !== null && article.discussionId === given.id })
  }
  return {
    add: (comments) => add(query, given, comments),
    async end(line) {
      checkComplete(kept, await countAll(query, given), line)
      await query('select pg_notify($1, $2)::text', [CHANNEL, given.id])
    },
  }
}

type PlaceRow = { id: CommentId; thread_id: CommentId; depth: number; path: CommentId[] | null }

async function add(
  query: Query,
  discussion: StoredDiscussion,
  part: Extract<ReadPiece, { kind: 'comments' }>,
): Promise<void> {
  const named = new Set(
    part.comments.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId])),
  )
  const rows = await query<PlaceRow>(
    `select id, thread_id, depth, to_json(path) as path from comments where discussion_id = $1 and id = any ($2::text[])
     union all
     select id, thread_id, depth, null from withheld where discussion_id = $1 and id = any ($2::text[])`,
    [discussion.id, [...named]],
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  const placed = placeAll(discussion, part, {
    isTaken: (id) => found.has(id),
    find(id) {
      const row = found.get(id)
      // What is withheld has no path, and cannot be answered.
      return row?.path ? { threadId: row.thread_id, depth: row.depth } : undefined
    },
  })
  const seen = placed.filter((comment) => !isWithheld(comment))
  const paths = pathsOf(seen, new Map(rows.map(({ id, path }) => [id, path ?? []])))
  if (seen.length > 0)
    await insertComments(query, discussion.id, seen, { paths, importedIn: discussion.importedIn })
  await insertWithheld(query, discussion.id, placed.filter(isWithheld))
}

type CountRow = { count: number; thread_count: number; withheld: number; miscounted: CommentId | null }

async function countAll(
  query: Query,
  { id }: StoredDiscussion,
): Promise<Parameters<typeof checkComplete>[1]> {
  const [row] = await query<CountRow>(
    `select (select count(*)::integer from comments where discussion_id = $1) as count,
       (select count(*)::integer from comments where discussion_id = $1 and parent_id is null) as thread_count,
       (select count(*)::integer from withheld where discussion_id = $1) as withheld,
       (select c.id from comments c
          left join (
            select parent_id, sum(reply_count::bigint + 1) as count from comments
            where discussion_id = $1 and parent_id is not null group by parent_id
          ) below on below.parent_id = c.id
          where c.discussion_id = $1 and c.reply_count <> coalesce(below.count, 0)
          order by c.depth, c.created_at, c.sequence, c.id limit 1) as miscounted`,
    [id],
  )
  return {
    count: row?.count ?? 0,
    threadCount: row?.thread_count ?? 0,
    withheldCount: row?.withheld ?? 0,
    miscounted: row?.miscounted ?? null,
  }
}

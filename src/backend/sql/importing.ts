import type { Article } from '../../domain/article.ts'
import { arrangeImport } from '../arrangeImport.ts'
import { writeJson } from '../../domain/writeJson.ts'
import type { Import, StoredDiscussion } from '../store.ts'
import { CHANNEL } from './channel.ts'
import type { Query } from './database.ts'
import { insertComments, pathsOf } from './insertMany.ts'
import { timestampOf } from './instants.ts'
import { keepText } from './keptTexts.ts'
import { lockDiscussion } from './lockDiscussion.ts'
import type { Steady } from './steady.ts'
import { StorageError } from './storageError.ts'

/** How many comments are sent in one statement. */
const CHUNK = 1_000

/** As `Store.importDiscussion` says. */
export function importDiscussion(
  { write }: Steady,
  batch: Import,
  { replace }: { replace: boolean },
): Promise<boolean> {
  return write(async ({ query, run }) => {
    // However much there is of it.
    await run('set local statement_timeout = 0')
    const present = await lockDiscussion(query, batch.discussion.id)
    if (present && !replace) return false
    if (present) await removeContents(query, present)
    const { discussion, comments } = arrangeImport(batch, present)
    if (!(await putDiscussion(query, discussion, present !== null))) {
      if (!replace) return false
      throw new StorageError('conflict', new Error('The discussion came at the same moment'))
    }
    await insertArticle(query, batch.article, { replace })
    const paths = pathsOf(comments)
    const { importedIn } = discussion
    for (let start = 0; start < comments.length; start += CHUNK) {
      await insertComments(query, discussion.id, comments.slice(start, start + CHUNK), { paths, importedIn })
    }
    await query('select pg_notify($1, $2)::text', [CHANNEL, discussion.id])
    return true
  })
}

export async function removeContents(query: Query, { id, articleId }: StoredDiscussion): Promise<void> {
  await query('delete from articles where id = $1', [articleId])
  for (const table of ['comments', 'findable', 'withheld', 'taken_back', 'keys', 'reports']) {
    await query(`delete from ${table} where discussion_id = $1`, [id])
  }
}

/**
 * Puts a discussion into the row that is locked, or into a new one. A row is never deleted, as whoever waits for its lock would
 * then take the discussion for one that is not here. Gives whether it was put there: one that others insert at this moment is waited for,
 * and left as it is.
 */
export async function putDiscussion(
  query: Query,
  discussion: StoredDiscussion,
  isPresent: boolean,
): Promise<boolean> {
  const { url, rules, imported } = discussion
  const columns = {
    id: discussion.id,
    article_id: discussion.articleId,
    title: keepText(discussion.title),
    url: url === null ? null : keepText(url),
    declared_count: discussion.declaredCount,
    imported_count: discussion.importedCount,
    count: discussion.count,
    thread_count: discussion.threadCount,
    closed: discussion.closed,
    max_depth: discussion.maxDepth,
    rules: rules === null ? null : keepText(rules),
    version: discussion.version,
    imported_in: discussion.importedIn,
    fingerprint: imported?.fingerprint ?? null,
    imported_before: [...(imported?.before ?? [])],
  }
  const names = Object.keys(columns).join(', ')
  const places = Object.keys(columns).map((_, index) => `$${index + 1}`)
  const rows = await query(
    isPresent
      ? `update discussions set (${names}) = (${places.join(', ')}) where id = $1 returning id`
      : `insert into discussions (${names}) values (${places.join(', ')}) on conflict (id) do nothing returning id`,
    Object.values(columns),
  )
  return rows.length > 0
}

export async function insertArticle(
  query: Query,
  article: Article,
  { replace }: { replace: boolean },
): Promise<void> {
  const { id, discussionId, title, byline, publishedAt, dateline, blocks } = article
  await query(
    `insert into articles (id, discussion_id, title, byline, published_at, dateline, blocks)
     values ($1, $2, $3, $4, $5, $6::json, $7::json)
     on conflict (id) do ${
       replace
         ? `update set discussion_id = excluded.discussion_id, title = excluded.title, byline = excluded.byline,
              published_at = excluded.published_at, dateline = excluded.dateline, blocks = excluded.blocks`
         : 'nothing'
     }`,
    [
      id,
      discussionId,
      keepText(title),
      byline === null ? null : keepText(byline),
      publishedAt === null ? null : timestampOf(publishedAt),
      dateline && writeJson(dateline),
      writeJson(blocks),
    ],
  )
}

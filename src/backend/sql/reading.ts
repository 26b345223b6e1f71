import type { Article, Block, Dateline } from '../../domain/article.ts'
import type { ArticleId, CommentId, DiscussionId, IdempotencyKey } from '../../domain/ids.ts'
import { changeAfter } from '../changes.ts'
import type { Changes, StoredComment, StoredDiscussion } from '../store.ts'
import { ask, tell, tellDiscussion } from './answers.ts'
import type { Query } from './database.ts'
import { instantOf } from './instants.ts'
import { readText } from './keptTexts.ts'
import {
  commentOf,
  discussionOf,
  toldOf,
  toldOfWithheld,
  type CommentRow,
  type DiscussionRow,
} from './rows.ts'

type ArticleRow = {
  discussion_id: DiscussionId
  title: string
  byline: string | null
  published_at: number | null
  dateline: Dateline | null
  blocks: Block[]
}

export async function readArticle(query: Query, id: ArticleId): Promise<Article | null> {
  const [row] = await query<ArticleRow>(
    `select discussion_id, title, byline, date_part('epoch', published_at) as published_at, dateline, blocks
     from articles where id = $1`,
    [id],
  )
  if (!row) return null
  return {
    id,
    discussionId: row.discussion_id,
    title: readText(row.title),
    byline: row.byline === null ? null : readText(row.byline),
    publishedAt: row.published_at === null ? null : instantOf(row.published_at),
    dateline: row.dateline,
    blocks: row.blocks,
  }
}

/** The article that was published last; `null` where none has a time of publication. */
export async function findNewestArticle(query: Query): Promise<ArticleId | null> {
  const [row] = await query<{ id: ArticleId }>(
    'select id from articles where published_at is not null order by published_at desc, id limit 1',
  )
  return row?.id ?? null
}

export async function readDiscussion(query: Query, id: DiscussionId): Promise<StoredDiscussion | null> {
  const [row] = await query<{ discussion: DiscussionRow }>(
    'select to_json(d) as discussion from discussions d where d.id = $1',
    [id],
  )
  return row ? discussionOf(row.discussion) : null
}

export async function readComment(
  query: Query,
  discussionId: DiscussionId,
  id: CommentId,
): Promise<StoredComment | null> {
  const [row] = await query<CommentRow>(
    `select ${toldOf('c')} from comments c where c.discussion_id = $1 and c.id = $2`,
    [discussionId, id],
  )
  return row ? commentOf(discussionId, row) : null
}

/** As `Store.readPost` says. */
export async function readPost(query: Query, key: IdempotencyKey): Promise<StoredComment | null> {
  const [row] = await query<CommentRow & { discussion_id: DiscussionId }>(
    `select k.discussion_id, ${toldOf('c')} from keys k
       join comments c on c.discussion_id = k.discussion_id and c.id = k.comment_id where k.key = $1
     union all
     select k.discussion_id, ${toldOfWithheld('w')} from keys k
       join withheld w on w.discussion_id = k.discussion_id and w.id = k.comment_id where k.key = $1`,
    [key],
  )
  return row ? commentOf(row.discussion_id, row) : null
}

/**
 * As `Store.listChanges` says: what came, and of what was there before, what was revised up to the last that came, or, where that
 * is all, up to now. So no more is looked at than twice what is asked for, however much was revised again and again.
 */
export async function listChanges(
  query: Query,
  discussionId: DiscussionId,
  since: number,
  limit: number,
): Promise<Changes | null> {
  const answer = await ask(
    query,
    discussionId,
    `with since as (select greatest($2::bigint, d.imported_in) as version from discussions d where d.id = $1),
     came as materialized (
       select * from comments
       where discussion_id = $1 and sequence > (select version from since)
       order by sequence limit $3::bigint
     ),
     revised as (
       select * from comments
       where discussion_id = $1 and changed_in > sequence and changed_in > (select version from since)
         and changed_in < coalesce(
           (select max(sequence) from came having count(*) = $3::bigint), 9223372036854775807)
         and sequence <= (select version from since)
       order by changed_in limit $3::bigint
     )
     ${tellDiscussion()}
     union all ${tell(`'change'`, toldOf('c'))} from came c
     union all ${tell(`'change'`, toldOf('r'))} from revised r`,
    [discussionId, since, Math.max(0, limit)],
  )
  if (!answer) return null
  const from = Math.max(since, answer.discussion.importedIn)
  return {
    discussion: answer.discussion,
    comments: answer
      .of('change')
      .map(({ comment }) => comment)
      .toSorted((a, b) => changeAfter(from, a) - changeAfter(from, b))
      .slice(0, limit),
  }
}

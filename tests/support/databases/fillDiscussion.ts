import type { Database } from '../../../src/backend/sql/database.ts'
import { gramsOf } from '../../../src/backend/sql/grams.ts'
import type { DiscussionId } from '../../../src/domain/ids.ts'

/**
 * Fills a migrated, empty database with a discussion of so many comments, made by the database itself, and with as many in others.
 * `c0` begins a thread with a fifth of them, two thirds of which answer it and the others one of those; after that each ten are a
 * thread. Each is by one of 1,000 people and has one of a hundred words, a second after the one before it.
 */
export async function fillDiscussion(database: Database, id: DiscussionId, count: number): Promise<void> {
  const words = Array.from({ length: 100 }, (_, n) => ({
    n,
    word: `word ${n} about a thing`,
  }))
  await database.transact(async ({ query, run }) => {
    await run('set local statement_timeout = 0; set local synchronous_commit = off')
    const dropped = await query<{ drop: string; make: string }>(MAKING)
    await run(dropped.map(({ drop }) => `${drop};`).join('\n'))
    for (const [discussion, size] of [
      [id, count],
      ...[1, 2, 3, 4].map((n) => [`other-${n}` as DiscussionId, Math.floor(count / 4)] as const),
    ] as const) {
      const grams = words.map(({ n, word }) => ({ n, word, grams: gramsOf(discussion, [word, 'name 1']) }))
      await query(DISCUSSION, [discussion, size])
      await query(COMMENTS, [discussion, size])
      await query(FINDABLE, [discussion, JSON.stringify(grams)])
      await query(KEYS, [discussion])
    }
    await run(dropped.map(({ make }) => `${make};`).join('\n'))
    await run('analyze')
  })
}

/** Indexes are made faster at the end; how is asked of the database, so that they are the ones of the migrations. */
const MAKING = `
  select case when c.oid is null then 'drop index ' || i.indexrelid::regclass
      else 'alter table ' || i.indrelid::regclass || ' drop constraint ' || c.conname end as drop,
    case when c.oid is null then pg_get_indexdef(i.indexrelid)
      else 'alter table ' || i.indrelid::regclass || ' add constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid) end as make
  from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
  where i.indrelid in ('comments'::regclass, 'findable'::regclass)`

const DISCUSSION = `
  insert into discussions (id, article_id, title, imported_count, count, thread_count, closed, max_depth, version, imported_in)
  select $1::text, $1::text, 'Large', $2, $2, 1 + ($2 - $2 / 5) / 10, false, 9, $2, $2 from (select $2::integer) given`

/** As `arrangeImport` would have them, but that threads are numbered by their time. */
const COMMENTS = `
  with made as (
    select n, n < $2::integer / 5 as is_large, n % 10 as place, n - n % 10 as head from generate_series(0, $2::integer - 1) n
  ),
  placed as (
    select n, case
        when n = 0 then null
        when is_large then case when n % 3 = 0 and n > 3 then n - 1 else 0 end
        when place = 0 then null
        when place < 7 then head
        else head + 1 end as parent,
      case when is_large then 0 else head end as thread, is_large
    from made
  )
  insert into comments (discussion_id, id, parent_id, thread_id, depth, path, author_name, body, format, status, created_at,
    revision, reply_count, sequence, changed_in, is_posted)
  select $1, 'c' || n, 'c' || parent, 'c' || thread, depth,
    case depth when 1 then '{}'::text[] when 2 then array['c' || thread] else array['c' || thread, 'c' || parent] end,
    'Name ' || n % 1000, 'Word ' || n % 100 || ' about a thing', 'plain', 'published',
    timestamptz '2020-01-01 00:00:00Z' + n * interval '1 second', 1,
    case when n = 0 then $2 / 5 - 1 when depth = 1 then 9 when depth = 2 and not is_large and n = thread + 1 then 3
      when depth = 2 and is_large and n % 3 = 2 and n > 2 and n + 1 < $2 / 5 then 1 else 0 end,
    n + 1, $2, false
  from (
    select *, case when parent is null then 1 when parent = thread then 2 else 3 end as depth from placed
  ) p order by n`

const FINDABLE = `
  insert into findable (discussion_id, id, created_at, sequence, name_key, folded_name, folded_body, grams)
  select $1, id, created_at, sequence, lower(author_name), lower(author_name), w.word, w.indexed
  from comments c join (
    select n, word, array_to_tsvector(grams) as indexed
    from json_to_recordset($2::json) as given (n integer, word text, grams text[]) offset 0
  ) w on w.n = (c.sequence - 1) % 100
  where c.discussion_id = $1`

/** As if each tenth comment had been posted with a key, and each hundredth reported. */
const KEYS = `
  with reported as (
    insert into reports (key, discussion_id, comment_id, reason, words, received_at)
    select 'report-' || $1 || id, $1, id, 'spam', '', created_at from comments where discussion_id = $1 and sequence % 100 = 0
  )
  insert into keys (key, discussion_id, comment_id, parent_id, author_name, body, format, created_at)
  select 'key-' || $1 || id, $1, id, parent_id, author_name, body, format, created_at
  from comments where discussion_id = $1 and sequence % 10 = 0`

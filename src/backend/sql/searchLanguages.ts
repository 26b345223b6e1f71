import type { CommentId, DiscussionId } from '../../domain/ids.ts'
import type { Database } from './database.ts'
import { steady, type Steady } from './steady.ts'
import { StorageError } from './storageError.ts'

/** How many comments are indexed anew at once. */
const SLICE = 1_000
/** How long whoever writes may have to wait behind who waits for them, and how long nobody does then, in milliseconds. */
const PATIENCE_MS = 500

/** The languages that the database knows, by the names of its text search configurations. */
export async function listLanguages(database: Database): Promise<string[]> {
  const rows = await steady(database).read<{ name: string }>(
    `select cfgname::text as name from pg_catalog.pg_ts_config
     where pg_catalog.pg_ts_config_is_visible(oid) and cfgname <> 'simple' order by cfgname`,
  )
  return rows.map(({ name }) => name)
}

/**
 * Has words found in their other forms in these languages, each of which the database knows, and no others, by all programs on it: what is written from
 * now on is indexed by them at once, and what is there before this resolves, part by part, each in a transaction of its own. Where that is cut short, or begun
 * by several, it is gone on with. Gives how many comments it has indexed anew.
 */
export async function setLanguages(database: Database, names: readonly string[]): Promise<number> {
  const asked = steady(database)
  await nameLanguages(asked, [...new Set(names)].toSorted())
  let count = 0
  for (;;) {
    const slice = await indexSlice(asked)
    if (slice === null) return count
    count += slice
  }
}

/**
 * Waits for who is writing by those of before, so that nobody does behind what is indexed anew: a moment at a time, as all who write wait
 * behind it, and an import may take long.
 */
async function nameLanguages(asked: Steady, names: readonly string[]): Promise<void> {
  for (;;) {
    try {
      return await nameThem(asked, names)
    } catch (error) {
      if (!(error instanceof StorageError && error.fault === 'timed-out')) throw error
      await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
    }
  }
}

function nameThem({ write }: Steady, names: readonly string[]): Promise<void> {
  return write(async ({ query, run }) => {
    const same = await query('select from search_languages where names = $1::text[]', [names])
    if (same.length > 0) return
    await run(`set local statement_timeout = 0; set local lock_timeout = ${PATIENCE_MS};
      lock table findable in share row exclusive mode; set local lock_timeout = 0`)
    await query(
      `update search_languages set names = $1::text[], is_done = false, last_discussion = '', last_id = ''`,
      [names],
    )
  })
}

type Place = { discussion_id: DiscussionId; id: CommentId }

/** Gives how many comments it has indexed, or `null` where all are. */
function indexSlice({ write }: Steady): Promise<number | null> {
  return write(async ({ query, run }) => {
    // Each is looked up by its id, as PostgreSQL would read all there are, to join them to the few of a part.
    await run(
      'set local statement_timeout = 0; set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off',
    )
    const [after] = await query<Place>(
      `select last_discussion as discussion_id, last_id as id from search_languages where not is_done for update`,
    )
    if (!after) return null
    // Held before their texts are read, so that these are the ones that an edit at the same moment leaves.
    const rows = await query<Place>(
      `select discussion_id, id from findable where (discussion_id, id) > ($1, $2)
       order by discussion_id, id limit $3 for update`,
      [after.discussion_id, after.id, SLICE],
    )
    const last = rows.at(-1)
    if (!last) {
      await query('update search_languages set is_done = true')
      return null
    }
    await query(
      `update findable f set grams = array_to_tsvector(
         array(select lexeme from unnest(tsvector_to_array(f.grams)) lexeme where left(lexeme, 1) <> chr(3))
           || forms_of((select c.body from comments c where c.discussion_id = f.discussion_id and c.id = f.id)))
       from unnest($1::text[], $2::text[]) given(discussion_id, id)
       where f.discussion_id = given.discussion_id and f.id = given.id`,
      [rows.map((row) => row.discussion_id), rows.map(({ id }) => id)],
    )
    await query('update search_languages set last_discussion = $1, last_id = $2', [
      last.discussion_id,
      last.id,
    ])
    return rows.length
  })
}

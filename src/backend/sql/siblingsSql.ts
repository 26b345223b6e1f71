import type { Order } from '../../domain/order.ts'
import { lookUp } from './belowSql.ts'
import { NEEDED } from './rows.ts'

/** Where siblings begin, and how many there are at most, all as SQL. */
export type Range = {
  /** The time and sequence that they come after; `null` from the start. */
  after: { createdAt: string; sequence: string; rank: string } | null
  backwards: boolean
  limit: string
}

/** Threads of the discussion `$1`, each with its `rank`, by time. */
export function threadsByTime(order: 'newest' | 'oldest', { after, backwards, limit }: Range): string {
  const [direction, sign] = (order === 'oldest') === backwards ? ['desc', '<'] : ['asc', '>']
  return `select ${NEEDED}, reply_count as rank from comments
    where discussion_id = $1 and parent_id is null
    ${after ? `and (created_at, sequence) ${sign} (${after.createdAt}, ${after.sequence})` : ''}
    order by created_at ${direction}, sequence ${direction} limit ${limit}`
}

/** Replies to the comment `parent` of the discussion `$1`, the oldest first. */
export function repliesByTime(parent: string, { after, limit }: Range): string {
  return `select ${NEEDED}, reply_count as rank from comments
    where discussion_id = $1 and parent_id = ${parent}
    ${after ? `and (created_at, sequence) > (${after.createdAt}, ${after.sequence})` : ''}
    order by created_at, sequence limit ${limit}`
}

/** Threads of the discussion `$1` by their counts as they are. */
export function threadsByReplies({ after, backwards, limit }: Range): string {
  return ranked('true', { after, backwards, limit })
}

/**
 * Threads of the discussion `$1` by their counts as of the version `asOf`: those that nothing came to since, by the index, and
 * the others, whose counts are lowered by what came, each of them the first of its kind. From before the import on, by the counts as they are.
 */
export function threadsByRepliesAsOf(asOf: string, range: Range): string {
  const { after, backwards, limit } = range
  const [direction, sign] = backwards ? ['asc', '>'] : ['desc', '<']
  return `with arrivals as materialized (
      select a.thread_id, count(*)::integer as came from comments a
      where a.discussion_id = $1 and a.sequence > (
        select case when ${asOf} >= d.imported_in then ${asOf} else d.version end from discussions d where d.id = $1
      )
      group by a.thread_id
    )
    (${ranked('id not in (select thread_id from arrivals)', range)})
    union all
    select t.* from (
      select thread.*, thread.reply_count - arrivals.came as rank
      from arrivals ${lookUp('thread', 'arrivals.thread_id')}
    ) t
    where t.rank >= 0
    ${after ? `and (t.rank, t.created_at, t.sequence) ${sign} (${after.rank}, ${after.createdAt}, ${after.sequence})` : ''}
    order by rank ${direction}, created_at ${direction}, sequence ${direction} limit ${limit}`
}

/** What comes before or after a thread in any order, by the counts as they are. */
export function threadsBeside(order: Order, range: Range): string {
  return order === 'replies' ? threadsByReplies(range) : threadsByTime(order, range)
}

function ranked(condition: string, { after, backwards, limit }: Range): string {
  const [direction, sign] = backwards ? ['asc', '>'] : ['desc', '<']
  return `select ${NEEDED}, reply_count as rank from comments
    where discussion_id = $1 and parent_id is null and ${condition}
    ${after ? `and (reply_count, created_at, sequence) ${sign} (${after.rank}, ${after.createdAt}, ${after.sequence})` : ''}
    order by reply_count ${direction}, created_at ${direction}, sequence ${direction} limit ${limit}`
}

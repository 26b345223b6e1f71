import { NEEDED } from './rows.ts'

/**
 * What stands below a thread, as `Store.listBranches` gives it, from the index that has it in that very order. `thread` is the
 * thread's id, and `limit` the most of it, both as SQL. Of the discussion `$1`.
 */
export function belowThread(thread: string, limit: string): string {
  return `select ${NEEDED} from comments b
    where b.discussion_id = $1 and b.thread_id = ${thread} and b.parent_id is not null
    order by b.depth, b.created_at, b.sequence limit ${limit}`
}

/**
 * The same below any comment: level by level, of each level no more than there is room for, and of each parent's replies no more
 * than that. Ids are looked up one by one, as a planner that takes them for many might read the whole table instead.
 */
export function belowComment(comment: string, limit: string): string {
  return `with recursive level (ids, room) as (
      select array[${comment}]::text[] collate "C", ${limit}::bigint
      union all
      select next.ids, l.room - cardinality(next.ids)
      from level l cross join lateral (
        select array_agg(found.id) from (
          select reply.id from unnest(l.ids) parent (id) cross join lateral (
            select r.id, r.created_at, r.sequence from comments r
            where r.discussion_id = $1 and r.parent_id = parent.id
            order by r.created_at, r.sequence limit l.room
          ) reply
          order by reply.created_at, reply.sequence limit l.room
        ) found
      ) next (ids)
      where l.room > 0 and next.ids is not null
    )
    select b.* from level l cross join unnest(l.ids) found (id) ${lookUp('b', 'found.id')}
    where l.room < ${limit}::bigint`
}

/**
 * The ids of what stands above a comment, from its path and from the paths that go on at the upper end of one. `path` is
 * its own path, as SQL.
 */
export function idsAbove(path: string): string {
  return `with recursive above (ids) as (
      select ${path}
      union all
      select a.path from above cross join lateral (
        select c.path from comments c where c.discussion_id = $1 and c.id = above.ids[1] limit 1
      ) a
    )
    select id from above cross join unnest(above.ids) found (id)`
}

/** Joins the comment of an id, by its key whatever the planner expects. */
export function lookUp(name: string, id: string): string {
  return `cross join lateral (select ${NEEDED} from comments c where c.discussion_id = $1 and c.id = ${id} limit 1) ${name}`
}

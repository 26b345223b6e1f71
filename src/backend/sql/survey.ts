import type { DiscussionId } from '../../domain/ids.ts'
import type { Survey } from '../searchingStore.ts'
import type { Query } from './database.ts'
import { instantOf } from './instants.ts'
import { readText } from './keptTexts.ts'
import { discussionOf, type DiscussionRow } from './rows.ts'

type SurveyRow = {
  discussion: DiscussionRow
  people: { name: string; count: number }[]
  people_count: number
  total: number
  /** Milliseconds since 1970; `null` where there is no comment. */
  first: number | null
  last: number | null
  steps: { step: number; count: number }[]
}

/** As `SearchingStore.survey` says, in one statement. */
export async function survey(
  query: Query,
  discussionId: DiscussionId,
  { people, steps }: { people: number; steps: number },
): Promise<Survey | null> {
  const [row] = await query<SurveyRow>(STATEMENT, [discussionId, people, steps])
  if (!row) return null
  return {
    discussion: discussionOf(row.discussion),
    people: row.people.map(({ name, count }) => ({ name: readText(name), count })),
    peopleCount: row.people_count,
    timeline: layOut(row, steps),
    total: row.total,
  }
}

/**
 * Names are told from each other by their keys; of those with as many comments as the last one that is given, all are looked
 * up, as they are told in the order of how they were first written. That order is the one of UTF-16: of UTF-8 it
 * differs for U+E000 to U+FFFF, which here are put behind all else. (It differs, too, for what `keepText` escapes, which is in no name
 * that was posted.)
 */
const STATEMENT = `
  with written as materialized (
    select name_key, (extract(epoch from created_at) * 1000)::bigint as time
    from findable where discussion_id = $1
  ),
  person as (
    select name_key, count(*)::integer as count, rank() over (order by count(*) desc) as place
    from written where name_key <> '' group by name_key
  ),
  named as (
    select (
      select c.author_name from findable f
      join comments c on c.discussion_id = f.discussion_id and c.id = f.id
      where f.discussion_id = $1 and left(f.name_key, 100) = left(person.name_key, 100) and f.name_key = person.name_key
      order by f.created_at, f.sequence, f.id limit 1
    ) as name, count
    from person where place <= $2::bigint
  ),
  listed as (
    select name, count,
      regexp_replace(name, '([\\uE000-\\uFFFF])', U&'\\+10FFFF' || '\\1', 'g') collate "C" as place
    from named order by count desc, 3 limit $2::bigint
  ),
  span as (
    select min(time) as first, max(time) as last,
      ceil((max(time) + 1 - min(time)) / $3::numeric)::bigint as step
    from written
  ),
  stepped as (
    select (time - span.first) / span.step as step, count(*)::integer as count
    from written cross join span group by 1
  )
  select to_json(d) as discussion,
    coalesce((select json_agg(json_build_object('name', name, 'count', count) order by count desc, place)
      from listed), '[]') as people,
    (select count(*)::integer from person) as people_count,
    (select count(*)::integer from written) as total,
    (select first::double precision from span) as first,
    (select last::double precision from span) as last,
    coalesce((select json_agg(json_build_object('step', step, 'count', count)) from stepped), '[]') as steps
  from discussions d where d.id = $1`

function layOut({ first, last, steps }: SurveyRow, most: number): Survey['timeline'] {
  if (first === null || last === null) return null
  const step = Math.ceil((last + 1 - first) / most)
  const counts = Array.from({ length: Math.floor((last - first) / step) + 1 }, () => 0)
  for (const counted of steps) counts[counted.step] = counted.count
  const until = first + counts.length * step
  return { from: instantOf(first / 1_000), until: instantOf(until / 1_000), step, counts }
}

import { byMoment } from '../siblingOrder.ts'
import type { Found, Search } from '../searchingStore.ts'
import { ask, tell, tellDiscussion } from './answers.ts'
import { idsAbove, lookUp } from './belowSql.ts'
import type { Query } from './database.ts'
import { gramsQuery } from './grams.ts'
import { timestampOf } from './instants.ts'
import { keepFolded } from './keptTexts.ts'
import { byLevel } from './listBranches.ts'
import { createParameters, type Parameters } from './parameters.ts'
import { toldOf } from './rows.ts'

/** As `SearchingStore.search` says, in one statement. */
export async function search(query: Query, wanted: Search): Promise<Found | null> {
  const { discussionId, after, limit } = wanted
  const parameters = createParameters(discussionId)
  const { put } = parameters
  const conditions = conditionsFor(wanted, parameters)
  const beyond = after
    ? `where (created_at, sequence, id) <
        (${put(timestampOf(after.createdAt), 'timestamptz')}, ${put(after.sequence, 'bigint')}, ${put(after.id, 'text')})`
    : ''
  const answer = await ask(
    query,
    discussionId,
    `with hit as materialized (
       select f.id, f.created_at, f.sequence from findable f where ${conditions.join(' and ')}
     ),
     match as materialized (
       select id from hit ${beyond}
       order by created_at desc, sequence desc, id desc limit ${put(Math.max(0, limit), 'bigint')}
     ),
     found as materialized (select c.*, p.path from match ${lookUp('c', 'match.id')}
       cross join lateral (select path from comments where discussion_id = $1 and id = match.id limit 1) p)
     ${tellDiscussion('(select count(*)::integer from hit)')}
     union all ${tell(`'match'`, toldOf('f'))} from found f
     union all ${tell(`'above ' || f.id`, toldOf('a'))} from found f
       cross join lateral (${idsAbove('f.path')}) above ${lookUp('a', 'above.id')}`,
    parameters.values,
  )
  if (!answer) return null
  const matches = answer.of('match').map(({ comment }) => comment)
  return {
    discussion: answer.discussion,
    matches: matches
      .toSorted((a, b) => byMoment(b, a))
      .map((comment) => ({
        comment,
        ancestors: byLevel(answer.of(`above ${comment.id}`).map((told) => told.comment)),
      })),
    total: answer.rank ?? 0,
  }
}

/** The index finds candidates, each of which is looked at. */
function conditionsFor({ discussionId, terms, author, from, until }: Search, { put }: Parameters): string[] {
  const folded = terms.map(keepFolded)
  const name = author === null ? null : put(keepFolded(author), 'text')
  return [
    'f.discussion_id = $1',
    ...(terms.length > 0 ? [`f.grams @@ ${put(gramsQuery(discussionId, folded), 'tsquery')}`] : []),
    ...folded
      .map((term) => put(term, 'text'))
      .map((term) => `(position(${term} in f.folded_body) > 0 or position(${term} in f.folded_name) > 0)`),
    ...(name === null ? [] : [`left(f.name_key, 100) = left(${name}, 100)`, `f.name_key = ${name}`]),
    ...(from === null ? [] : [`f.created_at >= ${put(timestampOf(from), 'timestamptz')}`]),
    ...(until === null ? [] : [`f.created_at < ${put(timestampOf(until), 'timestamptz')}`]),
  ]
}

import { byMoment } from '../siblingOrder.ts'
import type { Found, Search } from '../searchingStore.ts'
import { ask, tell, tellDiscussion } from './answers.ts'
import { idsAbove, lookUp } from './belowSql.ts'
import type { Query } from './database.ts'
import { findForms } from './forms.ts'
import { formsQuery, gramsQuery, type Forms } from './grams.ts'
import { timestampOf } from './instants.ts'
import { keepFolded } from './keptTexts.ts'
import { byLevel } from './listBranches.ts'
import { createParameters, type Parameters } from './parameters.ts'
import { toldOf } from './rows.ts'

/**
 * As `SearchingStore.search` says, in one statement; before which another one, where the search knows languages, asks what these make of
 * its words, and reads nothing that changes.
 */
export async function search(
  query: Query,
  wanted: Search,
  languages: readonly string[] = [],
): Promise<Found | null> {
  const { discussionId, after, limit } = wanted
  const parameters = createParameters(discussionId)
  const { put } = parameters
  const forms = languages.length > 0 ? await findForms(query, wanted) : new Map<string, Forms>()
  const conditions = conditionsFor(wanted, forms, parameters)
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
function conditionsFor(
  { discussionId, terms, author, from, until }: Search,
  forms: ReadonlyMap<string, Forms>,
  { put }: Parameters,
): string[] {
  const folded = terms.map(keepFolded)
  const name = author === null ? null : put(keepFolded(author), 'text')
  return [
    'f.discussion_id = $1',
    ...(terms.length > 0 ? [`f.grams @@ ${put(gramsQuery(discussionId, folded, forms), 'tsquery')}`] : []),
    ...folded.map((term) => {
      const others = forms.get(term)
      const text = put(term, 'text')
      const ways = [`position(${text} in f.folded_body) > 0`, `position(${text} in f.folded_name) > 0`]
      if (others) ways.push(`f.grams @@ ${put(formsQuery(others), 'tsquery')}`)
      return `(${ways.join(' or ')})`
    }),
    ...(name === null ? [] : [`left(f.name_key, 100) = left(${name}, 100)`, `f.name_key = ${name}`]),
    ...(from === null ? [] : [`f.created_at >= ${put(timestampOf(from), 'timestamptz')}`]),
    ...(until === null ? [] : [`f.created_at < ${put(timestampOf(until), 'timestamptz')}`]),
  ]
}

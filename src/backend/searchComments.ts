import { PAGE_SIZE, QUERY_LIMIT, type Input, type Output } from '../api/contract.ts'
import type { Match } from '../api/finding.ts'
import { ProblemError } from '../api/problem.ts'
import type { Instant } from '../domain/ids.ts'
import { findRanges, foldName, parseQuery, type Terms } from '../domain/search.ts'
import { codePoints } from '../domain/writing.ts'
import { matchCursor, readMatchCursor } from './cursor.ts'
import { missing } from './missing.ts'
import { isGone, serve } from './page.ts'
import { bytesOf, PAGE_WEIGHT, weigh } from './pageWeight.ts'
import type { Found, Search, SearchingStore } from './searchingStore.ts'

/** A page of what was found in a whole discussion, the newest first. */
export async function searchComments(
  store: SearchingStore,
  { discussionId, q, author, cursor, ...range }: Input<'searchComments'>,
): Promise<Output<'searchComments'>> {
  const { from = null, until = null }: { from?: Instant | null; until?: Instant | null } = range
  const typed = q === undefined ? '' : demandText('q', q)
  const terms = q === undefined ? [] : demandTerms(typed)
  const name = author === undefined ? null : foldName(demandText('author', author))
  if (terms.length === 0 && (name ?? from ?? until) === null) {
    throw invalid(null, 'must have at least one of "q", "author", "from" and "until"')
  }
  const query: Search = {
    discussionId,
    terms,
    typed,
    author: name,
    from,
    until,
    after: null,
    limit: PAGE_SIZE + 1,
  }
  const after = cursor === undefined ? null : readMatchCursor(cursor, query)
  const { discussion, matches, total } = (await store.search({ ...query, after })) ?? missing('discussion')
  const page = pageWithin(matches.slice(0, PAGE_SIZE).map((found) => serveMatch(found, terms)))
  const last = matches.length > page.length ? page.at(-1)?.comment : undefined
  return {
    matches: page,
    nextCursor: last ? matchCursor(query, last) : null,
    total,
    version: discussion.version,
  }
}

function demandText(field: 'q' | 'author', given: string): string {
  const text = given.trim()
  const length = codePoints(text)
  if (length === 0 || length > QUERY_LIMIT) throw invalid(field, `must have 1 to ${QUERY_LIMIT} characters`)
  return text
}

function demandTerms(text: string): Terms {
  const terms = parseQuery(text)
  if (!terms) throw invalid('q', 'has nothing that could be found: no letter, digit or sign')
  return terms
}

function serveMatch({ comment, ancestors }: Found['matches'][number], terms: Terms): Match {
  return {
    comment: serve(comment),
    ancestors: ancestors.map((ancestor) => ({
      id: ancestor.id,
      name: isGone(ancestor) ? '' : ancestor.author.name,
    })),
    ranges: findRanges(comment.body, terms),
    nameRanges: findRanges(comment.author.name, terms),
  }
}

/** The first matches that weigh no more than a page may; one at least. */
function pageWithin(matches: readonly Match[]): Match[] {
  let left = PAGE_WEIGHT
  const end = matches.findIndex(({ comment, ...told }, index) => {
    left -= weigh(comment) + bytesOf(told)
    return left < 0 && index > 0
  })
  return matches.slice(0, end === -1 ? matches.length : end)
}

function invalid(field: string | null, reason: string): ProblemError {
  return new ProblemError({ code: 'invalid', field, reason })
}

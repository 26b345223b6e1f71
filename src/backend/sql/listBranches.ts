import { byReplies, byTime } from '../siblingOrder.ts'
import { positionOf } from '../arrivals.ts'
import type { Branches, Position, Ranked, Siblings, StoredComment } from '../store.ts'
import { ask, oneOf, tell, tellDiscussion } from './answers.ts'
import { belowComment, belowThread } from './belowSql.ts'
import type { Query } from './database.ts'
import { timestampOf } from './instants.ts'
import { createParameters, type Parameters } from './parameters.ts'
import { toldOf } from './rows.ts'
import {
  repliesByTime,
  threadsByReplies,
  threadsByRepliesAsOf,
  threadsByTime,
  type Range,
} from './siblingsSql.ts'

/** As `Store.listBranches` says, in one statement. */
export async function listBranches(
  query: Query,
  siblings: Siblings,
  below: number,
): Promise<Branches | null> {
  const { discussionId, parentId } = siblings
  const parameters = createParameters(discussionId)
  const found = findSiblings(siblings, parameters)
  const room = parameters.put(Math.max(0, below), 'bigint')
  const answer = await ask(
    query,
    discussionId,
    [
      `with sibling as materialized (${found})`,
      tellDiscussion(),
      `union all ${tell(`'sibling'`, toldOf('s'), 's.rank')} from sibling s`,
      `union all ${tell(`'below ' || s.id`, toldOf('b'))} from sibling s`,
      `cross join lateral (${parentId === null ? belowThread('s.id', room) : belowComment('s.id', room)}) b`,
      `where s.reply_count > 0`,
      ...(parentId === null ? [] : [tellParent(parameters.put(parentId, 'text'))]),
    ].join('\n'),
    parameters.values,
  )
  if (!answer) return null
  return {
    discussion: answer.discussion,
    parent: oneOf(answer, 'parent'),
    branches: answer
      .of('sibling')
      .map(({ comment, rank }): Ranked => ({ comment, rank: rank ?? comment.replyCount }))
      .toSorted(comparing(siblings))
      .map((ranked) => ({
        ...ranked,
        below: byLevel(answer.of(`below ${ranked.comment.id}`).map(({ comment }) => comment)),
      })),
  }
}

/** As `breadthFirst` gives them. */
export function byLevel(comments: readonly StoredComment[]): StoredComment[] {
  return comments.toSorted((a, b) => a.depth - b.depth || byTime(a, b))
}

/** A place among siblings as parameters. */
export function placeOf(
  { createdAt, sequence, replyCount }: Position,
  byRank: boolean,
  { put }: Parameters,
): NonNullable<Range['after']> {
  return {
    createdAt: put(timestampOf(createdAt), 'timestamptz'),
    sequence: put(sequence, 'bigint'),
    rank: byRank ? put(replyCount, 'bigint') : '',
  }
}

function findSiblings(siblings: Siblings, parameters: Parameters): string {
  const { parentId, order, after, asOf, backwards = false, limit } = siblings
  const range: Range = {
    after: after && placeOf(after, order === 'replies', parameters),
    backwards,
    limit: parameters.put(Math.max(0, limit), 'bigint'),
  }
  if (parentId !== null) return repliesByTime(parameters.put(parentId, 'text'), range)
  if (order !== 'replies') return threadsByTime(order, range)
  return asOf === null ? threadsByReplies(range) : threadsByRepliesAsOf(parameters.put(asOf, 'bigint'), range)
}

function tellParent(parent: string): string {
  return `union all ${tell(`'parent'`, toldOf('p'))} from comments p where p.discussion_id = $1 and p.id = ${parent}`
}

function comparing({ order, backwards = false }: Siblings): (a: Ranked, b: Ranked) => number {
  const isAscending = (order === 'oldest') !== backwards
  const compare = order === 'replies' ? byReplies : byTime
  return (a, b) => (isAscending ? 1 : -1) * compare(positionOf(a), positionOf(b))
}

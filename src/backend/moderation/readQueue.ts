import type { ModeratingInput, ModeratingOutput, WaitingComment } from '../../api/moderating.ts'
import { isId, type CommentId, type DiscussionId } from '../../domain/ids.ts'
import { decode, encode, invalidCursor, isInstant } from '../cursor.ts'
import type { ModeratingStore, Waiting, WaitingPlace } from '../moderatingStore.ts'
import { isGone } from '../page.ts'
import { asJudged } from './asJudged.ts'

/** Comments of a page of the queue, and most reports that are told of each. */
export const QUEUE_PAGE_SIZE = 20
export const REPORTS_TOLD = 50

/** What waits for a moderator. Whoever pages on is not told again of what still waits, and misses nothing that came meanwhile. */
export async function readQueue(
  store: ModeratingStore,
  { cursor }: Omit<ModeratingInput<'readQueue'>, 'moderatorToken'>,
): Promise<ModeratingOutput<'readQueue'>> {
  const after = cursor === undefined ? null : readCursor(cursor)
  const limits = { items: QUEUE_PAGE_SIZE + 1, reports: REPORTS_TOLD }
  const { items, total } = await store.listWaiting(after, limits)
  const told = items.slice(0, QUEUE_PAGE_SIZE)
  const last = items.length > told.length ? told.at(-1) : undefined
  return { items: told.map(serveWaiting), nextCursor: last ? cursorOf(last) : null, total }
}

function serveWaiting(waiting: Waiting): WaitingComment {
  const { comment, discussion, holding, answered, reports, reportCount, since } = waiting
  const { id, title, url, closed } = discussion
  return {
    comment: asJudged(comment, holding),
    discussion: { id, title, url, closed },
    heldFor: holding?.reason ?? null,
    reports: [...reports],
    reportCount,
    answered: answered && {
      id: answered.id,
      name: isGone(answered) ? '' : answered.author.name,
      body: isGone(answered) ? '' : answered.body,
    },
    waitingSince: since,
  }
}

function cursorOf({ since, comment }: Waiting): string {
  return encode(`waits ${since} ${comment.discussionId} ${comment.id}`)
}

function readCursor(cursor: string): WaitingPlace {
  const [, since = '', discussionId, commentId] =
    /^waits ([\dTZ:.+-]+) ([\w-]+) ([\w-]+)$/.exec(decode(cursor)) ?? []
  if (!isInstant(since) || !isId<DiscussionId>(discussionId) || !isId<CommentId>(commentId)) {
    throw invalidCursor('must come from a page of the queue')
  }
  return { since, discussionId, commentId }
}

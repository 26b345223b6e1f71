import { PAGE_SIZE, type Input, type Output } from '../api/contract.ts'
import { positionOf } from './arrivals.ts'
import { readThreadCursor, threadCursor } from './cursor.ts'
import { missing } from './missing.ts'
import { servePage } from './page.ts'
import { threadsWithin } from './pageWeight.ts'
import type { Ranked, ReadingStore } from './store.ts'

/** Most comments that a page holds below one thread, or below one direct reply of a branch. */
export const REPLY_BUDGET = 25

const START = { after: null, asOf: null, backwards: false }

/** A page of threads. The first page of a run fixes the version whose reply counts the order `replies` goes by. */
export async function listComments(
  store: ReadingStore,
  { discussionId, order = 'newest', limit = PAGE_SIZE, cursor }: Input<'listComments'>,
): Promise<Output<'listComments'>> {
  const from = cursor === undefined ? START : readThreadCursor(cursor, order)
  const siblings = { discussionId, parentId: null, order, ...from, limit: limit + 1 }
  const { discussion, branches } = (await store.listBranches(siblings, REPLY_BUDGET)) ?? missing('discussion')
  const { count, threadCount, version, importedIn } = discussion
  const page = threadsWithin(branches.slice(0, limit))
  const end = branches.length > page.length ? page.at(-1) : undefined
  const asOf = from.asOf !== null && from.asOf >= importedIn ? from.asOf : version
  const cursorAt = (thread: Ranked | undefined, backwards: boolean) =>
    thread ? threadCursor(order, { after: positionOf(thread), asOf, backwards }) : null
  const { backwards } = from
  return {
    comments: servePage(
      (backwards ? page.toReversed() : page).flatMap(({ comment, below }) => [comment].concat(below)),
    ),
    nextCursor: cursorAt(backwards ? page[0] : end, false),
    ...(backwards && { previousCursor: cursorAt(end, true) }),
    total: count,
    threadCount,
    version,
  }
}

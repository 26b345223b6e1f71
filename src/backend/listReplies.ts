import type { Input, Output } from '../api/contract.ts'
import { readReplyCursor, replyCursor } from './cursor.ts'
import { REPLY_BUDGET } from './listComments.ts'
import { missing } from './missing.ts'
import { countAll, servePage } from './page.ts'
import { firstWithin, PAGE_WEIGHT } from './pageWeight.ts'
import type { ReadingStore, Siblings } from './store.ts'

/** Most comments of a page of a branch; it holds one direct reply at least. */
export const BRANCH_PAGE_SIZE = 50

/** A page of a branch: its next direct replies, and what stands below them as far as there is room for it. */
export async function listReplies(
  store: ReadingStore,
  { discussionId, commentId, cursor }: Input<'listReplies'>,
): Promise<Output<'listReplies'>> {
  const { after, held } = cursor === undefined ? { after: null, held: 0 } : readReplyCursor(cursor, commentId)
  const siblings: Siblings = {
    discussionId,
    parentId: commentId,
    order: 'oldest',
    asOf: null,
    after,
    limit: BRANCH_PAGE_SIZE + 1,
  }
  const found = (await store.listBranches(siblings, REPLY_BUDGET)) ?? missing('discussion')
  const parent = found.parent ?? missing('comment')
  const direct = found.branches.slice(0, BRANCH_PAGE_SIZE).map(({ comment }) => comment)
  const replies = firstWithin(direct, PAGE_WEIGHT, 1)
  const below = found.branches
    .slice(0, replies.length)
    .flatMap((branch) => branch.below)
    .toSorted((a, b) => a.depth - b.depth)
  const page = [...replies, ...below].slice(0, BRANCH_PAGE_SIZE)
  const heldThen = held + countAll(replies)
  const last = found.branches.length > replies.length ? replies.at(-1) : undefined
  return {
    comments: servePage(firstWithin(page, PAGE_WEIGHT, replies.length)),
    nextCursor: last ? replyCursor({ commentId, after: last, held: heldThen }) : null,
    hiddenReplies: last ? Math.max(1, parent.replyCount - heldThen) : 0,
    version: found.discussion.version,
  }
}

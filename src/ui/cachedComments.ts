import type { QueryClient } from '@tanstack/react-query'
import type { Api } from '../api/contract.ts'
import type { ChangePage, ReplyPage } from '../api/schemas.ts'
import type { Comment } from '../domain/comment.ts'
import type { CommentId, DiscussionId, IdempotencyKey } from '../domain/ids.ts'
import type { Order } from '../domain/order.ts'
import {
  arrivalsQuery,
  branchesQuery,
  commentsKey,
  commentsQuery,
  discussionQuery,
  noArrivals,
  type Arrivals,
} from './queries.ts'

/** Keeps a comment that was posted from this page with that key, which is shown at once. */
export function cachePosted(queryClient: QueryClient, comment: Comment, key: IdempotencyKey): void {
  change(queryClient, comment.discussionId, (arrivals) => ({
    ...arrivals,
    added: withAdded(arrivals.added, [comment]),
    shown: new Set(arrivals.shown).add(comment.id),
    own: new Set(arrivals.own).add(comment.id),
    acknowledged: new Set(arrivals.acknowledged).add(key),
  }))
}

/** Keeps what this page made of one of its comments. */
export function cacheRevised(queryClient: QueryClient, comment: Comment): void {
  change(queryClient, comment.discussionId, (arrivals) => ({
    ...arrivals,
    edited: new Map(arrivals.edited).set(comment.id, comment),
    deleted: comment.status === 'deleted' ? new Set(arrivals.deleted).add(comment.id) : arrivals.deleted,
  }))
}

/** Keeps more of a branch, which is shown wherever the branch is. */
export function cacheReplies(
  queryClient: QueryClient,
  { discussionId, id }: Comment,
  { comments, nextCursor, version }: ReplyPage,
): void {
  const { queryKey } = branchesQuery(discussionId)
  const branches = queryClient.getQueryData(queryKey) ?? []
  queryClient.setQueryData(queryKey, [...branches, { branchId: id, comments, nextCursor, version }])
}

/**
 * Keeps what became of a discussion since it was read. What came is counted, and shown when it is asked for (`showArrivals`); what
 * was edited or deleted is so at once. Where more happened than can be told, all is to be read anew.
 */
export function cacheChanges(queryClient: QueryClient, discussionId: DiscussionId, page: ChangePage): void {
  const { version, total } = page
  change(queryClient, discussionId, (arrivals) => {
    const missed = { total, version }
    if (page.isReset || page.hasMore) return { ...arrivals, version, missed }
    const edited = new Map(arrivals.edited)
    const deleted = new Set(arrivals.deleted)
    for (const comment of page.edited) {
      edited.set(comment.id, comment)
      deleted.delete(comment.id)
    }
    for (const id of page.deleted) deleted.add(id)
    const added = withAdded(arrivals.added, page.added)
    // The total before told of more than its version: of all that had come when only a part of it could be told.
    return { ...arrivals, version, added, edited, deleted, missed: arrivals.missed && missed }
  })
}

export function showArrivals(
  queryClient: QueryClient,
  discussionId: DiscussionId,
  ids: readonly CommentId[],
): void {
  change(queryClient, discussionId, (arrivals) => ({
    ...arrivals,
    shown: new Set([...arrivals.shown, ...ids]),
  }))
}

/**
 * Reads the discussion and its first page in an order anew, and then forgets all but what came meanwhile; where that fails,
 * all stays as it is. What is just being read is not waited for.
 */
export async function readAnew(
  queryClient: QueryClient,
  api: Api,
  discussionId: DiscussionId,
  order: Order,
): Promise<void> {
  const before = queryClient.getQueryData(arrivalsQuery(discussionId).queryKey) ?? noArrivals
  const [discussion, page] = await Promise.all([
    api.readDiscussion({ discussionId }),
    api.listComments({ discussionId, order }),
  ])
  const filters = { queryKey: commentsKey(discussionId) }
  const isOther = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey.at(-1) !== order
  await queryClient.cancelQueries(filters)
  queryClient.removeQueries({ ...filters, type: 'inactive', predicate: isOther })
  queryClient.setQueryData(discussionQuery(api, discussionId).queryKey, discussion)
  queryClient.setQueryData(commentsQuery(api, discussionId, order).queryKey, {
    pages: [page],
    pageParams: [null],
  })
  queryClient.setQueryData(branchesQuery(discussionId).queryKey, [])
  change(queryClient, discussionId, (now) => ({
    ...now,
    added: now.added.filter(({ sequence }) => sequence > page.version),
    edited: new Map([...now.edited].filter(([id, comment]) => before.edited.get(id) !== comment)),
    deleted: new Set([...now.deleted].filter((id) => !before.deleted.has(id))),
    missed: now.missed === before.missed ? null : now.missed,
  }))
  // Another order may have been asked for meanwhile.
  await queryClient.invalidateQueries({ ...filters, predicate: isOther })
}

function change(
  queryClient: QueryClient,
  discussionId: DiscussionId,
  changed: (arrivals: Arrivals) => Arrivals,
): void {
  const { queryKey } = arrivalsQuery(discussionId)
  queryClient.setQueryData(queryKey, (arrivals = noArrivals) => changed(arrivals))
}

/** In the order in which they came; each once. */
function withAdded(added: readonly Comment[], more: readonly Comment[]): Comment[] {
  const byId = new Map([...added, ...more].map((comment) => [comment.id, comment]))
  return [...byId.values()].toSorted((a, b) => a.sequence - b.sequence)
}

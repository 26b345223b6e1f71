import type { QueryClient } from '@tanstack/react-query'
import type { Api } from '../api/contract.ts'
import type { ChangePage } from '../api/schemas.ts'
import type { DiscussionId } from '../domain/ids.ts'
import type { Order } from '../domain/order.ts'
import { changeArrivals } from './cachedComments.ts'
import { withAdded } from './cachedWriting.ts'
import {
  arrivalsQuery,
  branchesQuery,
  commentsKey,
  commentsQuery,
  contextsQuery,
  discussionQuery,
  noArrivals,
} from './queries.ts'

/**
 * Keeps what became of a discussion since it was read. What came is counted, and shown when it is asked for (`showArrivals`); what
 * was edited or deleted is so at once. Where more happened than can be told, all is to be read anew.
 */
export function cacheChanges(queryClient: QueryClient, discussionId: DiscussionId, page: ChangePage): void {
  const { version, total } = page
  changeArrivals(queryClient, discussionId, (arrivals) => {
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

/**
 * Reads the discussion, its first page in an order and the threads that are pinned there anew, and then forgets all but what came
 * meanwhile; where that fails, all stays as it is. A pinned thread that the page holds goes there. What is just being read is not waited for.
 */
export async function readAnew(
  queryClient: QueryClient,
  api: Api,
  discussionId: DiscussionId,
  order: Order,
): Promise<void> {
  const before = queryClient.getQueryData(arrivalsQuery(discussionId).queryKey) ?? noArrivals
  const pinned = queryClient
    .getQueryData(contextsQuery(discussionId).queryKey)
    ?.filter(({ pinnedIn }) => pinnedIn === order)
  const [discussion, page, ...contexts] = await Promise.all([
    api.readDiscussion({ discussionId }),
    api.listComments({ discussionId, order }),
    ...(pinned ?? []).map(async (context) => ({
      ...context,
      ...(await api.readContext({ discussionId, commentId: context.commentId })),
    })),
  ])
  const isInPage = new Set(page.comments.map(({ id }) => id))
  const filters = { queryKey: commentsKey(discussionId) }
  const isOther = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey.at(-1) !== order
  await queryClient.cancelQueries(filters)
  queryClient.removeQueries({ ...filters, type: 'inactive', predicate: isOther })
  // Whoever follows the changes sees to it that the page is closed, and opened again, when nobody is writing.
  queryClient.setQueryData(discussionQuery(api, discussionId).queryKey, (shown) => ({
    ...discussion,
    closed: shown?.closed ?? discussion.closed,
  }))
  queryClient.setQueryData(commentsQuery(api, discussionId, order).queryKey, {
    pages: [page],
    pageParams: [null],
  })
  queryClient.setQueryData(branchesQuery(discussionId).queryKey, [])
  queryClient.setQueryData(
    contextsQuery(discussionId).queryKey,
    contexts.map((context) => {
      const [thread] = context.comments
      return thread && isInPage.has(thread.id) ? { ...context, pinnedIn: null } : context
    }),
  )
  changeArrivals(queryClient, discussionId, (now) => ({
    ...now,
    added: now.added.filter(({ sequence }) => sequence > page.version),
    edited: new Map([...now.edited].filter(([id, comment]) => before.edited.get(id) !== comment)),
    deleted: new Set([...now.deleted].filter((id) => !before.deleted.has(id))),
    missed: now.missed === before.missed ? null : now.missed,
  }))
  // Another order may have been asked for meanwhile.
  await queryClient.invalidateQueries({ ...filters, predicate: isOther })
}

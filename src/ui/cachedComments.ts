import type { QueryClient } from '@tanstack/react-query'
import type { ReplyPage } from '../api/schemas.ts'
import type { Comment } from '../domain/comment.ts'
import type { CommentId, DiscussionId } from '../domain/ids.ts'
import { arrivalsQuery, branchesQuery, noArrivals, type Arrivals } from './queries.ts'

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

export function showArrivals(
  queryClient: QueryClient,
  discussionId: DiscussionId,
  ids: readonly CommentId[],
): void {
  changeArrivals(queryClient, discussionId, (arrivals) => ({
    ...arrivals,
    shown: new Set([...arrivals.shown, ...ids]),
  }))
}

/** Changes what is known to have happened in a discussion since it was read. */
export function changeArrivals(
  queryClient: QueryClient,
  discussionId: DiscussionId,
  changed: (arrivals: Arrivals) => Arrivals,
): void {
  const { queryKey } = arrivalsQuery(discussionId)
  queryClient.setQueryData(queryKey, (arrivals = noArrivals) => changed(arrivals))
}

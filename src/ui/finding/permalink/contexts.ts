import type { QueryClient } from '@tanstack/react-query'
import type { Api } from '../../../api/contract.ts'
import type { CommentContext } from '../../../api/finding.ts'
import type { CommentId, DiscussionId } from '../../../domain/ids.ts'
import type { Order } from '../../../domain/order.ts'
import { arrivalsQuery, commentsQuery, contextsQuery, type ReadContext } from '../../queries.ts'

export const contextQuery = (api: Api, discussionId: DiscussionId, commentId: CommentId) => ({
  queryKey: ['context', discussionId, commentId],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.readContext({ discussionId, commentId }, { signal }),
  gcTime: 0,
  staleTime: 0,
})

/** Where the contexts of a discussion are kept, and which of its threads stand there in their order. */
export type Shelf = { queryClient: QueryClient; api: Api; discussionId: DiscussionId; order: Order }

/** Keeps what was read of a comment's thread; where that stands nowhere yet, it is pinned. Gives whether the comment is in it. */
export function keepContext(
  shelf: Shelf,
  commentId: CommentId,
  { comments, version }: CommentContext,
): boolean {
  if (!comments.some(({ id }) => id === commentId)) return false
  change(shelf, (contexts) => [
    ...contexts,
    pinnedIfNeeded(shelf, { commentId, comments, version, pinnedIn: null }),
  ])
  return true
}

/** Pins what was read of a comment's thread before, where that stands nowhere in this order. Gives whether the comment was read. */
export function pinContext(shelf: Shelf, commentId: string): boolean {
  const isAsked = (context: ReadContext) => context.comments.some(({ id }) => id === commentId)
  const { queryKey } = contextsQuery(shelf.discussionId)
  if (!shelf.queryClient.getQueryData(queryKey)?.some(isAsked)) return false
  change(shelf, (contexts) => contexts.map((each) => (isAsked(each) ? pinnedIfNeeded(shelf, each) : each)))
  return true
}

function pinnedIfNeeded(shelf: Shelf, context: ReadContext): ReadContext {
  return stands(shelf, context) ? context : { ...context, pinnedIn: shelf.order }
}

function stands({ queryClient, api, discussionId, order }: Shelf, { comments }: ReadContext): boolean {
  const threadId = comments[0]?.id
  const pages = queryClient.getQueryData(commentsQuery(api, discussionId, order).queryKey)?.pages ?? []
  const arrivals = queryClient.getQueryData(arrivalsQuery(discussionId).queryKey)
  const later = arrivals?.added.filter(({ id }) => arrivals.shown.has(id)) ?? []
  return [...pages.flatMap((page) => page.comments), ...later].some(({ id }) => id === threadId)
}

function change(
  { queryClient, discussionId }: Shelf,
  changed: (contexts: ReadContext[]) => ReadContext[],
): void {
  queryClient.setQueryData(contextsQuery(discussionId).queryKey, (contexts = []) => changed(contexts))
}

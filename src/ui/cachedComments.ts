import type { QueryClient } from '@tanstack/react-query'
import type { ReplyPage } from '../api/schemas.ts'
import type { Comment } from '../domain/comment.ts'
import type { Discussion } from '../domain/discussion.ts'
import { withOneMoreBelow, withReplies } from '../domain/edits.ts'
import type { CommentId, DiscussionId } from '../domain/ids.ts'
import { ORDERS, type Order } from '../domain/order.ts'
import { ancestorsOf } from '../domain/thread.ts'
import { commentsKey, discussionKey, postedQuery, type CommentPages, type Posted } from './queries.ts'

/**
 * Keeps a comment that was posted from this page beside the pages that were read, which a page that is just being read would
 * overwrite. One that was posted before, and is now acknowledged again, counts once.
 */
export function cachePosted(queryClient: QueryClient, comment: Comment): void {
  const { discussionId } = comment
  const { queryKey } = postedQuery(discussionId)
  const posted = queryClient.getQueryData(queryKey) ?? []
  if (posted.some((each) => each.comment.id === comment.id)) return
  queryClient.setQueryData<Discussion>(discussionKey(discussionId), (discussion) =>
    discussion && discussion.now < comment.createdAt ? withOneMore(discussion, comment) : discussion,
  )
  const uncounted = ORDERS.map((order) => {
    const pages = queryClient.getQueryData<CommentPages>([...commentsKey(discussionId), order])?.pages
    return [order, ancestorsThatMiss(comment, pages?.flatMap((page) => page.comments) ?? [], posted)]
  })
  queryClient.setQueryData(queryKey, [...posted, { comment, uncounted: Object.fromEntries(uncounted) }])
}

/**
 * The comments of pages in an order, and with them what was posted from this page and is not among them: threads at the
 * end where the newest come, replies where the comment that they answer is. What the pages do not count is counted.
 */
export function withPosted(comments: readonly Comment[], posted: readonly Posted[], order: Order): Comment[] {
  let merged = [...comments]
  for (const { comment, uncounted } of posted) {
    const { id, parentId } = comment
    merged = withOneMoreBelow(merged, uncounted[order] ?? [])
    if (merged.some((each) => each.id === id)) continue
    if (parentId === null) merged = order === 'newest' ? [comment, ...merged] : [...merged, comment]
    else if (merged.some((each) => each.id === parentId)) merged.push(comment)
  }
  return merged
}

/**
 * Takes more of a branch into the pages in which it goes on from `cursor`, once no page is being read, as that would
 * overwrite it.
 */
export async function cacheReplies(
  queryClient: QueryClient,
  { discussionId, id, nextReplyCursor }: Comment,
  more: ReplyPage,
): Promise<void> {
  await untilNoneIsRead(queryClient, discussionId)
  queryClient.setQueriesData<CommentPages>(
    { queryKey: commentsKey(discussionId) },
    (pages) =>
      pages && {
        ...pages,
        pages: pages.pages.map((page) =>
          page.comments.some((each) => each.id === id && each.nextReplyCursor === nextReplyCursor)
            ? { ...page, comments: withReplies(page.comments, id, more) }
            : page,
        ),
      },
  )
}

/** Those above a comment that were read, or posted, before it came; none where it was read itself. */
function ancestorsThatMiss(
  comment: Comment,
  read: readonly Comment[],
  posted: readonly Posted[],
): CommentId[] {
  if (read.length === 0 || read.some(({ id }) => id === comment.id)) return []
  const known = new Map([...posted.map((each) => each.comment), ...read].map((each) => [each.id, each]))
  return ancestorsOf(comment, (id) => known.get(id)).map(({ id }) => id)
}

function withOneMore(discussion: Discussion, { parentId }: Comment): Discussion {
  const { count, threadCount } = discussion
  return { ...discussion, count: count + 1, threadCount: threadCount + (parentId === null ? 1 : 0) }
}

async function untilNoneIsRead(queryClient: QueryClient, discussionId: DiscussionId): Promise<void> {
  const isIdle = () => queryClient.isFetching({ queryKey: commentsKey(discussionId) }) === 0
  if (isIdle()) return
  await new Promise<void>((resolve) => {
    const stop = queryClient.getQueryCache().subscribe(() => {
      if (!isIdle()) return
      stop()
      resolve()
    })
  })
}

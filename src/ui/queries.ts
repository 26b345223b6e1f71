import { infiniteQueryOptions, QueryClient, queryOptions, type InfiniteData } from '@tanstack/react-query'
import type { Api } from '../api/contract.ts'
import { problemOf, type Problem } from '../api/problem.ts'
import type { CommentPage, ReplyPage } from '../api/schemas.ts'
import type { Comment } from '../domain/comment.ts'
import type { Discussion } from '../domain/discussion.ts'
import { withNewComment, withReplies } from '../domain/edits.ts'
import type { ArticleId, CommentId, DiscussionId } from '../domain/ids.ts'
import type { Order } from '../domain/order.ts'

export type CommentPages = InfiniteData<CommentPage, string | null>

/** Which article the page is about. */
export const articleIdQuery = (findArticleId: () => Promise<ArticleId>) =>
  queryOptions({ queryKey: ['article-id'], queryFn: findArticleId })

/** Something that the page is told once, by whoever runs the backend. */
export const hostQuery = <State>(findState: () => Promise<State>) =>
  queryOptions({ queryKey: ['host'], queryFn: findState })

export const articleQuery = (api: Api, articleId: ArticleId) =>
  queryOptions({
    queryKey: ['article', articleId],
    queryFn: ({ signal }) => api.readArticle({ articleId }, { signal }),
  })

export const discussionQuery = (api: Api, discussionId: DiscussionId) =>
  queryOptions({
    queryKey: ['discussion', discussionId],
    queryFn: ({ signal }) => api.readDiscussion({ discussionId }, { signal }),
  })

export const commentsQuery = (api: Api, discussionId: DiscussionId, order: Order) =>
  infiniteQueryOptions({
    queryKey: [...commentsKey(discussionId), order],
    queryFn: ({ signal, pageParam }) =>
      api.listComments(
        { discussionId, order, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

export const postKey = (discussionId: DiscussionId) => ['post', discussionId]

/**
 * What is read is not read again by itself, as a page that is read is a page that does not move. What another try may
 * mend is tried three times in all, `retryDelayMs` apart, then twice that; a post keeps its key meanwhile.
 * `alwaysOnline`: the backend is in the browser and answers without a network.
 */
export function createQueryClient(options: { alwaysOnline: boolean; retryDelayMs?: number }): QueryClient {
  const { retryDelayMs = 500 } = options
  const shared = {
    networkMode: options.alwaysOnline ? ('always' as const) : ('online' as const),
    retry: (failures: number, error: Error) => failures < 2 && isPassing(problemOf(error)),
    retryDelay: (failures: number) => retryDelayMs * 2 ** failures,
  }
  return new QueryClient({
    defaultOptions: {
      queries: { ...shared, staleTime: Infinity, gcTime: Infinity, refetchOnReconnect: false },
      mutations: { ...shared, gcTime: Infinity },
    },
  })
}

/** Whether the same request may succeed a moment later. */
export function isPassing(problem: Problem): boolean {
  switch (problem.code) {
    case 'unavailable':
    case 'unreachable':
    case 'timed-out':
    case 'unexpected-answer':
      return true
    default:
      return false
  }
}

/** Takes a comment that was just posted into everything that is cached: the discussion's counts and, in each order, its place. */
export function cachePosted(queryClient: QueryClient, posted: Comment): void {
  const { discussionId } = posted
  queryClient.setQueryData<Discussion>(
    ['discussion', discussionId],
    (discussion) =>
      discussion && {
        ...discussion,
        count: discussion.count + 1,
        threadCount: discussion.threadCount + (posted.parentId === null ? 1 : 0),
      },
  )
  for (const [queryKey] of queryClient.getQueriesData<CommentPages>({
    queryKey: commentsKey(discussionId),
  })) {
    const newestFirst = queryKey.at(-1) === ('newest' satisfies Order)
    queryClient.setQueryData<CommentPages>(
      queryKey,
      (pages) =>
        pages &&
        changePage(pages, pageOf(pages, posted, newestFirst), (comments) =>
          newestFirst && posted.parentId === null ? [posted, ...comments] : withNewComment(comments, posted),
        ),
    )
  }
}

/** Takes more of a branch into the pages that hold the branch's comment. */
export function cacheReplies(
  queryClient: QueryClient,
  discussionId: DiscussionId,
  branchId: CommentId,
  more: ReplyPage,
): void {
  queryClient.setQueriesData<CommentPages>({ queryKey: commentsKey(discussionId) }, (pages) => {
    const index = pages?.pages.findIndex((page) => page.comments.some(({ id }) => id === branchId)) ?? -1
    return pages && index >= 0
      ? changePage(pages, index, (comments) => withReplies(comments, branchId, more))
      : pages
  })
}

function commentsKey(discussionId: DiscussionId) {
  return ['comments', discussionId]
}

function pageOf(pages: CommentPages, posted: Comment, newestFirst: boolean): number {
  if (posted.parentId === null) return newestFirst ? 0 : pages.pages.length - 1
  return pages.pages.findIndex((page) => page.comments.some(({ id }) => id === posted.parentId))
}

function changePage(
  pages: CommentPages,
  index: number,
  change: (comments: Comment[]) => Comment[],
): CommentPages {
  return {
    ...pages,
    pages: pages.pages.map((page, at) =>
      at === index ? { ...page, comments: change(page.comments) } : page,
    ),
  }
}

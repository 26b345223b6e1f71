import { infiniteQueryOptions, queryOptions, type InfiniteData } from '@tanstack/react-query'
import type { Api } from '../api/contract.ts'
import type { CommentPage } from '../api/schemas.ts'
import type { Comment } from '../domain/comment.ts'
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
    queryKey: discussionKey(discussionId),
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

/** A comment that was posted from this page, and, in each order that was read before it, the comments that do not count it. */
export type Posted = { comment: Comment; uncounted: Readonly<Partial<Record<Order, CommentId[]>>> }

/** What was posted from this page, oldest first; nothing is asked of the backend for it. */
export const postedQuery = (discussionId: DiscussionId) =>
  queryOptions({
    queryKey: ['posted', discussionId],
    queryFn: (): Posted[] => [],
    initialData: [],
  })

export const POST_KEY = ['post']

export const postKey = (discussionId: DiscussionId) => [...POST_KEY, discussionId]

export const discussionKey = (discussionId: DiscussionId) => ['discussion', discussionId]

/** Of the comments in every order; the order comes last. */
export const commentsKey = (discussionId: DiscussionId) => ['comments', discussionId]

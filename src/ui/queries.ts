import { infiniteQueryOptions, queryOptions, type InfiniteData } from '@tanstack/react-query'
import type { Api } from '../api/contract.ts'
import type { CommentPage } from '../api/schemas.ts'
import type { BranchExcerpt, Excerpt, Happenings } from '../domain/assemble.ts'
import type { Comment } from '../domain/comment.ts'
import type { ArticleId, CommentId, DiscussionId, IdempotencyKey } from '../domain/ids.ts'
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

/** The next replies to a comment that are not here; what it gives is kept with the branches. */
export const repliesQuery = (api: Api, { discussionId, id, nextReplyCursor }: Comment) =>
  queryOptions({
    queryKey: ['replies', discussionId, id, nextReplyCursor],
    queryFn: ({ signal }) =>
      api.listReplies(
        { discussionId, commentId: id, ...(nextReplyCursor !== null && { cursor: nextReplyCursor }) },
        { signal },
      ),
    gcTime: 0,
  })

/** What happened in a discussion since it was read. */
export type Arrivals = Happenings & {
  /** What was posted from this page. */
  own: ReadonlySet<CommentId>
  /** The keys that it was posted with. */
  acknowledged: ReadonlySet<IdempotencyKey>
  /** Up to which version it is known; `null` where nothing was asked since. */
  version: number | null
  /** More than can be told one by one: all is to be read anew. `total` is how many comments there were at that version. */
  missed: { total: number; version: number } | null
}

export const noArrivals: Arrivals = {
  added: [],
  shown: new Set(),
  own: new Set(),
  acknowledged: new Set(),
  edited: new Map(),
  deleted: new Set(),
  version: null,
  missed: null,
}

/** Nothing is asked of the backend for it: it is told. */
export const arrivalsQuery = (discussionId: DiscussionId) =>
  queryOptions({
    queryKey: ['arrivals', discussionId],
    queryFn: (): Arrivals => noArrivals,
    initialData: noArrivals,
  })

/** What was read of branches beyond the pages, in the order in which it was read, for every order of the threads. */
export const branchesQuery = (discussionId: DiscussionId) =>
  queryOptions({
    queryKey: ['branches', discussionId],
    queryFn: (): BranchExcerpt[] => [],
    initialData: [],
  })

/** What was read of a comment's thread for itself. */
export type ReadContext = Excerpt & {
  commentId: CommentId
  /** The order of the threads in which it stands before them; `null` where it stands among them. */
  pinnedIn: Order | null
}

/** The same of comments that were led to and were not here. */
export const contextsQuery = (discussionId: DiscussionId) =>
  queryOptions({
    queryKey: ['contexts', discussionId],
    queryFn: (): ReadContext[] => [],
    initialData: [],
  })

/** Of the comments in every order; the order comes last. */
export const commentsKey = (discussionId: DiscussionId) => ['comments', discussionId]

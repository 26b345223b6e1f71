import type { QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import type { Api } from '../api/contract.ts'
import * as schemas from '../api/schemas.ts'
import type { ArticleId } from '../domain/ids.ts'
import { articleIdQuery, articleQuery, commentsQuery, discussionQuery } from '../ui/queries.ts'

const pageData = v.object({
  article: schemas.article,
  discussion: schemas.discussion,
  /** The first page, newest first. */
  comments: schemas.commentPage,
})

/** What a page is drawn from before any script, and what it then goes on from. */
export type PageData = v.InferOutput<typeof pageData>

export async function loadPageData(api: Api, articleId: ArticleId): Promise<PageData> {
  const article = await api.readArticle({ articleId })
  const { discussionId } = article
  const discussion = await api.readDiscussion({ discussionId })
  const comments = await api.listComments({ discussionId, order: 'newest' })
  return { article, discussion, comments }
}

/** `null` where the text is not what `loadPageData` gives, as one that was made for another version of the page may be. */
export function parsePageData(text: string): PageData | null {
  try {
    const parsed = v.safeParse(pageData, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/** Has the page find what it was drawn from where it would ask for it. */
export function cachePageData(
  queryClient: QueryClient,
  api: Api,
  { article, discussion, comments }: PageData,
): void {
  const { queryKey: articleIdKey } = articleIdQuery(() => Promise.resolve(article.id))
  queryClient.setQueryData(articleIdKey, article.id)
  queryClient.setQueryData(articleQuery(api, article.id).queryKey, article)
  queryClient.setQueryData(discussionQuery(api, discussion.id).queryKey, discussion)
  queryClient.setQueryData(commentsQuery(api, discussion.id, 'newest').queryKey, {
    pages: [comments],
    pageParams: [null],
  })
}

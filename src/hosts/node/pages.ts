import type { Api } from '../../api/contract.ts'
import { problemOf } from '../../api/problem.ts'
import { isId, type ArticleId } from '../../domain/ids.ts'
import { answerWithContent, packContent, type Content } from './content.ts'
import { framePolicy } from './files.ts'
import { recent } from './recent.ts'
import { refusalPage } from './plainPage.ts'

/** Draws the page of an article, as `renderPage` of `src/prerender.tsx` does. */
export type RenderPage = (options: {
  api: Api
  articleId: ArticleId
  template: string
  base: string
}) => Promise<string>

export type PageOptions = {
  api: Api
  renderPage: RenderPage
  /** The bare page, as it was built. */
  template: string
  /** The article that is shown to who asks for none; `null` where there is none. */
  findFirst: () => Promise<ArticleId | null>
  onError: (error: unknown) => void
}

/** How many pages are kept: some 100 kB each, with what they are compressed to. */
const KEPT = 200

/** Pages are drawn while somebody waits; the rest of what is to be had takes several times as long. */
const QUALITY = 5

/**
 * Answers with the page of an article, drawn from the store. It is drawn once for each version of its discussion, however many ask
 * for it at the same moment. `base` is the absolute URL of the contract, as the page will have it.
 */
export function createPages({ api, renderPage, template, findFirst, onError }: PageOptions) {
  const kept = recent<Content>(KEPT)

  async function draw(articleId: ArticleId, version: string, base: string): Promise<Content> {
    const html = await renderPage({ api, articleId, template, base })
    const bytes = new TextEncoder().encode(html)
    return packContent('text/html; charset=utf-8', bytes, {
      quality: QUALITY,
      tag: `${template} ${base} ${version}`,
    })
  }

  return async (request: Request, asked: string | null, base: string): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refusalPage(405, 'Not possible', 'This page can only be read.', { Allow: 'GET, HEAD' })
    }
    try {
      const articleId = asked ?? (await findFirst())
      if (articleId === null) {
        return refusalPage(
          404,
          'Nothing here yet',
          'The server is well, and has no article that it could show. Who runs it takes articles in with "npm run seed"; ' +
            'discussions of other sites’ pages need none.',
        )
      }
      if (!isId<ArticleId>(articleId)) return missing()
      const { discussionId } = await api.readArticle({ articleId })
      const { version } = await api.readDiscussion({ discussionId })
      const content = await kept(`${articleId} ${version} ${base}`, () =>
        draw(articleId, `${articleId} ${version}`, base),
      )
      return answerWithContent(request, content, {
        headers: { 'Cache-Control': 'no-cache', 'Content-Security-Policy': framePolicy([]) },
      })
    } catch (error) {
      if (problemOf(error).code === 'not-found') return missing()
      onError(error)
      return refusalPage(
        503,
        'Unavailable',
        'The article cannot be reached at the moment. Try again shortly.',
        {
          'Retry-After': '10',
        },
      )
    }
  }
}

function missing(): Response {
  return refusalPage(404, 'Not found', 'There is no such article here. Check the address.')
}

import { prerender } from 'react-dom/static'
import type { Api } from './api/contract.ts'
import type { ArticleId } from './domain/ids.ts'
import { beforePaintScript } from './page/beforePaint.ts'
import { fillTemplate } from './page/fillTemplate.ts'
import { headOf } from './page/head.ts'
import { cachePageData, loadPageData } from './page/pageData.ts'
import { Root } from './page/Root.tsx'
import { structuredData } from './page/structuredData.ts'
import { nobodysAmbient } from './ui/nobody.ts'
import { createQueryClient } from './ui/queryClient.ts'

/**
 * The page of an article and the first page of its discussion, newest first, as HTML that can be read before any script has
 * run, and that the page's own script then goes on from. `template` is the bare page as it was built; its policy is the
 * page's, with the hashes of what is inline there (`readPolicy` reads it, for a header). `base` is the absolute URL of the backend that
 * the template was built for, `null` for the one in the browser: what is typed early is kept for that one. Rejects with what the
 * `Api` rejects with, and where the template has no room for its parts.
 */
export async function renderPage({
  api,
  articleId,
  template,
  base = null,
}: {
  api: Api
  articleId: ArticleId
  template: string
  base?: string | null
}): Promise<string> {
  const data = await loadPageData(api, articleId)
  const queryClient = createQueryClient()
  cachePageData(queryClient, api, data)
  const failures: unknown[] = []
  const { prelude } = await prerender(
    <Root
      queryClient={queryClient}
      ambient={nobodysAmbient(api)}
      findArticleId={() => Promise.resolve(data.article.id)}
    />,
    {
      onError: (error) => void failures.push(error),
      // What waited for its code stands in its place, however long it is, and not behind the page for a script to put there.
      progressiveChunkSize: Infinity,
    },
  )
  // A page of which a part could not be drawn is no page.
  if (failures.length > 0) throw failures[0]
  return fillTemplate(template, {
    articleId: data.article.id,
    head: headOf(data),
    content: await new Response(prelude).text(),
    beforePaint: beforePaintScript(data.discussion.id, base),
    data,
    structuredData: structuredData(data),
  })
}

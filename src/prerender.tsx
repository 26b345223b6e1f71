import { prerender } from 'react-dom/static'
import type { Api } from './api/contract.ts'
import type { ArticleId } from './domain/ids.ts'
import { beforePaintScript } from './page/beforePaint.ts'
import { fillTemplate } from './page/fillTemplate.ts'
import { headOf } from './page/head.ts'
import { cachePageData, loadPageData } from './page/pageData.ts'
import { Root } from './page/Root.tsx'
import { structuredData } from './page/structuredData.ts'
import type { Ambient } from './ui/ambient.tsx'
import { english } from './ui/messages/english.ts'
import type { DeviceStorage } from './ui/parts/deviceStorage.ts'
import { createQueryClient } from './ui/queryClient.ts'

/** Of nobody in particular: what a reader's device keeps is shown when the page is there. */
const nobodysStorage: DeviceStorage = {
  read: () => null,
  write: () => {},
  keeps: () => true,
  subscribe: () => () => {},
}

/**
 * The page of an article and the first page of its discussion, newest first, as HTML that can be read before any script has
 * run, and that the page's own script then goes on from. `template` is the bare page as it was built. Rejects with
 * what the `Api` rejects with, and where the template has no room for its parts.
 */
export async function renderPage({
  api,
  articleId,
  template,
}: {
  api: Api
  articleId: ArticleId
  template: string
}): Promise<string> {
  const data = await loadPageData(api, articleId)
  const ambient: Ambient = {
    api,
    findSharedName: () => Promise.resolve(null),
    messages: english,
    readerLocales: [],
    minuteClock: { read: () => 0, subscribe: () => () => {} },
    device: nobodysStorage,
    tab: nobodysStorage,
  }
  const queryClient = createQueryClient({ alwaysOnline: true })
  cachePageData(queryClient, api, data)
  const failures: unknown[] = []
  const { prelude } = await prerender(
    <Root
      queryClient={queryClient}
      ambient={ambient}
      findArticleId={() => Promise.resolve(data.article.id)}
    />,
    { onError: (error) => void failures.push(error) },
  )
  // A page of which a part could not be drawn is no page.
  if (failures.length > 0) throw failures[0]
  return fillTemplate(template, {
    articleId: data.article.id,
    head: headOf(data),
    content: await new Response(prelude).text(),
    beforePaint: beforePaintScript(data.discussion.id),
    data,
    structuredData: structuredData(data),
  })
}

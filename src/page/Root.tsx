import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import type { ArticleId } from '../domain/ids.ts'
import { AmbientProvider, type Ambient } from '../ui/ambient.tsx'
import { Page } from '../ui/Page.tsx'
import { Announcer } from '../ui/parts/Announcer.tsx'

/**
 * The tree of the page, the same where it is drawn before any script and where it is hydrated. `notices`, `languages`
 * and `children` may hold nothing before hydration.
 */
export function Root({
  queryClient,
  ambient,
  findArticleId,
  notices,
  languages,
  children,
}: {
  queryClient: QueryClient
  ambient: Ambient
  findArticleId: () => Promise<ArticleId>
  notices?: ReactNode
  languages?: ReactNode
  children?: ReactNode
}) {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AmbientProvider value={ambient}>
          <Announcer>
            <Page findArticleId={findArticleId} notices={notices} languages={languages} />
            {children}
          </Announcer>
        </AmbientProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}

import { Page } from '../../../src/ui/Page.tsx'
import { renderAmbient } from '../../support/renderAmbient.tsx'
import { startProcess, type Browser } from '../../support/writingBrowser.ts'
import type { PageBackend } from './pageBackend.ts'

export type PageTab = {
  root: HTMLElement
  /** Ends as a process does that is killed. */
  kill(): void
}

/** A tab with the whole page. `session` outlives a reload of the tab. */
export function openPageTab(browser: Browser, backend: PageBackend, session: Storage): PageTab {
  const running = startProcess(browser, backend.carrier)
  const view = renderAmbient(
    { ...running, session },
    <Page findArticleId={() => Promise.resolve(backend.articleId)} />,
  )
  return { root: view.container, kill: () => running.end(view) }
}

import { within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'
import type { Carrier } from '../../src/api/carrier.ts'
import type { ArticleId } from '../../src/domain/ids.ts'
import { Page } from '../../src/ui/Page.tsx'
import { loadOnDemand } from './loadOnDemand.ts'
import { renderAmbient } from './renderAmbient.tsx'
import { startProcess, type Browser } from './writingBrowser.ts'

export type WritingTab = Awaited<ReturnType<typeof openWritingTab>>

type Options = {
  backend: { articleId: ArticleId; carrier: Carrier }
  browser: Browser
  timeoutMs?: number
}

/** One of several tabs of a browser, each the page as a reader has it. */
export async function openWritingTab({ backend, browser, timeoutMs }: Options) {
  await loadOnDemand()
  const running = startProcess(browser, backend.carrier)
  const view = renderAmbient(
    { ...running, timeoutMs },
    <Page findArticleId={() => Promise.resolve(backend.articleId)} />,
  )
  const screen = within(view.container)
  await screen.findByRole('heading', { name: /response/i })
  const user = userEvent.setup(vi.isFakeTimers() ? { advanceTimers: vi.advanceTimersByTime } : {})
  // Two pages in one document have the same ids, so that a label is the one of the first.
  const form = () => screen.getByRole('form', { name: 'Post a comment' })
  const field = () => {
    const element = form().querySelector('textarea')
    if (!element) throw new Error('The composer has no field.')
    return element
  }

  return {
    screen,
    user,
    device: view.ambient.device,
    field,
    /** Writes a new comment, over what is there, and sends it. */
    async send(text: string) {
      const name = form().querySelector('input')
      if (name?.value === '') await user.type(name, 'Ada')
      await user.clear(field())
      await user.type(field(), text)
      await user.click(screen.getByRole('button', { name: 'Post comment' }))
    },
    close: () => running.end(view),
  }
}

import { QueryClientProvider } from '@tanstack/react-query'
import { render, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'
import type { Carrier } from '../../src/api/carrier.ts'
import { createClient } from '../../src/api/client.ts'
import { BASE_PATH } from '../../src/api/contract.ts'
import type { ArticleId } from '../../src/domain/ids.ts'
import { AmbientProvider } from '../../src/ui/ambient.tsx'
import { english } from '../../src/ui/messages/english.ts'
import { openWriting } from '../../src/ui/outbox/openWriting.ts'
import { Page } from '../../src/ui/Page.tsx'
import { Announcer } from '../../src/ui/parts/Announcer.tsx'
import { createDeviceStorage } from '../../src/ui/parts/deviceStorage.ts'
import { createMinuteClock } from '../../src/ui/parts/minuteClock.ts'
import { createQueryClient } from '../../src/ui/queryClient.ts'
import { loadOnDemand } from './loadOnDemand.ts'
import { createBrowserStorage, type BrowserStorage } from './browserStorage.ts'

/** What a browser has for all its tabs. */
export type Browser = { storage: BrowserStorage; network: ReturnType<typeof createNetwork> }

export type WritingTab = Awaited<ReturnType<typeof openWritingTab>>

export function createBrowser(): Browser {
  return { storage: createBrowserStorage(), network: createNetwork() }
}

type Options = {
  backend: { articleId: ArticleId; carrier: Carrier }
  browser: Browser
  timeoutMs?: number
}

/**
 * One of several tabs of a browser, each the page as a reader has it. A tab that is closed asks and hears nothing any more, as
 * when its process has ended.
 */
export async function openWritingTab({ backend, browser, timeoutMs }: Options) {
  await loadOnDemand()
  let isOpen = true
  const never = new Promise<never>(() => {})
  const carrier: Carrier = async (request) => {
    if (!isOpen) return never
    const answer = await backend.carrier(request)
    return isOpen ? answer : never
  }
  const stored = browser.storage.openTab()
  const api = createClient(carrier, `https://soundoff.test${BASE_PATH}`, timeoutMs)
  const device = createDeviceStorage(() => stored.storage, ['draft:', 'outbox:'])
  const view = render(
    <QueryClientProvider client={createQueryClient({ retryDelayMs: 1 })}>
      <AmbientProvider
        value={{
          api,
          findSharedName: () => Promise.resolve(null),
          messages: english,
          readerLocales: ['en-US'],
          minuteClock: createMinuteClock(() => new Date()),
          ...openWriting({ device, api, network: browser.network, retryDelayMs: 1 }),
          device,
          tab: createDeviceStorage(() => sessionStorage),
        }}
      >
        <Announcer>
          <Page findArticleId={() => Promise.resolve(backend.articleId)} />
        </Announcer>
      </AmbientProvider>
    </QueryClientProvider>,
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
    device,
    field,
    /** Writes a new comment, over what is there, and sends it. */
    async send(text: string) {
      const name = form().querySelector('input')
      if (name?.value === '') await user.type(name, 'Ada')
      await user.clear(field())
      await user.type(field(), text)
      await user.click(screen.getByRole('button', { name: 'Post comment' }))
    },
    close() {
      isOpen = false
      stored.kill()
      view.unmount()
      view.container.remove()
    },
  }
}

function createNetwork() {
  let isOnline = true
  const listeners = new Set<() => void>()
  return {
    isOnline: () => isOnline,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(online: boolean) {
      isOnline = online
      for (const listener of listeners) listener()
    },
  }
}

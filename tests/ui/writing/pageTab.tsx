import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { Carrier } from '../../../src/api/carrier.ts'
import { createClient } from '../../../src/api/client.ts'
import { BASE_PATH } from '../../../src/api/contract.ts'
import { AmbientProvider } from '../../../src/ui/ambient.tsx'
import { english } from '../../../src/ui/messages/english.ts'
import { openWriting } from '../../../src/ui/outbox/openWriting.ts'
import { Page } from '../../../src/ui/Page.tsx'
import { Announcer } from '../../../src/ui/parts/Announcer.tsx'
import { createDeviceStorage } from '../../../src/ui/parts/deviceStorage.ts'
import { createMinuteClock } from '../../../src/ui/parts/minuteClock.ts'
import { createQueryClient } from '../../../src/ui/queryClient.ts'
import type { Browser } from '../../support/openWritingTab.tsx'
import type { PageBackend } from './pageBackend.ts'

export type PageTab = {
  root: HTMLElement
  /** Ends as a process does: nothing goes out, comes in or is kept from then on. */
  kill(): void
}

/** A tab with the whole page. `session` outlives a reload of the tab. */
export function openPageTab(browser: Browser, backend: PageBackend, session: Storage): PageTab {
  let isOpen = true
  const never = new Promise<never>(() => {})
  const carrier: Carrier = async (request) => {
    if (!isOpen) return never
    const answer = await backend.carrier(request)
    return isOpen ? answer : never
  }
  const stored = browser.storage.openTab()
  const device = createDeviceStorage(() => stored.storage, ['draft:', 'outbox:'])
  const network = { ...browser.network, isOnline: () => isOpen && browser.network.isOnline() }
  const api = createClient(carrier, `https://soundoff.test${BASE_PATH}`)
  const view = render(
    <QueryClientProvider client={createQueryClient({ retryDelayMs: 1 })}>
      <AmbientProvider
        value={{
          api,
          findSharedName: () => Promise.resolve(null),
          messages: english,
          readerLocales: ['en-US'],
          minuteClock: createMinuteClock(() => new Date()),
          ...openWriting({ device, api, network, retryDelayMs: 1 }),
          device,
          tab: createDeviceStorage(() => session),
        }}
      >
        <Announcer>
          <Page findArticleId={() => Promise.resolve(backend.articleId)} />
        </Announcer>
      </AmbientProvider>
    </QueryClientProvider>,
  )
  return {
    root: view.container,
    kill() {
      isOpen = false
      stored.kill()
      view.unmount()
      view.container.remove()
    },
  }
}

import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Carrier } from '../../src/api/carrier.ts'
import { createClient } from '../../src/api/client.ts'
import { BASE_PATH } from '../../src/api/basePath.ts'
import type { Api } from '../../src/api/contract.ts'
import { AmbientProvider, type Ambient } from '../../src/ui/ambient.tsx'
import { english, type Messages } from '../../src/ui/messages/english.ts'
import { openWriting } from '../../src/ui/outbox/openWriting.ts'
import type { Network } from '../../src/ui/outbox/sender.ts'
import { Announcer } from '../../src/ui/parts/Announcer.tsx'
import { createDeviceStorage } from '../../src/ui/parts/deviceStorage.ts'
import { createMinuteClock } from '../../src/ui/parts/minuteClock.ts'
import { createQueryClient } from '../../src/ui/queryClient.ts'

type Kept = {
  network: Network
  /** What is kept over visits, and what over reloads of the tab. */
  stored: Storage
  session?: Storage
}

type Options = Kept & {
  carrier: Carrier
  /** How long an answer may take, in milliseconds. */
  timeoutMs?: number | undefined
  /** Where it is rendered, if not in an element of its own in the page. */
  container?: HTMLElement
  /** In which language; English without it. */
  messages?: Messages
}

/** All that a page has for what stands on it, as it is made there. */
export function createAmbient(api: Api, { network, stored, session }: Kept): Ambient {
  const device = createDeviceStorage(() => stored, ['draft:', 'outbox:'])
  return {
    api,
    findSharedName: () => Promise.resolve(null),
    messages: english,
    readerLocales: ['en-US'],
    minuteClock: createMinuteClock(() => new Date()),
    ...openWriting({ device, api, network, retryDelayMs: 1 }),
    device,
    tab: createDeviceStorage(() => session ?? sessionStorage),
  }
}

/** Renders what stands on the page amid all that the page has for it, over a carrier; `speak` has it go on in another language. */
export function renderAmbient(
  { carrier, timeoutMs, container, messages = english, ...kept }: Options,
  children: ReactNode,
) {
  const ambient = createAmbient(createClient(carrier, `https://soundoff.test${BASE_PATH}`, timeoutMs), kept)
  const queryClient = createQueryClient({ retryDelayMs: 1 })
  const drawIn = (spoken: Messages) => (
    <QueryClientProvider client={queryClient}>
      <AmbientProvider value={{ ...ambient, messages: spoken }}>
        <Announcer>{children}</Announcer>
      </AmbientProvider>
    </QueryClientProvider>
  )
  const view = render(drawIn(messages), container && { container })
  return { ...view, ambient, speak: (spoken: Messages) => view.rerender(drawIn(spoken)) }
}

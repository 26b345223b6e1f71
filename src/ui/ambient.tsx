import { createContext, useContext } from 'react'
import type { Api } from '../api/contract.ts'
import type { Drafts } from './drafts/drafts.ts'
import type { Messages } from './messages/english.ts'
import type { Outbox } from './outbox/outbox.ts'
import type { DeviceStorage } from './parts/deviceStorage.ts'
import type { MinuteClock } from './parts/minuteClock.ts'

/** What is the same for everything on the page. */
export type Ambient = {
  api: Api
  /** What the tabs of one browser that have the same backend know it by; `null` for a backend of this tab alone. */
  findSharedName: () => Promise<string | null>
  messages: Messages
  /** BCP 47 tags that the reader prefers, for the dates of the article. */
  readerLocales: readonly string[]
  minuteClock: MinuteClock
  drafts: Drafts
  outbox: Outbox
  /** Kept over visits. */
  device: DeviceStorage
  /** Kept over reloads of this tab. */
  tab: DeviceStorage
}

const AmbientContext = createContext<Ambient | null>(null)

export const AmbientProvider = AmbientContext.Provider

export function useAmbient(): Ambient {
  const ambient = useContext(AmbientContext)
  if (!ambient) throw new Error('useAmbient needs an AmbientProvider above it')
  return ambient
}

export function useMessages(): Messages {
  return useAmbient().messages
}

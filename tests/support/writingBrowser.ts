import type { Carrier } from '../../src/api/carrier.ts'
import { createBrowserStorage, type BrowserStorage } from './browserStorage.ts'

/** What a browser has for all its tabs. */
export type Browser = { storage: BrowserStorage; network: ReturnType<typeof createNetwork> }

export function createBrowser(): Browser {
  return { storage: createBrowserStorage(), network: createNetwork() }
}

/** The process of a tab. Once it has ended, nothing goes out, comes in or is kept any more. */
export function startProcess({ storage, network }: Browser, handle: Carrier) {
  let isRunning = true
  const never = new Promise<never>(() => {})
  const stored = storage.openTab()
  const carrier: Carrier = async (request) => {
    if (!isRunning) return never
    const answer = await handle(request)
    return isRunning ? answer : never
  }
  return {
    carrier,
    stored: stored.storage,
    network: { ...network, isOnline: () => isRunning && network.isOnline() },
    isRunning: () => isRunning,
    /** With what it has drawn. */
    end(view: { unmount: () => void; container: HTMLElement }) {
      isRunning = false
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

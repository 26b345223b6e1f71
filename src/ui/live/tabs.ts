import type { ChangePage } from '../../api/schemas.ts'

/** What the tabs that show the same discussion of the same backend have in common. */
export type Tabs = {
  /**
   * Does `work`, which never rejects, once no other tab does; until then the other one is waited for. Resolves when it
   * is done, or when `signal` was aborted before it began.
   */
  lead(signal: AbortSignal, work: () => Promise<void>): Promise<void>
  /** Hears what the other tabs tell, whatever that is, and tells them. */
  join(hear: (message: unknown) => void): { tell(page: ChangePage): void; leave(): void }
}

/** The tabs of this page's origin; `null` where the browser does not let them find each other. */
export function browserTabs(name: string): Tabs | null {
  if (!canShare(name)) return null
  return {
    async lead(signal, work) {
      try {
        await navigator.locks.request(name, { signal }, work)
      } catch {
        // A page without an origin, which has no locks, is alone.
        if (!signal.aborted) await work()
      }
    },
    join(hear) {
      const channel = new BroadcastChannel(name)
      channel.addEventListener('message', ({ data }) => hear(data))
      return {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has the origin of the page.
        tell: (page) => channel.postMessage(page),
        leave: () => channel.close(),
      }
    },
  }
}

/** There are no locks over plain HTTP, and no channels where storage is blocked. */
function canShare(name: string): boolean {
  try {
    new BroadcastChannel(name).close()
    return 'locks' in navigator
  } catch {
    return false
  }
}

import { registerWorker } from './registerWorker.ts'
import type { ReadMessage } from './worker/readUrls.ts'

/**
 * Has a worker keep the page, and what it reads of a real backend at `base`, for when there is no network. It is registered
 * once the page has loaded and has nothing better to do; nothing waits for it. In development there is none.
 */
export function keepOffline(base: string): void {
  if (import.meta.env.DEV) return
  const start = () => void whenIdle(() => startWorker(base))
  if (document.readyState === 'complete') start()
  else addEventListener('load', start, { once: true })
}

async function startWorker(base: string): Promise<void> {
  if (!(await registerWorker())) return
  const urls = performance
    .getEntriesByType('resource')
    .flatMap(({ name }) => (name.startsWith(`${base}/`) ? [name] : []))
  const message: ReadMessage = { type: 'soundoff:read', urls: [...new Set(urls)] }
  navigator.serviceWorker.controller?.postMessage(message)
}

function whenIdle(action: () => void): void {
  if (typeof requestIdleCallback === 'undefined') setTimeout(action, 1)
  else requestIdleCallback(action)
}

import { within } from './within.ts'

export const WORKER_URL = `${import.meta.env.BASE_URL}mockServiceWorker.js`

/** How long the page waits for a new worker to take control of it, in milliseconds. */
const NEW_WORKER_LIMIT_MS = 5_000

/** How long it waits for one that runs already: it either has control, or never will, as after a forced reload. */
const OLD_WORKER_LIMIT_MS = 500

/** Whether this page can have a service worker at all: not over plain HTTP, nor in a frame whose storage is blocked. */
export function canHaveWorker(): boolean {
  try {
    return 'serviceWorker' in navigator && navigator.serviceWorker !== undefined
  } catch {
    return false
  }
}

/**
 * Registers the service worker and waits until it controls this page. Whether it does; `false` where that fails or takes
 * too long. One that is there already is not registered again, since a browser may take seconds for that.
 */
export async function registerWorker(): Promise<boolean> {
  if (!canHaveWorker()) return false
  const container = navigator.serviceWorker
  if (container.controller?.scriptURL === new URL(WORKER_URL, location.href).href) return true
  const known = await within(container.getRegistration(), NEW_WORKER_LIMIT_MS, undefined)
  if (known?.active?.state === 'activated') return within(controlBy(known.active), OLD_WORKER_LIMIT_MS, false)
  const registration = await within(container.register(WORKER_URL), NEW_WORKER_LIMIT_MS, null)
  // A browser in which workers are blocked may give nothing here, whatever the type says.
  const worker = registration?.installing ?? registration?.waiting ?? registration?.active
  return worker ? within(controlBy(worker), NEW_WORKER_LIMIT_MS, false) : false
}

function controlBy(worker: ServiceWorker): Promise<true> {
  const container = navigator.serviceWorker
  return new Promise((resolve) => {
    const settle = () => {
      if (container.controller !== worker) return
      container.removeEventListener('controllerchange', settle)
      resolve(true)
    }
    container.addEventListener('controllerchange', settle)
    settle()
  })
}

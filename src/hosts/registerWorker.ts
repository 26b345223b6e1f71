import { within } from './within.ts'

declare global {
  interface Window {
    /** Not in every browser. What such a policy gives counts as a text here, as the types of the DOM do not know it. */
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string }
    }
  }
}

export const WORKER_URL = `${import.meta.env.BASE_URL}worker.js`

/** As `src/page/policy.ts` names it. */
const TRUSTED_NAME = 'soundoff-worker'

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
  if (container.controller && isOurs(container.controller)) return true
  const known = await within(container.getRegistration(), NEW_WORKER_LIMIT_MS, undefined)
  if (known?.active?.state === 'activated' && isOurs(known.active))
    return within(controlBy(known.active), OLD_WORKER_LIMIT_MS, false)
  const registration = await within(register(), NEW_WORKER_LIMIT_MS, null)
  // A browser in which workers are blocked may give nothing here, whatever the type says.
  const worker = registration?.installing ?? registration?.waiting ?? registration?.active
  return worker ? within(controlBy(worker), NEW_WORKER_LIMIT_MS, false) : false
}

function isOurs({ scriptURL }: ServiceWorker): boolean {
  return scriptURL === new URL(WORKER_URL, location.href).href
}

/** The page's Content-Security-Policy names the one policy that this makes, which trusts nothing but our worker. */
async function register(): Promise<ServiceWorkerRegistration> {
  const policy = window.trustedTypes?.createPolicy(TRUSTED_NAME, { createScriptURL: () => WORKER_URL })
  return navigator.serviceWorker.register(policy?.createScriptURL('') ?? WORKER_URL)
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

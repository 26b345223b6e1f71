/* The parts of a service worker's global scope that are used: the types of a page do not have them. */

export type LastingEvent = Event & { waitUntil(work: Promise<unknown>): void }

export type InstallEvent = LastingEvent & {
  /** Not in every browser. */
  addRoutes?(rule: object): Promise<void>
}

export type FetchEvent = LastingEvent & {
  request: Request
  preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}

export type WorkerMessage = LastingEvent & { data: unknown; source: { url?: string } | null }

type WorkerEvents = {
  install: InstallEvent
  activate: LastingEvent
  fetch: FetchEvent
  message: WorkerMessage
}

export type WorkerScope = {
  registration: ServiceWorkerRegistration
  location: { href: string }
  /** Not in every browser. */
  InstallEvent?: { prototype: object }
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  importScripts(url: string): void
  addEventListener<Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ): void
}

import { findAnswer, isFromBackend, keepAnswer } from './answers.ts'
import { networkFirst } from './networkFirst.ts'
import { createPages } from './pages.ts'
import { requestKind, type RequestKind } from './requestKind.ts'
import { readUrls } from './readUrls.ts'
import type { FetchEvent, WorkerScope } from './scope.ts'
import { createShell, findFile } from './shell.ts'

/*
 * The service worker of the page. It keeps what the page needs to come without a network: its files, the pages that were
 * visited, and what a real backend answered. MSW's worker has all other requests, where the backend is in the browser.
 *
 * A new worker waits until no page is left that an older one keeps files for, as those are gone once it takes over. Until
 * then the older one serves pages of both builds, whose files are all kept by now.
 */

declare const self: WorkerScope

/** How long the network may take, in milliseconds, before what is kept is shown in its place. */
const PAGE_PATIENCE_MS = 3_000
const ANSWER_PATIENCE_MS = 8_000

const settings = import.meta.env.WORKER
const { scope } = self.registration
const prefix = `soundoff ${new URL(scope).pathname} `
const names = {
  shell: `${prefix}shell ${settings.build}`,
  pages: `${prefix}pages ${settings.build}`,
  answers: `${prefix}answers`,
}
const shell = createShell(names.shell, scope, settings)
const pages = createPages(names.pages, scope, settings)

self.addEventListener('install', (event) => {
  // MSW would take over at once.
  event.stopImmediatePropagation()
  // The page then does not wait for this worker to start, though all its requests pass by it.
  const rule = { condition: { requestMode: 'navigate' }, source: 'race-network-and-fetch-handler' }
  if (event.addRoutes) event.waitUntil(event.addRoutes(rule).catch(() => undefined))
  const { active } = self.registration
  // The first worker has a page that waits for it, and fetches what it keeps when that has all it needs.
  if (active) event.waitUntil(Promise.all([shell.fill(), renewPages()]))
  if (active && active.scriptURL !== self.location.href) void self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.allSettled([dropOthers(), self.clients.claim(), preloadPages()]))
})

self.addEventListener('message', (event) => {
  // MSW would have the browser forget this worker when the last page is left.
  if (event.data === 'CLIENT_CLOSED') event.stopImmediatePropagation()
  const read = readUrls(event.data)
  if (read === null) return
  event.waitUntil(Promise.allSettled([fillFor(event.source?.url), ...read.map(askAgain)]))
})

self.addEventListener('fetch', (event) => {
  const kind = requestKind(event.request, scope, settings)
  if (kind === null) return
  event.stopImmediatePropagation()
  event.respondWith(answer[kind](event, event.request.url))
})

const answer: Record<RequestKind, (event: FetchEvent, url: string) => Promise<Response>> = {
  page(event, url) {
    const network = ask(event, (response) => pages.put(url, response))
    return networkFirst(network, PAGE_PATIENCE_MS, () => pages.find(url))
  },
  file(event, url) {
    const network = ask(event, (response) => shell.put(url, response))
    return networkFirst(network, PAGE_PATIENCE_MS, () => findFile(url))
  },
  async hashed(event, url) {
    const kept = await findFile(url).catch(() => undefined)
    return kept ?? ask(event, (response) => shell.put(url, response))
  },
  answer(event, url) {
    const network = ask(event, (response) => keepAnswer(names.answers, url, response))
    return networkFirst(network, ANSWER_PATIENCE_MS, () => findAnswer(names.answers, url), isFromBackend)
  },
}

// MSW answers what is left.
if (settings.backend === null) self.importScripts('./mockServiceWorker.js')

/** What the network answers; a copy goes to `put`, however late it comes. */
function ask(event: FetchEvent, put: (response: Response) => Promise<void>): Promise<Response> {
  const network = load(event)
  event.waitUntil(network.then((response) => put(response.clone())).catch(() => undefined))
  return network
}

async function load({ preloadResponse, request }: FetchEvent): Promise<Response> {
  return (await preloadResponse) ?? fetch(request)
}

/** The first page of a reader was answered before this worker was there, and so was what it asked a backend. */
async function fillFor(url: string | undefined): Promise<void> {
  await shell.fill()
  if (url !== undefined && new URL(url).href.startsWith(scope)) await pages.keepRead(url)
}

async function askAgain(url: string): Promise<void> {
  const request = new Request(url, { headers: { Accept: 'application/json' } })
  if (requestKind(request, scope, settings) !== 'answer' || (await findAnswer(names.answers, url))) return
  await keepAnswer(names.answers, url, await fetch(request))
}

async function renewPages(): Promise<void> {
  const kept = (await caches.keys()).filter((name) => name.startsWith(`${prefix}pages `))
  await Promise.all(kept.map((name) => pages.renewFrom(name)))
}

async function dropOthers(): Promise<void> {
  const own = Object.values(names)
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && !own.includes(name))
  await Promise.all(others.map((name) => caches.delete(name)))
}

/** Where pages cannot be told to pass this worker by, the browser asks for them while it starts. */
async function preloadPages(): Promise<void> {
  const canPass = 'addRoutes' in (self.InstallEvent?.prototype ?? {})
  if (!canPass) await self.registration.navigationPreload?.enable()
}

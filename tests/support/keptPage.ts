import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { openPage } from './openPage.ts'
import { startStaticHost, type StaticHost } from './staticHost.ts'

export const DIST = join(import.meta.dirname, '../../dist')

/** What a browser says of each request that has no network. */
export const NO_NETWORK =
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE/

/** A page of a build, as a new person, from a host of its own. */
export async function openFrom(
  dist: string,
  path: string,
  expected: readonly RegExp[] = [],
): Promise<{ page: Page; context: BrowserContext; host: StaticHost }> {
  const host = await startStaticHost(dist)
  onTestFinished(host.stop)
  const { page, context } = await openPage(path, {
    origin: host.origin,
    expected: [NO_NETWORK, ...expected],
  })
  return { page, context, host }
}

/** Takes the network from the browser, and the host from the network. */
export async function cutOff(context: BrowserContext, host: StaticHost): Promise<void> {
  host.stop()
  await context.setOffline(true)
}

/** Waits until the page works, and its worker keeps all that it will need. */
export async function seeKept(page: Page, host: Pick<StaticHost, 'origin'>, dist = DIST): Promise<void> {
  await seeFollowed(page)
  const needed = (await scriptsOf(dist)).map((path) => host.origin + path)
  await expect
    .poll(() =>
      page.evaluate(
        async (urls) => Promise.all(urls.map((url) => caches.match(url))).then((all) => all.every(Boolean)),
        [...needed, page.url()],
      ),
    )
    .toBe(true)
}

/** Waits until the page follows its discussion, and so has loaded all that it loads by itself. */
export async function seeFollowed(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { held = [] } = await navigator.locks.query()
        // The outbox has a lock, too, but only while it sends.
        return held.some(({ name }) => name?.startsWith('soundoff') && !name.endsWith(':outbox'))
      }),
    )
    .toBe(true)
}

/** The paths of all scripts of a build. */
export async function scriptsOf(dist: string): Promise<string[]> {
  const names = await readdir(join(dist, 'assets'))
  return names.filter((name) => name.endsWith('.js')).map((name) => `/assets/${name}`)
}

import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { ArticleId } from '../../src/domain/ids.ts'
import { bundle } from '../support/bundle.ts'
import type { CommentsServer } from '../support/commentsServer.ts'
import { isOnServer } from '../support/host.ts'
import { readKerry, startHostSite } from '../support/hostPage.ts'
import type { LivePage } from '../support/livePage.ts'
import { openPage } from '../support/openPage.ts'
import { startComments } from '../support/startComments.ts'

declare const livePage: LivePage
declare const openChannels: string[]

const KERRY = 'kerry-to-urge-china' as ArticleId

let script: string

beforeAll(async () => {
  script = await bundle('support/livePage.ts', 'livePageBundle')
})

const CARRIERS = isOnServer ? (['network'] as const) : (['worker', 'page'] as const)

describe.for(CARRIERS)('where the %s carries requests', (carrier) => {
  test('a change is told while the stream is open, and nothing is left of a stream that is left', async () => {
    const { tab } = await openTab(carrier)
    const answered = carrier === 'worker' ? tab.waitForResponse(/\/events\?since=/) : null
    await tab.evaluate(() => livePage.stream())
    await expect.poll(() => streams(tab)).toBe(1)
    if (answered) expect((await answered).fromServiceWorker()).toBe(true)
    for (const text of ['First', 'Second', 'Third']) {
      await tab.evaluate((body) => livePage.post(body), text)
      await expect.poll(() => lastTold(tab)).toBe(text)
    }
    await tab.evaluate(() => livePage.stop())
    await expect.poll(() => streams(tab)).toBe(0)
    expect(await told(tab)).toEqual(['First', 'Second', 'Third'])
  })

  test('what is written or reset in one tab is told in another', async () => {
    const { tab, context } = await openTab(carrier)
    const { tab: other } = await openTab(carrier, context)
    await tab.evaluate(() => livePage.stream())
    await expect.poll(() => streams(tab)).toBe(1)
    await other.evaluate(() => livePage.post('From the other tab'))
    await expect.poll(() => lastTold(tab)).toBe('From the other tab')
    // Nobody resets a server from a page.
    if (isOnServer) return
    await other.evaluate(() => livePage.reset())
    await expect.poll(() => lastTold(tab)).toBe('reset')
  })

  test('of three tabs one streams, and the next one takes over when it is closed', async () => {
    const { tab: first, context } = await openTab(carrier)
    const { tab: second } = await openTab(carrier, context)
    const { tab: third } = await openTab(carrier, context)
    for (const tab of [first, second, third]) {
      await tab.evaluate(() => livePage.follow())
      await expect.poll(() => streams(first, second, third)).toBe(1)
    }
    await third.evaluate(() => livePage.post('To all'))
    for (const tab of [first, second, third]) await expect.poll(() => told(tab)).toEqual(['To all'])
    expect(await streams(first, second, third)).toBe(1)
    await first.close()
    await third.evaluate(() => livePage.post('To those who are left'))
    for (const tab of [second, third]) {
      await expect.poll(() => told(tab)).toEqual(['To all', 'To those who are left'])
    }
    await expect.poll(() => streams(second, third)).toBe(1)
  })

  test('a page that is left streams no more, and goes on when it is returned to', async () => {
    const { tab } = await openTab(carrier)
    await tab.evaluate(() => livePage.follow())
    await expect.poll(() => streams(tab)).toBe(1)
    await tab.evaluate(() => dispatchEvent(new Event('pagehide')))
    await expect.poll(() => streams(tab)).toBe(0)
    await tab.evaluate(() => livePage.post('Missed'))
    await tab.evaluate(() => dispatchEvent(new Event('pageshow')))
    await expect.poll(() => told(tab)).toEqual(['Missed'])
    await expect.poll(() => streams(tab)).toBe(1)
  })

  test('a page that is hidden streams no more after a while, and goes on when it is seen', async () => {
    const { tab } = await openTab(carrier)
    await tab.evaluate(() => livePage.follow())
    await expect.poll(() => streams(tab)).toBe(1)
    await tab.evaluate(pretend, 'hidden' as const)
    await expect.poll(() => streams(tab)).toBe(0)
    await tab.evaluate(() => livePage.post('Missed'))
    await tab.evaluate(pretend, 'visible' as const)
    await expect.poll(() => told(tab)).toEqual(['Missed'])
  })
})

test.skipIf(isOnServer)('a stream is taken up again after the browser has stopped the worker', async () => {
  const { tab, context } = await openTab('worker', undefined, [/404 \(Not Found\)/])
  await tab.evaluate(() => livePage.follow())
  await expect.poll(() => streams(tab)).toBe(1)
  const devtools = await context.newCDPSession(tab)
  await devtools.send('ServiceWorker.enable')
  await devtools.send('ServiceWorker.stopAllWorkers')
  await tab.evaluate(() => livePage.post('After the stop'))
  await expect.poll(() => told(tab)).toEqual(['After the stop'])
  await tab.evaluate(() => livePage.post('On a new stream'))
  await expect.poll(() => told(tab)).toEqual(['After the stop', 'On a new stream'])
})

/** The server of the test that runs, and somebody's page that shows nothing. */
let elsewhere: { server: CommentsServer; origin: string }

/** A page that shows nothing, over the backend in the browser or the client of a server. */
async function openTab(
  carrier: 'worker' | 'page' | 'network',
  shared?: BrowserContext,
  expected: readonly RegExp[] = [],
): Promise<{ tab: Page; context: BrowserContext }> {
  if (carrier === 'network') return openElsewhere(shared)
  const { page, context } = await openPage('/transcripts/index.json', {
    ...(shared && { context: shared }),
    // What is no page of HTML names no icon.
    expected: [...expected, /favicon\.ico/],
    before: countChannels,
  })
  await page.addScriptTag({ content: script })
  const state = await page.evaluate((wanted) => livePage.start(wanted), carrier)
  expect(state).toEqual({ carrier, storage: 'kept' })
  return { tab: page, context }
}

function told(tab: Page): Promise<string[]> {
  return tab.evaluate(() => livePage.told())
}

async function lastTold(tab: Page): Promise<string | undefined> {
  return (await told(tab)).at(-1)
}

async function openElsewhere(shared?: BrowserContext): Promise<{ tab: Page; context: BrowserContext }> {
  if (!shared) await startElsewhere()
  const { server, origin } = elsewhere
  const { page, context } = await openPage('/', {
    origin,
    ...(shared && { context: shared }),
    expected: [new RegExp(`^other origin: ${server.origin}/`)],
  })
  await page.addScriptTag({ content: script })
  await page.evaluate(([base, article]) => livePage.reach(base, article), [server.base, KERRY] as const)
  return { tab: page, context }
}

async function startElsewhere(): Promise<void> {
  const text = '<!doctype html><title>Somebody’s page</title><link rel="icon" href="data:,">'
  const site = await startHostSite(() => ({ text, headers: {} }))
  const server = await startComments({ allowedOrigins: [site.origin], seed: [readKerry(KERRY)] })
  onTestFinished(async () => {
    site.stop()
    await server.close()
  })
  elsewhere = { server, origin: site.origin }
}

/**
 * How many streams there are for these tabs. The backend in a tab listens to the other tabs for as long as it serves any; a server knows them all.
 */
async function streams(...tabs: Page[]): Promise<number> {
  if (isOnServer) return elsewhere.server.following()
  const counts = await Promise.all(
    tabs.map((tab) => tab.evaluate(() => openChannels.filter((name) => name === 'soundoff:changes').length)),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Runs in the page before its scripts. */
function countChannels(): void {
  const names: string[] = []
  Object.assign(globalThis, { openChannels: names })
  globalThis.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name)
      names.push(name)
    }

    override close() {
      super.close()
      names.splice(names.indexOf(this.name), 1)
    }
  }
}

/** Runs in the page. */
function pretend(state: 'hidden' | 'visible'): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

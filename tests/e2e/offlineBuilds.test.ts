import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { createHandler } from '../../src/backend/handler.ts'
import type { ArticleId } from '../../src/domain/ids.ts'
import { openTranscript } from '../../src/hosts/transcriptApi.ts'
import { startApiHost, type ApiHost } from '../support/apiHost.ts'
import { buildPage } from '../support/buildPage.ts'
import { seeHydrated } from '../support/holdModule.ts'
import { cutOff, DIST, openFrom, scriptsOf, seeKept } from '../support/keptPage.ts'
import { openPage } from '../support/openPage.ts'
import type { StaticHost } from '../support/staticHost.ts'
import { seeKerry } from './flows.ts'

const KERRY = 'kerry-to-urge-china'

let folder: string
let api: ApiHost

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundoff-offline-'))
  const text = await readFile(join(DIST, 'transcripts', `${KERRY}.txt`), 'utf8')
  api = await startApiHost(createHandler(await openTranscript(text, KERRY as ArticleId)))
  // The same code, whose files are named anew.
  await buildPage(join(folder, 'next'), {}, ['--minify', 'false'])
  await buildPage(join(folder, 'real'), { VITE_BACKEND: api.origin + BASE_PATH })
})

afterAll(async () => {
  api.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('a new build', () => {
  test('shows at the next load, while an old page can still load every file of its own', async () => {
    const { page: old, context, host } = await openFrom(DIST, '/')
    await seeKept(old, host)
    const builds = await cacheNames(old)
    host.serve(join(folder, 'next'))
    const { page } = await openPage('/', { context, origin: host.origin })
    await seeKerry(page)
    const next = await scriptsOf(join(folder, 'next'))
    const own = next.find((path) => path.includes('/page-'))
    await expect.poll(() => loadedBy(page)).toContain(own)
    // Its worker has fetched what it keeps, and waits.
    await expect.poll(() => isWaiting(page)).toBe(true)
    const former = await scriptsOf(DIST)
    expect(former.filter((path) => next.includes(path))).toEqual([])
    expect(await statuses(old, former)).toEqual(former.map(() => 200))
    expect(await isWaiting(page)).toBe(true)

    await old.close()
    await seeTakenOver(page)
    await page.goto('/')
    await seeHydrated(page)
    await expect
      .poll(async () => (await cacheNames(page)).filter((name) => builds.includes(name)))
      .toEqual([])
    await cutOff(context, host)
    await page.reload()
    await seeHydrated(page)
    await seeKerry(page)
    expect(await loadedBy(page)).toEqual(expect.not.arrayContaining(former))
  })

  test('has the pages that were read of the old one', async () => {
    const { page, context, host } = await openFrom(DIST, `/articles/${KERRY}.html`)
    await seeKept(page, host)
    host.serve(join(folder, 'next'))
    await page.reload()
    await expect.poll(() => isWaiting(page)).toBe(true)
    await seeTakenOver(page)
    await cutOff(context, host)
    await page.goto(`/articles/${KERRY}.html`)
    await seeHydrated(page)
    expect(new URL(page.url()).pathname).toBe(`/articles/${KERRY}.html`)
  })
})

describe('a page for a real backend', () => {
  test('shows what was read where the backend does not answer, and posts nothing by itself', async () => {
    const { page, context, host } = await openReal()
    await expect.poll(() => isControlled(page)).toBe(true)
    await expect.poll(() => answersKept(page)).toBeGreaterThan(2)
    api.die()
    onTestFinished(() => api.die(false))
    await page.reload()
    await seeKerry(page)
    await cutOff(context, host)
    await page.reload()
    await seeKerry(page)
    expect(await page.locator('article[id^="comment-"]').count()).toBe(25)
    const refused = await page.evaluate(async (url) => {
      const headers = { 'Content-Type': 'application/json' }
      return fetch(url, { method: 'POST', headers, body: '{}' }).then(
        () => false,
        () => true,
      )
    }, `${api.origin}${BASE_PATH}/discussions/${KERRY}/comments`)
    expect(refused).toBe(true)
  })

  test('keeps what is typed apart from what is for a backend in the browser', async () => {
    const { page } = await openReal()
    await page.getByRole('textbox', { name: 'Comment' }).fill('For that backend.')
    const spaces = () =>
      page.evaluate(() =>
        Object.keys(localStorage).flatMap((name) => /^(soundoff.*):draft:/.exec(name)?.[1] ?? []),
      )
    await expect.poll(spaces).toEqual([`soundoff@${api.origin}${BASE_PATH}`])
  })

  test('is told what is new by the network, and streams pass its worker by', async () => {
    const { page } = await openReal()
    await expect.poll(() => isControlled(page)).toBe(true)
    await page.goto('about:blank')
    const stream = page.waitForResponse(/\/events\?/)
    const asked = page.waitForResponse(/\/comments\?/)
    await page.goto(`/?article=${KERRY}`)
    expect((await asked).fromServiceWorker()).toBe(true)
    expect((await stream).fromServiceWorker()).toBe(false)
    await page.evaluate(async (url) => {
      const body = JSON.stringify({ parentId: null, author: { name: 'Zoe' }, body: 'Just now.' })
      await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    }, `${api.origin}${BASE_PATH}/discussions/${KERRY}/comments`)
    await page.getByRole('button', { name: 'Show 1 new comment' }).waitFor()
  })
})

/** The page of a build for the real backend. */
async function openReal(): Promise<{ page: Page; context: BrowserContext; host: StaticHost }> {
  const opened = await openFrom(join(folder, 'real'), `/?article=${KERRY}`, [
    new RegExp(`other origin: ${api.origin}`),
  ])
  await seeKerry(opened.page)
  return opened
}

function loadedBy(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/assets/')),
  )
}

function statuses(page: Page, paths: readonly string[]): Promise<number[]> {
  return page.evaluate(
    (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).status)),
    [...paths],
  )
}

/** The caches that belong to one build. */
function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).filter((name) => / (shell|pages) /.test(name)))
}

/** A browser may leave a worker that is at work so long before it ends it, and somewhat longer on a busy machine, in milliseconds. */
const IDLE_MS = 40_000

function isWaiting(page: Page): Promise<boolean> {
  return page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))
}

/** Leaves the page, which is the last one, and waits until the browser has let the new worker take over. */
async function seeTakenOver(page: Page): Promise<void> {
  const probe = await page.context().newPage()
  const devtools = await page.context().newCDPSession(probe)
  const states = new Map<string, string>()
  devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, status } of versions) states.set(versionId, status)
  })
  await devtools.send('ServiceWorker.enable')
  await page.goto('about:blank')
  await expect
    .poll(() => [...states.values()].toSorted(), { timeout: IDLE_MS })
    .toEqual(['activated', 'redundant'])
  await probe.close()
}

function isControlled(page: Page): Promise<boolean> {
  return page.evaluate(() => navigator.serviceWorker.controller !== null)
}

function answersKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((each) => each.endsWith(' answers'))
    return name === undefined ? 0 : (await (await caches.open(name)).keys()).length
  })
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createService } from '../../src/backend/service.ts'
import { randomId } from '../../src/domain/ids.ts'
import { buildPage } from '../support/buildPage.ts'
import { launchChromium } from '../support/chromium.ts'
import { buildForNode } from './buildForNode.ts'
import { benchDiscussion, type BenchDiscussion } from './page/benchDiscussions.ts'
import { startBenchServer, type BenchServer } from './page/benchServer.ts'
import { floorPage } from './page/floorPage.ts'
import { measureFirstLoad, measureFloor } from './page/measureFirstLoad.ts'
import { measureReading } from './page/measureReading.ts'
import { describeMachine, describeMeasurements, type Measurement } from './page/report.ts'

/** How many comments. */
const SIZES = [25, 1000, 10_000, 100_000]
const FIRST_LOADS = 7
/** Visits that read them take up to a minute each. */
const READINGS = 3
const FOLDER = 'node_modules/.cache/bench/page'
/** For a backend beside the page, and React as in a build. */
const SETTINGS = { VITE_BACKEND: BASE_PATH, NODE_ENV: 'production' }

/** Measures the built and prerendered page in Chromium, beside the same discussions as plain HTML, and prints a table. */
export async function measurePage(): Promise<void> {
  await buildPage(FOLDER, SETTINGS)
  const subjects = SIZES.map((count): Subject => ({
    discussion: benchDiscussion(count),
    measurement: { count, floors: [], firstLoads: [], readings: [] },
  }))
  const server = await serve(subjects.map(({ discussion }) => discussion))
  const browser = await launchChromium()
  try {
    console.log(await describeMachine(browser.version()))
    for (let round = 0; round < FIRST_LOADS; round++) {
      for (const subject of subjects) await measure(browser, server, subject, round)
    }
    console.log(describeMeasurements(subjects.map(({ measurement }) => measurement)))
  } finally {
    await browser.close()
    await server.close()
  }
}

type Subject = { discussion: BenchDiscussion; measurement: Measurement }

async function serve(discussions: readonly BenchDiscussion[]): Promise<BenchServer> {
  const store = createMemoryStore()
  const api = createService({ store, clock: () => new Date(), ids: randomId, signal: createLocalSignal() })
  const template = await readFile(join(FOLDER, 'index.html'), 'utf8')
  const { renderPage } = await importPrerender()
  const pages = new Map([['/empty', '<!doctype html><title>Empty</title><link rel="icon" href="data:,">']])
  for (const { batch } of discussions) {
    await store.importDiscussion(batch, { replace: false })
    const articleId = batch.article.id
    pages.set(pagePath(articleId), await renderPage({ api, articleId, template }))
    pages.set(floorPath(articleId), floorPage(batch))
  }
  return startBenchServer(FOLDER, pages, createHandler(api, console.error))
}

/** As the build has it, in the same style names as the page. */
async function importPrerender(): Promise<typeof import('../../src/prerender.tsx')> {
  const path = buildForNode('src/prerender.tsx', SETTINGS)
  return import(pathToFileURL(path).href)
}

async function measure(
  browser: Browser,
  server: BenchServer,
  { discussion, measurement: { floors, firstLoads, readings } }: Subject,
  round: number,
): Promise<void> {
  const { id } = discussion.batch.article
  const floor = await measureFloor(browser, server.origin, floorPath(id))
  const firstLoad = await measureFirstLoad(browser, server.origin, pagePath(id))
  console.error(
    `${id}: first comment ${Math.round(firstLoad.firstComment)} ms, floor ${Math.round(floor)} ms`,
  )
  floors.push(floor)
  firstLoads.push(firstLoad)
  if (round < READINGS) readings.push(await measureReading(browser, server, pagePath(id), discussion))
}

function pagePath(articleId: string): string {
  return `/?article=${articleId}`
}

function floorPath(articleId: string): string {
  return `/floor/${articleId}`
}

import { setTimeout } from 'node:timers/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import type { CommentId } from '../../../src/domain/ids.ts'
import type { BenchDiscussion } from './benchDiscussions.ts'
import { openBenchPage, SLOWED, type BenchPage } from './benchPage.ts'
import type { BenchServer } from './benchServer.ts'
import { findUnasked } from './findUnasked.ts'
import { measureScroll, THREAD, type Scroll } from './measureScroll.ts'

/** Times are in milliseconds; each is the longest from an input event to the next frame. */
export type Reading = {
  jsonBytes: number
  unasked: string[]
  scroll: Scroll
  /** Threads that were loaded beyond those that were scrolled through. */
  ahead: number
  heapBytes: number
  /** How many replies the thread has that is folded, all of them loaded. */
  replies: number
  fold: number
  unfold: number
  reply: number
  key: number
  shift: number
}

const TEXT = 'I see it differently: what they say is not what they do next.'
const BETWEEN_KEYS_MS = 30
/** After a page is there, for what it may still ask for; after an input, for what the browser reports of it. */
const AFTER_LOAD_MS = 1500
const AFTER_INPUT_MS = 400
/** Before it is answered; what is far away is laid to rest meanwhile. */
const READING_MS = 5_000

/** One visit: reads through the threads, loads all replies of the largest of the first page, folds it, reads on in it, and answers there. */
export async function measureReading(
  browser: Browser,
  server: BenchServer,
  path: string,
  { largest, threadCount }: BenchDiscussion,
): Promise<Reading> {
  const bench = await openBenchPage(browser, server.origin)
  const { page, slow } = bench
  try {
    server.takeServed()
    await slow(SLOWED)
    await page.goto(server.origin + path)
    await setTimeout(AFTER_LOAD_MS)
    const firstLoad = server.takeServed()
    const apiBytes = firstLoad.map(({ kind, bytes }) => (kind === 'api' ? bytes : 0))
    const embeddedBytes = await page.evaluate(countEmbeddedBytes)
    const scroll = await measureScroll(page, threadCount)
    const unasked = findUnasked(firstLoad, server.takeServed())
    await slow(1)
    await setTimeout(AFTER_LOAD_MS)
    const ahead = (await page.locator(THREAD).last().evaluate(numberOf)) - scroll.threads
    const heapBytes = await measureHeap(bench)
    const replies = await loadReplies(page, largest.threadId)
    await slow(SLOWED)
    const toggle = page.locator(`#comment-${largest.threadId} button[id^="toggle-"]`)
    const fold = await measureClick(bench, toggle)
    const unfold = await measureClick(bench, toggle)
    await slow(1)
    const answered = await bringAnswered(page, largest.threadId)
    await setTimeout(READING_MS)
    await slow(SLOWED)
    const reply = await measureClick(bench, answered)
    const key = await measureInput(page, () => page.keyboard.type(TEXT, { delay: BETWEEN_KEYS_MS }))
    const shift = await page.evaluate(() => globalThis.bench.shift)
    const jsonBytes = apiBytes.reduce((total, bytes) => total + bytes, embeddedBytes)
    return { jsonBytes, unasked, scroll, ahead, heapBytes, replies, fold, unfold, reply, key, shift }
  } finally {
    await bench.close()
  }
}

/** Runs in the page: the JSON that stands in it. */
function countEmbeddedBytes(): number {
  const scripts = document.querySelectorAll(
    'script[type="application/json"], script[type="application/ld+json"]',
  )
  return Array.from(scripts).reduce((total, { textContent }) => total + new Blob([textContent]).size, 0)
}

async function measureHeap({ devtools }: BenchPage): Promise<number> {
  await devtools.send('Performance.enable')
  for (let round = 0; round < 2; round++) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN
}

/**
 * Presses "Show N more replies" in a thread until all are there, for a minute at most; gives how many are there. No input of a reader's explains what moves
 * meanwhile, so that is not counted.
 */
async function loadReplies(page: Page, threadId: CommentId): Promise<number> {
  // Where it rests, or comes to rest just then, it is drawn once it is near.
  await page.evaluate(async (id) => {
    const isShown = (): boolean => {
      const { top, height } = document.getElementById(`comment-${id}`)?.getBoundingClientRect() ?? {}
      return Boolean(height) && Math.abs(top ?? NaN) < innerHeight
    }
    const start = performance.now()
    while (!isShown() && performance.now() < start + 30_000) {
      const found = document.querySelector(`#comment-${id}, [data-comments~="${id}"]`)
      found?.parentElement?.scrollIntoView({ behavior: 'instant' })
      await new Promise(requestAnimationFrame)
    }
  }, threadId)
  const thread = await page.waitForSelector(`li:has(> #comment-${threadId})`)
  return thread.evaluate(async (place) => {
    const findMore = (): HTMLButtonElement | undefined =>
      [...place.querySelectorAll('button')].find(({ textContent }) =>
        /^Show [\d,]+ more repl/.test(textContent),
      )
    const count = (): number =>
      [...place.querySelectorAll<HTMLElement>('article, [data-comments]')].reduce(
        (total, { dataset }) => total + (dataset['comments']?.split(' ').length ?? 1),
        0,
      )
    const { shift } = globalThis.bench
    const isTimeLeft = (): boolean => performance.now() < start + 60_000
    const start = performance.now()
    for (let more = findMore(); more && isTimeLeft(); more = findMore()) {
      const before = count()
      more.click()
      while (count() === before && isTimeLeft()) await new Promise(requestAnimationFrame)
    }
    await new Promise(requestAnimationFrame)
    globalThis.bench.shift = shift
    return count() - 1
  })
}

/** Runs in the page: the place of a thread, from 1, of all that were loaded. */
function numberOf(thread: Element): number {
  const item = thread.parentElement
  const list = item?.parentElement
  return list instanceof HTMLOListElement ? list.start + [...list.children].indexOf(item ?? list) : 0
}

/** Scrolls to the middle of a thread, and gives what a reply is begun with there, once what had rested is drawn. */
async function bringAnswered(page: Page, threadId: CommentId): Promise<Locator> {
  const id = await page.evaluate(async (selector) => {
    const thread = document.querySelector(selector)?.parentElement
    const all = [...(thread?.querySelectorAll('article, [data-comments]') ?? [])]
    const middle = all[Math.floor(all.length / 2)]
    ;(middle?.closest('[hidden]')?.parentElement ?? middle)?.scrollIntoView({
      behavior: 'instant',
      block: 'center',
    })
    const findShown = (): Element | undefined =>
      [...(thread?.querySelectorAll('button[aria-label^="Reply to"]') ?? [])].find(
        (button) => button.getBoundingClientRect().top > innerHeight / 3,
      )
    while (!findShown()) await new Promise(requestAnimationFrame)
    return findShown()?.id
  }, `#comment-${threadId}`)
  return page.locator(`#${id}`)
}

/** A mouse that rests on a button presses it. Nothing that makes sure of that for tests is measured with it. */
async function measureClick({ page, press }: BenchPage, button: Locator): Promise<number> {
  await button.scrollIntoViewIfNeeded()
  await button.hover()
  const { x, y, width, height } = (await button.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await setTimeout(AFTER_INPUT_MS)
  return measureInput(page, () => press({ x: x + width / 2, y: y + height / 2 }))
}

async function measureInput(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => (globalThis.bench.longestEvent = 0))
  await act()
  await setTimeout(AFTER_INPUT_MS)
  return page.evaluate(() => globalThis.bench.longestEvent)
}

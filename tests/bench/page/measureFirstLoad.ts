import { setTimeout } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { openBenchPage, SLOWED, type BenchPage } from './benchPage.ts'

/** In milliseconds since the navigation began. */
export type FirstLoad = {
  firstComment: number
  /** When a click on the first "Reply" was answered by its form; clicks are repeated until then. */
  interactive: number
  shift: number
}

const PATIENCE_MS = 60_000
const BETWEEN_CLICKS_MS = 25

/** How soon the first comment can be read where nothing but that is to be measured. */
export async function measureFloor(browser: Browser, origin: string, path: string): Promise<number> {
  const bench = await openBenchPage(browser, origin)
  try {
    return await load(bench, origin + path)
  } finally {
    await bench.close()
  }
}

/** How soon the first comment of the page can be read, and answered. */
export async function measureFirstLoad(browser: Browser, origin: string, path: string): Promise<FirstLoad> {
  const bench = await openBenchPage(browser, origin)
  try {
    const firstComment = await load(bench, origin + path)
    const interactive = await clickUntilAnswered(bench)
    const shift = await bench.page.evaluate(() => globalThis.bench.shift)
    return { firstComment, interactive, shift }
  } finally {
    await bench.close()
  }
}

/** While it waits, nothing but the page itself runs in the page. */
async function load({ page, slow, whenDrawn }: BenchPage, url: string): Promise<number> {
  await slow(SLOWED)
  const drawn = whenDrawn()
  await page.goto(url, { waitUntil: 'commit' })
  return drawn
}

/** A reply's form stands in the list of comments, unlike the one for a new comment. */
async function clickUntilAnswered({ page, press }: BenchPage): Promise<number> {
  const answered = page.waitForFunction(() => document.querySelector('li form') && performance.now(), null, {
    timeout: PATIENCE_MS,
  })
  const waits = async (): Promise<boolean> =>
    Promise.race([answered.then(() => false), setTimeout(BETWEEN_CLICKS_MS, true)])
  while (await waits()) {
    const place = await page.evaluate(() => {
      const button = document.querySelector('button[aria-label^="Reply to"]')
      const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {}
      return { x: x + width / 2, y: y + height / 2 }
    })
    await press(place)
  }
  return Number(await (await answered).jsonValue())
}

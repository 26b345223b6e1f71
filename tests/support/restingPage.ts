import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPage } from './openPage.ts'

declare global {
  interface Window {
    /** The sum of all layout shifts. */
    shifted: number
  }
}

/** A page of which more than 200 comments were scrolled through, at its end. */
export async function openRead(): Promise<Page> {
  const { page } = await openPage('/?article=generated-1000', {
    before: () => {
      window.shifted = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) window.shifted += Number(entry.value)
      }).observe({ type: 'layout-shift', buffered: true })
    },
  })
  await readMany(page)
  await page.evaluate(() => (window.shifted = 0))
  return page
}

/** Scrolls, a window at a time, until 300 comments are drawn, of which more than 200 were read. */
export async function readMany(page: Page): Promise<void> {
  await page.locator('article[id^="comment-"]').first().waitFor()
  await page.mouse.move(640, 400)
  while ((await page.locator('article[id^="comment-"]').count()) < 300) {
    for (let step = 0; step < 5; step++) {
      await page.mouse.wheel(0, 800)
      await page.evaluate(() => new Promise(requestAnimationFrame))
    }
  }
}

/** Until all rests that is to. */
export async function waitForRest(page: Page): Promise<void> {
  await expect.poll(() => page.locator('article[id^="comment-"]').count()).toBeLessThan(150)
}

/** The ids of the articles of all that rests, in order. */
export function farComments(page: Page): Promise<string[]> {
  return page
    .locator('[data-comments]')
    .evaluateAll((elements) =>
      elements.flatMap(({ dataset }) => dataset['comments']?.split(' ').map((id) => `comment-${id}`) ?? []),
    )
}

/** Where the batches of threads begin in the page, by the first comment of each. */
export function tops(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const outermost = [...document.querySelectorAll('[class*="batch"]')].filter(
      (batch) => !batch.parentElement?.closest('[class*="batch"]'),
    )
    return Object.fromEntries(
      outermost.map((batch) => {
        const first = batch.querySelector<HTMLElement>('article[id^="comment-"], [data-comments]')
        const id = first?.dataset['comments']?.split(' ')[0] ?? first?.id.replace('comment-', '')
        return [id, batch.getBoundingClientRect().top + scrollY]
      }),
    )
  })
}

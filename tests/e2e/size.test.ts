import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from '../support/openPage.ts'

declare global {
  interface Window {
    /** What find-in-page does, as browsers have it for scripts (not in any standard). */
    find(text: string): boolean
  }
}

test('a thousand comments load as they are scrolled to, each once, and none unasked', async () => {
  const page = await openGenerated(1000)
  const first = await comments(page).count()
  expect(first).toBeLessThan(200)
  const { threadCount } = await page.evaluate(async () =>
    (await fetch('/api/v1/discussions/generated-1000')).json(),
  )
  await expect
    .poll(async () => {
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
      return (await numbers(page)).length
    })
    .toBe(threadCount)
  expect(await numbers(page)).toEqual(Array.from({ length: threadCount }, (_, index) => index + 1))
  expect(await page.getByRole('button', { name: 'Show more threads' }).count()).toBe(0)
  const shown = await ids(page)
  expect(new Set(shown).size).toBe(shown.length)
})

test('threads far out of sight are found by the browser, printed and selected', async () => {
  const page = await openGenerated(1000)
  const words = await page.evaluate(() => {
    const texts = Array.from(document.querySelectorAll('article[id^="comment-"] p'), (p) => p.textContent)
    return texts.findLast((text) => text.length > 60)!.slice(0, 50)
  })
  // A browser that was built without windows finds nothing at all.
  if (await page.evaluate(() => window.find('responses'))) {
    expect(await page.evaluate((text) => window.find(text), words)).toBe(true)
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000)
  }
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('main')!))
  expect(await page.evaluate(() => getSelection()!.toString())).toContain(words)
  const last = comments(page).last()
  await page.emulateMedia({ media: 'print' })
  expect(await last.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }))).toBe(
    true,
  )
})

async function openGenerated(count: number): Promise<Page> {
  const { page } = await openPage(`/?article=generated-${count}`)
  await comments(page).first().waitFor()
  return page
}

function comments(page: Page) {
  return page.locator('article[id^="comment-"]')
}

function ids(page: Page): Promise<string[]> {
  return comments(page).evaluateAll((elements) => elements.map(({ id }) => id))
}

/** The numbers of the threads, as they stand. */
function numbers(page: Page): Promise<number[]> {
  return page
    .locator('article[aria-label^="Comment by"]')
    .evaluateAll((threads) => threads.map(({ textContent }) => Number(/^.(\d+)\./u.exec(textContent)?.[1])))
}

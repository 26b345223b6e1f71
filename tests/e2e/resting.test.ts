import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { seeMeasured } from '../support/seeMeasured.ts'
import { openPage } from '../support/openPage.ts'

test('what is far from the window rests, comes back where it was, and moves nothing', async () => {
  const page = await openRead()
  const end = await page.evaluate(() => scrollY)
  // What is below the window may not have been laid out yet.
  const before = Object.fromEntries(Object.entries(await tops(page)).filter(([, top]) => top < end))
  await waitForRest(page)
  expect(await tops(page)).toEqual(expect.objectContaining(before))
  const [first, ...others] = await farComments(page)
  expect(others.length).toBeGreaterThan(50)
  expect(await page.locator(`#${first}`).count()).toBe(0)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  // As soon as the browser shows what it has not laid out so far.
  const seen = await page.evaluate(async () => {
    scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' })
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    return [100, 300, 500, 700].map(
      (y) => document.elementFromPoint(600, y)?.closest('article, main')?.tagName,
    )
  })
  expect(seen).toContain('ARTICLE')
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height)
  expect(await tops(page)).toEqual(expect.objectContaining(before))
  expect(await page.evaluate(() => window.shifted)).toBeLessThan(0.001)
})

test('what rests is drawn before the browser goes to what it found there, prints it, or has all of it selected', async () => {
  const page = await openRead()
  for (const act of [
    () => page.evaluate(() => dispatchEvent(new Event('beforeprint'))),
    () => page.keyboard.press('Control+a'),
  ]) {
    await waitForRest(page)
    const far = await farComments(page)
    await act()
    await expect
      .poll(() => page.evaluate((ids) => ids.filter((id) => !document.getElementById(id)), far))
      .toEqual([])
    await page.evaluate(() => getSelection()?.removeAllRanges())
    await page.mouse.wheel(0, -40)
  }
  await waitForRest(page)
  const [first] = await farComments(page)
  expect(await page.locator('[data-comments]').first().getAttribute('hidden')).toBe('until-found')
  const found = await page.evaluate((id) => {
    const resting = document.querySelector(`[data-comments~="${id}"]`)
    const text = resting?.textContent
    resting?.dispatchEvent(new Event('beforematch', { bubbles: true }))
    return text?.includes(document.querySelector(`#comment-${id} p`)?.textContent ?? 'not drawn')
  }, first?.replace('comment-', ''))
  expect(found).toBe(true)
})

test('a link, a key and focus lead to what rests', async () => {
  const page = await openRead()
  await waitForRest(page)
  const far = await farComments(page)
  const target = far[Math.floor(far.length / 2)]
  await page.evaluate((id) => (location.hash = `#${id}`), target)
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(target)
  const y = await page.locator(`#${target}`).evaluate((element) => element.getBoundingClientRect().top)
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y).toBeLessThan(200)
  // Who has scrolled on goes on from there, past what rests above.
  await page.evaluate(() =>
    scrollTo({ top: document.documentElement.scrollHeight - 4000, behavior: 'instant' }),
  )
  await waitForRest(page)
  await page.keyboard.press('j')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).not.toBe(target)
  const place = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top)
  expect(place).toBeGreaterThanOrEqual(0)
  expect(place).toBeLessThan(800)
})

test('where somebody writes nothing rests, however far that is', async () => {
  const page = await openRead()
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  const thread = page.locator('article[aria-label^="Comment by"]').nth(12)
  await thread.getByRole('button', { name: /^Reply to/ }).click()
  const field = page.getByRole('textbox', { name: /^Your reply/ })
  await field.fill('Half a')
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null,
  )
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }))
  await waitForRest(page)
  const id = await thread.getAttribute('id')
  expect(await farComments(page)).not.toContain(id)
  expect(await field.inputValue()).toBe('Half a')
})

test('what was never seen moves nothing when it is scrolled up to from the end', async () => {
  const { page } = await openPage('/?article=generated-1000')
  await page.locator('article[id^="comment-"]').first().waitFor()
  await seeMeasured(page)
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }))
  const moved = await page.evaluate(async () => {
    const nextFrame = () => new Promise(requestAnimationFrame)
    const found: number[] = []
    for (let step = 0; step < 40; step++) {
      scrollBy({ top: -400, behavior: 'instant' })
      await nextFrame()
      const hit = [100, 300, 500].map((y) => document.elementFromPoint(600, y)?.closest('article'))
      const seen = hit.find((article) => article?.id.startsWith('comment-'))
      const before = seen?.getBoundingClientRect().top ?? 0
      for (let frame = 0; frame < 4; frame++) await nextFrame()
      const by = Math.abs((seen?.getBoundingClientRect().top ?? 0) - before)
      if (by > 1) found.push(by)
    }
    return found
  })
  expect(moved).toEqual([])
})

declare global {
  interface Window {
    /** The sum of all layout shifts. */
    shifted: number
  }
}

/** A page of which more than 200 comments were scrolled through, at its end. */
async function openRead(): Promise<Page> {
  const { page } = await openPage('/?article=generated-1000', {
    before: () => {
      window.shifted = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) window.shifted += Number(entry.value)
      }).observe({ type: 'layout-shift', buffered: true })
    },
  })
  await page.locator('article[id^="comment-"]').first().waitFor()
  await page.mouse.move(640, 400)
  while ((await page.locator('article[id^="comment-"]').count()) < 300) {
    for (let step = 0; step < 10; step++) {
      await page.mouse.wheel(0, 400)
      await page.evaluate(() => new Promise(requestAnimationFrame))
    }
  }
  await page.evaluate(() => (window.shifted = 0))
  return page
}

/** Until all rests that is to. */
async function waitForRest(page: Page): Promise<void> {
  await expect.poll(() => page.locator('article[id^="comment-"]').count()).toBeLessThan(150)
}

function farComments(page: Page): Promise<string[]> {
  return page
    .locator('[data-comments]')
    .evaluateAll((elements) =>
      elements.flatMap(({ dataset }) => dataset['comments']?.split(' ').map((id) => `comment-${id}`) ?? []),
    )
}

/** Where the batches of threads begin in the page, by the first comment of each. */
function tops(page: Page): Promise<Record<string, number>> {
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

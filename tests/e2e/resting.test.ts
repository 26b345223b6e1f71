import { expect, test } from 'vitest'
import { seeMeasured } from '../support/seeMeasured.ts'
import { openPage } from '../support/openPage.ts'
import { farComments, openRead, tops, waitForRest } from '../support/restingPage.ts'

/** What rests, and what does so in a batch of which the others are drawn. */
const FAR = '[data-comments]'
const WITHIN = '[class*="batch"] [class*="batch"] > [data-comments]'

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
})

test('what the browser finds in what rests is drawn, and it goes on before it on the way down, and behind it on the way up', async () => {
  const page = await openRead()
  for (const { top, goesOn } of [
    { top: Infinity, goesOn: 'behind' },
    { top: 0, goesOn: 'before' },
  ]) {
    await page.evaluate(
      (y) => scrollTo({ top: Math.min(y, document.body.scrollHeight), behavior: 'instant' }),
      top,
    )
    await waitForRest(page)
    expect(await page.evaluate(findInLargest, FAR)).toEqual({
      comments: expect.toSatisfy((count: number) => count > 1),
      goesOn,
      left: 0,
      missing: [],
    })
  }
})

test('what the browser finds in what rests within what was drawn again is drawn, too', async () => {
  const page = await openRead()
  await waitForRest(page)
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' }))
  await page.locator(WITHIN).first().waitFor({ state: 'attached' })
  expect(await page.evaluate(findInLargest, WITHIN)).toEqual({
    comments: expect.toSatisfy((count: number) => count > 0),
    goesOn: expect.any(String),
    left: 0,
    missing: [],
  })
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

/**
 * Runs in the page: what comes of the most comments that rest together when a browser finds something in them, and on which side of the first of them it
 * goes on. It keeps a range of what it found, which follows what becomes of the page (DOM, "live ranges").
 */
function findInLargest(selector: string) {
  const ids = (element: HTMLElement) => element.dataset['comments']?.split(' ') ?? []
  const all = [...document.querySelectorAll<HTMLElement>(selector)]
  const largest = all.toSorted((one, other) => ids(other).length - ids(one).length)[0]!
  const comments = ids(largest)
  const place = largest.parentElement
  const hidden = largest.querySelector('[hidden="until-found"]')!
  const words = hidden.textContent
  const range = new Range()
  range.selectNodeContents(hidden.firstChild!)
  hidden.dispatchEvent(new Event('beforematch', { bubbles: true }))
  const first = document.getElementById(`comment-${comments[0]}`)
  return {
    comments: comments.length,
    goesOn: first && range.comparePoint(first, 0) < 0 ? 'behind' : 'before',
    left: place?.querySelectorAll('[data-comments]').length,
    missing: comments.filter((id) => {
      const text = document.querySelector(`#comment-${id} p`)?.textContent
      return text === undefined || !words.includes(text)
    }),
  }
}

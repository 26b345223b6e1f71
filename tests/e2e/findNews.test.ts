import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findViolations } from '../support/findViolations.ts'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'
import { layoutShift } from '../support/layoutShift.ts'
import { LOOKS } from '../support/looks.ts'
import { openPage, type PageOptions } from '../support/openPage.ts'
import { writeAsOther } from '../support/writeAsOther.ts'
import { focused, openKerry, seeKerry } from './flows.ts'

describe.for(LOOKS)('at a width of $width px, in $theme', ({ width, theme }) => {
  const viewport = { width, height: 800 }

  test('a second visit counts and marks what others wrote, leads through it, and moves nothing', async () => {
    const page = await visitTwice({ viewport, theme })
    const next = page.getByRole('button', { name: 'Next new comment' })
    await next.waitFor()
    await page.getByRole('article', { name: 'Comment by Zoe, new' }).waitFor()
    expect(await layoutShift(page)).toBe(0)
    const heading = page.getByRole('heading', { level: 2 })
    expect(await heading.textContent()).toContain('2 new since your last visit')
    const mark = page.getByRole('article', { name: 'Comment by Zoe, new' }).getByText('New', { exact: true })
    const shown = await heading.getByText('2 new').boundingBox()
    expect(shown!.x + shown!.width).toBeLessThanOrEqual(width)

    await next.click()
    await expect.poll(() => focused(page)).toBe('Comment by Zoe, new')
    expect(await mark.isVisible()).toBe(true)
    await page.keyboard.press('n')
    await expect.poll(() => focused(page)).toMatch(/^Reply by Xaver to .*, new$/)
    const { top, bottom } = await box(page, ':focus')
    expect([top >= 0, bottom <= (await box(page, '[data-next-new]')).top]).toEqual([true, true])
    await page.keyboard.press('n')
    await expect.poll(() => focused(page)).toBe('Comment by Zoe, new')
    await page.getByRole('status').getByText('From the first new comment again').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(await findViolations(page)).toEqual([])
  })

  test('what has focus is not covered by what floats, wherever Tab leads', async () => {
    const page = await visitTwice({ viewport })
    const next = page.getByRole('button', { name: 'Next new comment' })
    await next.click()
    await expect.poll(() => focused(page)).toBe('Comment by Zoe, new')
    const covered: string[] = []
    for (let times = 0; times < 60; times += 1) {
      await page.keyboard.press('Tab')
      const found = await page.evaluate(() => {
        const { activeElement: focused } = document
        const float = document.querySelector('[data-next-new]')
        if (!focused || !float || focused === float) return null
        const [one, other] = [focused.getBoundingClientRect(), float.getBoundingClientRect()]
        const isApart =
          one.bottom <= other.top ||
          one.top >= other.bottom ||
          one.right <= other.left ||
          one.left >= other.right
        return isApart ? null : (focused.getAttribute('aria-label') ?? focused.textContent)
      })
      if (found !== null) covered.push(found)
    }
    expect(covered).toEqual([])
  })
})

test('a first visit marks nothing, a reload nothing either, and what is folded says what is new below it', async () => {
  const { page, context } = await openPage('/')
  await seen(page)
  await page.reload()
  await seen(page)
  expect(await page.getByRole('heading', { level: 2 }).textContent()).not.toContain('since your last visit')
  expect(await page.getByRole('button', { name: 'Next new comment' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Collapse all' }).click()
  const below = await post(page)
  await page.close()
  const { page: second } = await openPage('/', { context })
  await second.getByRole('button', { name: new RegExp(`^Expand thread by ${below}, .*, 1 new$`) }).waitFor()
  await second.keyboard.press('n')
  await second.keyboard.press('n')
  await expect.poll(() => focused(second)).toMatch(/^Reply by Xaver to .*, new$/)
})

test('in a page of somebody’s, too: what came is marked, and the button floats there', async () => {
  const { page, server } = await openHostPage({
    html: (at) => wrapPage(`<p style="height: 100vh">Above.</p>${element(at, 'loading="eager"')}`, at),
    viewport: { width: 400, height: 700 },
  })
  await page.getByRole('button', { name: 'Keys and display' }).waitFor()
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => /:visit:/.test(key))))
    .toBe(true)
  await writeAsOther(server, 'kerry-to-urge-china', 'Zoe')
  await page.evaluate(() => sessionStorage.clear())
  await page.reload()
  const next = page.getByRole('button', { name: 'Next new comment' })
  await next.click()
  await page.getByRole('article', { name: 'Comment by Zoe, new' }).and(page.locator(':focus')).waitFor()
  const { y, height } = (await next.boundingBox())!
  expect(y + height).toBeLessThanOrEqual(700)
  expect(y).toBeGreaterThan(600)
})

/** The page as one finds it who was there before two others wrote, a thread and a reply. */
async function visitTwice(options: PageOptions): Promise<Page> {
  const first = await openKerry(options)
  await seen(first)
  await post(first)
  await first.close()
  const { page } = await openPage('/', { ...options, context: first.context() })
  await seeKerry(page)
  return page
}

/** Waits until it is kept that the discussion was seen. */
async function seen(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keys and display' }).waitFor()
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => /^soundoff.*:visit:/.test(key)))
}

/** Posts as others do, without the page; gives who stands at the top of the thread of the reply. */
function post(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parent = [...document.querySelectorAll('article[id^="comment-"]')].find((each) =>
      each.parentElement?.querySelector('li'),
    )
    for (const [name, parentId] of [
      ['Zoe', null],
      ['Xaver', parent?.id.replace('comment-', '')],
    ]) {
      await fetch('/api/v1/discussions/kerry-to-urge-china/comments', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ parentId, author: { name }, body: `What ${name} says.` }),
      })
    }
    return (parent?.getAttribute('aria-label') ?? '').replace('Comment by ', '')
  })
}

function box(page: Page, selector: string): Promise<{ top: number; bottom: number }> {
  return page.locator(selector).evaluate((found) => {
    const { top, bottom } = found.getBoundingClientRect()
    return { top, bottom }
  })
}

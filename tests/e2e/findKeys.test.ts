import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findSmallTargets } from '../support/findSmallTargets.ts'
import { findViolations } from '../support/findViolations.ts'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'
import { layoutShift } from '../support/layoutShift.ts'
import { LOOKS } from '../support/looks.ts'
import { openPage } from '../support/openPage.ts'
import { focused, openKerry, seeKerry, tabTo } from './flows.ts'

const NAME = 'Keys and display'

describe.for(LOOKS)('at a width of $width px, in $theme', ({ width, theme }) => {
  const viewport = { width, height: 800 }

  test('the dialog opens by its button and by its key, gives focus back, and axe finds nothing', async () => {
    const page = await openReady({ viewport, theme })
    const button = page.getByRole('button', { name: NAME })
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: NAME })
    await dialog.waitFor()
    expect(await focused(page)).toBe('Close')
    expect(await findViolations(page)).toEqual([])
    const heights = await dialog
      .locator('label, button')
      .evaluateAll((targets) => targets.map((each) => each.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await focused(page)).toBe(NAME)
    expect(await findSmallTargets(page)).toEqual([])

    await page.keyboard.press('j')
    await expect.poll(() => focused(page)).toMatch(/^(?:Comment|Reply) by /)
    const comment = await focused(page)
    await page.keyboard.press('?')
    await dialog.waitFor()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await focused(page)).toBe(comment)
  })

  test('the largest text fits, is there again without a shift, and in every tab', async () => {
    const page = await openReady({ viewport })
    const { page: other } = await openPage('/', { context: page.context() })
    await other.getByRole('button', { name: NAME }).waitFor()
    const size = (each: Page) =>
      each
        .locator('article[id^="comment-"] p')
        .first()
        .evaluate((paragraph) => getComputedStyle(paragraph).fontSize)
    const medium = Number.parseFloat(await size(page))
    await page.getByRole('button', { name: NAME }).click()
    await page.getByRole('radio', { name: 'Largest' }).check()
    await page.getByRole('radio', { name: 'Compact' }).check()
    const largest = `${medium * 1.5}px`
    await expect.poll(() => size(page)).toBe(largest)
    await expect.poll(() => size(other)).toBe(largest)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.reload()
    await seeKerry(page)
    expect(await size(page)).toBe(largest)
    await page.getByRole('button', { name: NAME }).waitFor()
    expect(await size(page)).toBe(largest)
    // How long ago it was comes to stand beside each time, whatever its size.
    expect(await layoutShift(page)).toBeLessThan(0.001)
  })
})

test('what is typed is only typed, in every field, and a key alone leads on once the field is left', async () => {
  const page = await openReady()
  const letters = 'jktucnfr/?'
  const form = page.getByRole('form', { name: 'Post a comment' })
  for (const field of [
    form.getByRole('textbox', { name: 'Name' }),
    form.getByRole('textbox', { name: 'Comment' }),
    page.getByRole('searchbox', { name: 'Search this discussion' }),
  ]) {
    await field.click()
    await page.keyboard.type(letters)
    expect(await field.inputValue()).toBe(letters)
    expect(await field.evaluate((each) => each === document.activeElement)).toBe(true)
    await field.fill('')
  }
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  for (const held of ['Control', 'Alt']) await page.keyboard.press(`${held}+j`)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await page.keyboard.press('j')
  await expect.poll(() => focused(page)).toMatch(/^Comment by /)
  await page.keyboard.press('r')
  await expect.poll(() => focused(page)).toBe('Your reply')
})

test('switched off, keys do nothing any more, also after a reload', async () => {
  const page = await openReady()
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: 'Use keyboard shortcuts' }).uncheck()
  await page.keyboard.press('Escape')
  for (const reloaded of [false, true]) {
    if (reloaded) {
      await page.reload()
      await page.getByRole('button', { name: NAME }).waitFor()
    }
    for (const key of ['j', 'n', '/', '?']) await page.keyboard.press(key)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.closest('article, input'))).toBeNull()
  }
})

test('links lead from the top of the page to the discussion, and from its end back to the article', async () => {
  const page = await openReady()
  await tabTo(page, 'Skip to the discussion', 1)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('discussion')
  const back = page.getByRole('link', { name: 'Back to the article' })
  await back.focus()
  const { x, y, width, height } = (await back.boundingBox())!
  expect([x >= 0, width > 24, height >= 24]).toEqual([true, true, true])
  expect(y + height).toBeLessThanOrEqual(800)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('h1')
  expect(await page.evaluate(() => scrollY < 200)).toBe(true)
})

test('in somebody’s page keys count only within the discussion, and its text alone grows, from the start', async () => {
  const { page } = await openHostPage({
    html: (at) =>
      wrapPage(`<p id="own">Own text. <button>Own</button></p>${element(at, 'loading="eager"')}`, at),
  })
  const button = page.getByRole('button', { name: NAME })
  await button.waitFor()
  const inside = () =>
    page.evaluate(() => document.querySelector('soundoff-discussion')?.shadowRoot?.activeElement?.id ?? null)
  await page.getByRole('button', { name: 'Own' }).focus()
  for (const key of ['j', '?']) await page.keyboard.press(key)
  expect([await inside(), await page.getByRole('dialog').count()]).toEqual([null, 0])
  await button.focus()
  await page.keyboard.press('j')
  await expect.poll(inside).toMatch(/^comment-/)
  await page.keyboard.press('?')
  await page.getByRole('radio', { name: 'Largest' }).check()
  const sizes = () =>
    page.evaluate(() => {
      const text = document.querySelector('soundoff-discussion')?.shadowRoot?.querySelector('article p')
      return [document.getElementById('own'), text].map((each) => each && getComputedStyle(each).fontSize)
    })
  await expect.poll(sizes).toEqual(['16px', '22.5px'])
  await page.keyboard.press('Escape')
  await page.reload()
  await page.getByRole('article', { name: 'Comment by cmaenergy' }).waitFor()
  expect(await sizes()).toEqual(['16px', '22.5px'])
})

async function openReady(options: Parameters<typeof openKerry>[0] = {}): Promise<Page> {
  const page = await openKerry(options)
  await page.getByRole('button', { name: NAME }).waitFor()
  return page
}

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { farComments, openRead, tops, waitForRest } from '../support/restingPage.ts'

test('what a muted writer wrote is not found where it rests, and is again when the muting ends', async () => {
  const page = await openRead()
  const written = await page.locator('article[id^="comment-"]').evaluateAll((all) =>
    all.map((each) => ({
      id: each.id,
      name: each.getAttribute('aria-label')?.match(/^(?:Comment|Reply) by (.*?)(?: to .*)?$/)?.[1],
      text: each.querySelector('p')?.textContent ?? '',
    })),
  )
  await waitForRest(page)
  const far = new Set(await farComments(page))
  const resting = written.filter(({ id }) => far.has(id))
  const here = written.find(({ id, name }) => !far.has(id) && resting.some((each) => each.name === name))!
  const theirs = resting.filter(({ name, text }) => name === here.name && text.length > 20)
  const words = async () => (await page.locator('[data-comments]').allTextContents()).join()
  const found = async () => {
    const all = await words()
    return theirs.filter(({ text }) => all.includes(text)).length
  }
  expect(await found()).toBe(theirs.length)

  const article = page.locator(`#${here.id}`)
  await article.getByRole('button', { name: /^More actions/ }).click()
  await article.getByRole('button', { name: `Mute ${here.name}` }).click()
  await expect.poll(found).toBe(0)
  // They rest again, without what was written.
  await expect
    .poll(async () => (await words()).includes(`A comment by ${here.name}, whom you have muted.`))
    .toBe(true)
  expect(await found()).toBe(0)

  await article.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(found).toBe(theirs.length)
})

test('what rests is not drawn while a branch is shown alone, which hides it', async () => {
  const page = await openRead()
  await waitForRest(page)
  const far = await farComments(page)
  const id = await page
    .locator('button[id^="toggle-"]')
    .evaluateAll((all) => all.map((each) => each.id.replace('toggle-', 'comment-')).at(-1))
  const article = page.locator(`#${id}`)
  await article.getByRole('button', { name: /^More actions/ }).click()
  await article.getByRole('button', { name: 'Only this branch' }).click()
  await page.getByRole('navigation', { name: 'Branch' }).waitFor()
  await page.mouse.wheel(0, 40)
  // As many as what is near may take to be drawn.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame)
  })
  // What was near before that may have been drawn by then.
  expect((await farComments(page)).length).toBeGreaterThan(far.length / 2)
  await page.keyboard.press('Escape')
  await expect.poll(() => article.evaluate((each) => each.getBoundingClientRect().top > 0)).toBe(true)
})

test('Tab goes on to the next comment though what has focus is far from the window, and what is beside it rests', async () => {
  const page = await openRead()
  const order = await page.locator('article[id^="comment-"]').evaluateAll((all) => all.map(({ id }) => id))
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  // The last that can have focus of a batch.
  const id = await page.evaluate(() => {
    const batch = [...document.querySelectorAll('[class*="batch"]')].find(
      (each) => !each.querySelector('[class*="batch"]') && each.getBoundingClientRect().top > 2000,
    )!
    const last = [...batch.querySelectorAll<HTMLElement>('article button')].at(-1)!
    last.focus({ preventScroll: true })
    return last.closest('article')!.id
  })
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
  await waitForRest(page)
  const next = order[order.indexOf(id) + 1]
  expect(await farComments(page)).toContain(next)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('article')?.id)).toBe(next)
})

test('what rests is as high as it is drawn, also when threads are folded and lines get shorter', async () => {
  const [page, drawn] = [await openRead(), await openRead()]
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await waitForRest(page)
  await drawn.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('[class*="batch"] { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(sheet)
  })
  for (const act of [
    (each: Page) => each.getByRole('button', { name: 'Collapse all' }).click(),
    (each: Page) => each.setViewportSize({ width: 700, height: 800 }),
  ]) {
    await act(page)
    await act(drawn)
    const differing = async () => {
      await drawn.evaluate(() => dispatchEvent(new Event('beforeprint')))
      const [expected, found] = await Promise.all([tops(drawn), tops(page)])
      // Either may have asked for more threads by now.
      const both = Object.entries(found).filter(([id]) => id in expected)
      return both.length > 15 ? both.filter(([id, top]) => Math.abs(top - expected[id]!) >= 1) : both
    }
    await expect.poll(differing).toEqual([])
    await waitForRest(page)
    expect((await farComments(page)).length).toBeGreaterThan(50)
    await expect.poll(differing).toEqual([])
  }
})

import { expect, test } from 'vitest'
import { openPage } from '../support/openPage.ts'

declare global {
  interface Window {
    /** Of each batch that the browser began to draw, how far below the top of the window it was then, in CSS pixels. */
    begun: number[]
  }
}

test('what comes near is drawn before it is in the window, also what is within other batches', async () => {
  const { page } = await openPage('/?article=generated-1000')
  await page.locator('article[id^="comment-"]').first().waitFor()
  await page.mouse.move(640, 400)
  await page.evaluate(() => {
    window.begun = []
    document.addEventListener('contentvisibilityautostatechange', (event) => {
      const { target } = event
      if (!('skipped' in event) || event.skipped || !(target instanceof Element)) return
      if (!target.querySelector('[class*="batch"]')) window.begun.push(target.getBoundingClientRect().top)
    })
  })
  while ((await page.evaluate(() => window.begun.length)) < 60) {
    await page.mouse.wheel(0, 200)
    await page.evaluate(async () => {
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
    })
  }
  const [begun, height] = await page.evaluate(() => [window.begun, innerHeight] as const)
  expect(begun.filter((top) => top < height)).toEqual([])
})

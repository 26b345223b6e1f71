import { expect, test } from 'vitest'
import { generateDiscussion } from '../support/generateDiscussion.ts'
import { bringToHost } from '../support/hostOrigin.ts'
import { element, openHostPage, readKerry, wrapPage } from '../support/hostPage.ts'
import { startLateImages } from '../support/lateImages.ts'
import { openPage } from '../support/openPage.ts'
import { readTops, watchTop } from '../support/watchTop.ts'

const SEED = 20130411
const IMAGES = 30
const LINKED = 'This is the comment that your link leads to.'

test.for([
  ['as browsers scroll along with it', '', 'page'],
  ['where browsers do not scroll along', '* { overflow-anchor: none }', 'page'],
  ['in a page that scrolls smoothly', ':root { scroll-behavior: smooth }', 'page'],
  ['in a part of the page that scrolls by itself', '* { overflow-anchor: none }', 'scroller'],
] as const)(
  'a comment that is linked to stays where it is while thirty images above it come late, %s',
  async ([, css, place]) => {
    const images = await startLateImages(5)
    const target = readKerry().comments.find(({ depth }) => depth === 3)!
    const id = `comment-${target.id}`
    const { page } = await openHostPage({
      path: `/#${id}`,
      expected: [new RegExp(`^other origin: ${images}/`)],
      html: (at) =>
        wrapPage(
          `<div id="${place}">${Array.from({ length: IMAGES }, (_, n) => `<p><img src="${images}/${n}.svg" alt=""></p>`).join('')}${element(at)}</div>`,
          at,
          `<style>${css} #scroller { block-size: 500px; overflow: auto }</style><script>(${watchTop.toString()})('${id}')</script>`,
        ),
    })
    await expect.poll(async () => (await readTops(page)).frames).toBeGreaterThan(5)
    expect(await page.evaluate(() => window.waitingThen)).toBeGreaterThan(IMAGES / 2)
    const frames = (await readTops(page)).frames
    await expect.poll(async () => (await readTops(page)).frames).toBeGreaterThan(frames + 10)
    const { moved, top } = await readTops(page)
    expect(moved).toBeLessThanOrEqual(1)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top).toBeLessThan(400)
    expect(await page.locator('soundoff-discussion').getByRole('status').textContent()).toBe(LINKED)

    await page.mouse.move(300, 300)
    await page.mouse.wheel(0, 60)
    await expect.poll(async () => (await readTops(page)).top).toBeLessThan(top - 50)
  },
)

test('a comment of depth nine that is not loaded, among 10,000, is put in view and focus, and stays there', async () => {
  const { comments } = generateDiscussion({ seed: SEED, count: 10_000 })
  const oldest = comments
    .filter(({ depth }) => depth === 9)
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
  const { id } = oldest[Math.floor(oldest.length / 2)]!
  const { page } = await openPage()
  await bringToHost('generated-10000')
  await page.addInitScript(watchTop, `comment-${id}`)
  await page.goto(`/?article=generated-10000#comment-${id}`)
  await expect.poll(async () => (await readTops(page)).frames, { timeout: 50_000 }).toBeGreaterThan(120)
  const { moved, top } = await readTops(page)
  expect(moved).toBeLessThanOrEqual(1)
  expect(top).toBeGreaterThanOrEqual(0)
  expect(top).toBeLessThan(400)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(`comment-${id}`)
  expect(await page.getByRole('status').textContent()).toBe(LINKED)
  expect(await page.locator(`[id="comment-${id}"]`).count()).toBe(1)
})

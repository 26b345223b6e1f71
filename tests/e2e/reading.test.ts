import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findViolations } from '../support/findViolations.ts'
import { isOnServer } from '../support/host.ts'
import { layoutShift } from '../support/layoutShift.ts'
import { LOOKS } from '../support/looks.ts'
import { heedFaults } from '../support/networkFaults.ts'
import { openPage } from '../support/openPage.ts'
import { openKerry, postComment, seeKerry } from './flows.ts'

/** What the page server says to what a page asks for while it is being left. */
const LET_THROUGH = /404 \(Not Found\)/

/** A server has no page without its article. */
const PATHS = isOnServer ? ['/'] : ['/', '/bare.html']

describe.for(LOOKS)('at a width of $width px, in $theme', ({ width, theme }) => {
  const viewport = { width, height: 800 }

  test('the article and all of its discussion that is here can be read, without a sideways scroll', async () => {
    const page = await openKerry({ viewport })
    const discussion = page.getByRole('region', { name: 'Discussion' })
    expect(await discussion.getByRole('heading', { level: 2 }).innerText()).toMatch(
      /39 responses\s+25 of them are here/,
    )
    expect(await discussion.getByRole('article').count()).toBe(25)
    await expectNoSidewaysScroll(page)
  })

  test('axe finds nothing with composers open and a problem shown', async () => {
    const page = await openKerry({ viewport, theme })
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
      theme === 'dark',
    )
    await page.getByRole('button', { name: 'Reply to Hapa' }).click()
    await page.getByRole('button', { name: 'Collapse thread by StanCalif' }).click()
    await page.getByRole('button', { name: 'Post comment' }).click()
    expect(await findViolations(page)).toEqual([])
  })

  test('axe finds nothing while a comment is on its way', async () => {
    const page = await openKerry({ viewport, theme, query: 'faults=latency:5000,on:post' })
    await postComment(page, 'Ada', 'Slowly.')
    await page.getByRole('article', { name: 'Comment by Ada' }).getByText('Sending').waitFor()
    expect(await findViolations(page)).toEqual([])
  })

  test.for((['allow', 'block'] as const).flatMap((workers) => PATHS.map((path) => [workers, path] as const)))(
    'nothing is seen to move while the page loads, with service workers: %s, at %s',
    async ([serviceWorkers, path]) => {
      const { page, context } = await openPage('about:blank', { viewport, serviceWorkers })
      await heedFaults(context)
      await page.goto(`${path}?faults=latency:300`)
      await page.getByRole('article', { name: 'Comment by wjm' }).waitFor()
      if (serviceWorkers === 'block' && !isOnServer)
        await page.getByText('runs without its worker here').waitFor()
      expect(await layoutShift(page)).toBeLessThan(0.02)
    },
  )

  test.for(['extremes', 'nobody-yet', 'closed'])(
    '%s: the page holds it, and axe finds nothing',
    async (article) => {
      const { page } = await openPage(`/?article=${article}`, { viewport, theme })
      await page.getByRole('region', { name: 'Discussion' }).getByRole('heading', { level: 2 }).waitFor()
      await expectNoSidewaysScroll(page)
      expect(await findViolations(page)).toEqual([])
    },
  )
})

test('a chain of ten levels leaves room to read at 320 px, the width that a zoom of 400 % leaves of 1280', async () => {
  const { page } = await openPage('/?article=extremes', { viewport: { width: 320, height: 640 } })
  const deepest = page.getByText('Level 10 of the chain')
  await deepest.waitFor()
  const width = await deepest.evaluate((element) => element.getBoundingClientRect().width)
  expect(width).toBeGreaterThan(180)
  await expectNoSidewaysScroll(page)
})

test.skipIf(isOnServer)(
  'a discussion that fails to load says so, and comes when it is tried again',
  async () => {
    const { page } = await openPage('/bare.html?faults=fail:1,on:get,times:9', { expected: [/503/] })
    await page.getByRole('alert').first().waitFor()
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await page.getByRole('article', { name: 'Comment by wjm' }).waitFor()
  },
)

test('the theme follows the system until it is chosen, and the choice is remembered', async () => {
  const page = await openKerry({ theme: 'dark' })
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const dark = await background()
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Light')
  await expect.poll(background).not.toBe(dark)
  const light = await background()
  await page.reload()
  expect(await background()).toBe(light)
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('System')
  await expect.poll(background).toBe(dark)
})

test.skipIf(isOnServer)('an article that is not there is told as such, and axe finds nothing', async () => {
  const { page } = await openPage('/?article=nope', { expected: [/404/] })
  await page.getByRole('heading', { level: 1, name: 'Article not found' }).waitFor()
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('link', { name: 'Go to the front page' }).click()
  await seeKerry(page)
})

test('a reload and the way back return to where the page was left', async () => {
  const page = await openKerry({ expected: [LET_THROUGH] })
  const top = () => page.evaluate(() => Math.round(scrollY))
  await page.evaluate(() => scrollTo(0, 2500))
  await page.reload()
  await expect.poll(top).toBe(2500)
  await page.goto('about:blank')
  await page.goBack()
  await expect.poll(top).toBe(2500)
})

test('a reload returns to where the page was left, wherever its address once led', async () => {
  const page = await openKerry({ expected: [LET_THROUGH] })
  await page.evaluate(() => (location.hash = '#discussion'))
  await page.evaluate(() => scrollTo(0, 4000))
  await page.reload()
  await seeKerry(page)
  await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(4000)
})

test('with text at twice its size on a narrow screen, nothing scrolls sideways', async () => {
  const page = await openKerry({ viewport: { width: 360, height: 800 } })
  await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'))
  await expectNoSidewaysScroll(page)
})

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
}

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { seeHydrated } from '../support/holdModule.ts'
import { cutOff, DIST, NO_NETWORK, openFrom, seeFollowed, seeKept } from '../support/keptPage.ts'
import { openPage } from '../support/openPage.ts'
import { postComment, seeKerry } from './flows.ts'

const KERRY = 'kerry-to-urge-china'

describe('without a network, with a host that is gone', () => {
  test.for(['/', `/articles/${KERRY}.html`, `/?article=${KERRY}`, '/bare.html'])(
    '%s is there after one visit, and all that it does',
    async (path) => {
      const { page, context, host } = await openFrom(DIST, path)
      await seeKept(page, host)
      await cutOff(context, host)
      await page.reload()
      await seeKerry(page)
      expect(await comments(page).count()).toBe(25)
      await page.getByRole('button', { name: 'Collapse thread by john smith' }).click()
      await page.getByRole('button', { name: 'Expand thread by john smith, 4 replies' }).waitFor()
      await postComment(page, 'Pete', 'Said without a network.')
      await page.getByRole('status').getByText('Comment posted').waitFor()
      await seeFollowed(page)
      expect(await page.getByText('Soundoff runs without its worker').count()).toBe(0)
      await page.reload()
      await comments(page).getByText('Said without a network.').waitFor()
    },
  )

  test('it is there when it is opened anew, after every page of it was closed', async () => {
    const { page, context, host } = await openFrom(DIST, '/')
    await seeKept(page, host)
    await page.goto('about:blank')
    await cutOff(context, host)
    const { page: later } = await openPage('/', { context, origin: host.origin, expected: [NO_NETWORK] })
    await seeHydrated(later)
    await seeKerry(later)
  })

  test('a page that was never visited is drawn from what there is, and an article that was not says so', async () => {
    const { page, context, host } = await openFrom(DIST, '/', [/404/])
    await seeKept(page, host)
    await cutOff(context, host)
    await page.goto(`/articles/${KERRY}.html`)
    await seeKerry(page)
    await page.goto('/?article=never-read')
    await page.getByRole('alert').waitFor()
    expect(await page.getByText('Kerry').count()).toBe(0)
  })
})

test('a network that does not answer is not waited for for ever', async () => {
  const { page, host } = await openFrom(DIST, '/')
  await seeKept(page, host)
  host.hang()
  const begun = Date.now()
  await page.reload({ waitUntil: 'commit' })
  await seeKerry(page)
  expect(Date.now() - begun).toBeLessThan(8_000)
})

test("a browser that still has MSW's worker, and nothing kept, gets this one in its place", async () => {
  const { page, host } = await openFrom(DIST, '/transcripts/index.json', [/favicon/])
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/mockServiceWorker.js')
    await navigator.serviceWorker.ready
  })
  await page.goto('/')
  await seeKept(page, host)
  const script = await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)
  expect(script).toBe(`${host.origin}/worker.js`)
  expect(await page.getByText('Soundoff runs without its worker').count()).toBe(0)
})

test('a page that is visited again is asked for once', async () => {
  const { page, host } = await openFrom(DIST, '/')
  await seeKept(page, host)
  host.asked.length = 0
  await page.reload()
  await seeFollowed(page)
  expect(host.asked.filter((path) => path === '/')).toHaveLength(1)
  expect(host.asked.filter((path) => path.startsWith('/assets/'))).toEqual([])
})

function comments(page: Page) {
  return page.locator('article[id^="comment-"]')
}

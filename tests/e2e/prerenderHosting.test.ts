import { join } from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { holdModule, seeHydrated } from '../support/holdModule.ts'
import { isOnServer } from '../support/host.ts'
import { openPage } from '../support/openPage.ts'
import { spoilData } from '../support/spoilData.ts'
import { startStaticHost } from '../support/staticHost.ts'
import { seeKerry } from './flows.ts'

describe.skipIf(isOnServer)('the page server', () => {
  test.for([
    ['/', 'Kerry to urge China to pressure North Korea'],
    ['/?article=kerry-to-urge-china', 'Kerry to urge China to pressure North Korea'],
    ['/articles/kerry-to-urge-china.html', 'Kerry to urge China to pressure North Korea'],
    ['/?article=closed', 'Soundoff'],
    ['/?article=..%2Findex', 'Soundoff'],
    ['/bare.html', 'Soundoff'],
  ] as const)('answers %s with the page "%s"', async ([path, title]) => {
    const answer = await fetch(inject('pageOrigin') + path)
    expect(answer.status).toBe(200)
    expect((await answer.text()).match(/<title>(.*)<\/title>/)?.[1]).toBe(title)
  })
})

describe.skipIf(isOnServer)('on a host that knows nothing of queries', () => {
  test('the page of another article is never shown, and the one that was asked for comes', async () => {
    const { origin, stop } = await startStaticHost(join(import.meta.dirname, '../../dist'))
    onTestFinished(stop)
    const { page } = await openPage('about:blank', { origin, expected: [/404/] })
    const release = await holdModule(page)
    await page.addInitScript(() => {
      // It is not waited for, as there is nothing to be seen first.
      const { setTimeout } = window
      const isTooLong = (wait: unknown) => Number(wait) >= 2000
      const start = (...given: Parameters<typeof setTimeout>) =>
        isTooLong(given[1]) ? 0 : setTimeout(...given)
      Object.assign(window, { setTimeout: start })
    })
    await page.goto(`${origin}/?article=another`)
    expect(await page.getByText('Kerry').count()).toBe(0)
    expect(await page.title()).toBe('Soundoff')
    release()
    await page.getByRole('heading', { level: 1, name: 'Article not found' }).waitFor()
    expect(await page.getByText('Kerry').count()).toBe(0)
    await page.getByRole('link', { name: 'Go to the front page' }).click()
    await seeKerry(page)
  })

  test('an article that is asked for by name, and is the one that comes, is taken over', async () => {
    const { origin, stop } = await startStaticHost(join(import.meta.dirname, '../../dist'))
    onTestFinished(stop)
    const { page } = await openPage('about:blank', { origin })
    const release = await holdModule(page)
    await page.goto(`${origin}/?article=kerry-to-urge-china`, { waitUntil: 'commit' })
    const heading = page.getByRole('heading', { level: 1, name: /Kerry to urge China/ })
    const drawn = await heading.elementHandle()
    release()
    await seeHydrated(page)
    expect(await drawn?.evaluate((element) => element.isConnected)).toBe(true)
  })
})

test('a page whose data the script does not know is drawn anew', async () => {
  const { page } = await openPage('about:blank')
  await spoilData(page)
  const answered = page.waitForResponse(/\/api\/v1\/articles\//)
  await page.goto('/')
  expect((await answered).ok()).toBe(true)
  await seeKerry(page)
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
})

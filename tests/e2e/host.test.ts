import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { openPage, launchWith } from '../support/openPage.ts'

// A host whose name is neither localhost nor served over HTTPS: no secure context, so no service worker.
launchWith(['--host-resolver-rules=MAP soundoff.test 127.0.0.1'])

const IN_PAGE = 'Soundoff runs without its worker here'
const IN_MEMORY = 'This browser gives no storage here'
/** What the page server says to a request that a worker lets through, as it does with those of a page that is being left. */
const LET_THROUGH = /404 \(Not Found\)/
const STREAM_LET_THROUGH = /404 \(Not Found\).*\/events/

describe('behind the service worker', () => {
  test.for([
    ['that came drawn', '/', /\/api\/v1\/.*\/changes/],
    ['that came bare', '/bare.html', /\/api\/v1\/articles\//],
  ] as const)(
    'the first visit of a page %s is answered by the worker, and so is every one after it',
    async ([, path, asked]) => {
      const { page } = await openPage('about:blank', { expected: [LET_THROUGH] })
      for (let visit = 1; visit <= 4; visit += 1) {
        const answered = page.waitForResponse(asked)
        await page.goto(path)
        await seeArticle(page)
        expect((await answered).fromServiceWorker(), `visit ${visit}`).toBe(true)
      }
      expect(await page.getByText(IN_PAGE).count()).toBe(0)
    },
  )

  test('two tabs that come first at the same time import the transcript once', async () => {
    const { page, context } = await openPage('about:blank')
    const { page: other } = await openPage('about:blank', { context })
    await Promise.all([page.goto('/bare.html'), other.goto('/bare.html')])
    await Promise.all([seeArticle(page), seeArticle(other)])
    await page.reload()
    await expect.poll(() => comments(page).count()).toBe(25)
  })

  test('a worker that the browser stopped is woken, and a comment that was sent meanwhile stands once', async () => {
    const { page, context } = await openPage('/', { expected: [LET_THROUGH] })
    await seeAnswered(page)
    const devtools = await context.newCDPSession(page)
    await devtools.send('ServiceWorker.enable')
    await devtools.send('ServiceWorker.stopAllWorkers')
    const answered = page.waitForResponse((response) => response.status() === 201)
    await postComment(page, 'Said to a worker that slept.')
    expect((await answered).fromServiceWorker()).toBe(true)
    await page.reload()
    await seeOnce(page, 'Said to a worker that slept.')
  })

  test('a page that is looked at again wakes the worker before it needs it', async () => {
    const { page, context } = await openPage('/', { expected: [STREAM_LET_THROUGH] })
    await seeAnswered(page)
    const devtools = await context.newCDPSession(page)
    await devtools.send('ServiceWorker.enable')
    await devtools.send('ServiceWorker.stopAllWorkers')
    await page.evaluate(async () => {
      const awake = new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('message', resolve, { once: true })
      })
      document.dispatchEvent(new Event('visibilitychange'))
      await awake
    })
    await postComment(page, 'Said to a worker that is awake.')
    await seeOnce(page, 'Said to a worker that is awake.')
  })

  test('a comment whose answer is lost is sent again and stands once', async () => {
    const { page } = await openPage('/?faults=drop-after-commit:1,on:post,times:1', {
      expected: [/ERR_FAILED/],
    })
    await postComment(page, 'Lost on its way back.')
    await seeOnce(page, 'Lost on its way back.')
    await page.goto('/')
    await seeOnce(page, 'Lost on its way back.')
  })

  test('after a reload that passes the worker by, the page answers itself, and does not reload again', async () => {
    const { page, context } = await openPage('/')
    const { page: other } = await openPage('/', { context })
    await Promise.all([seeAnswered(page), seeArticle(other)])
    const devtools = await context.newCDPSession(page)
    let loads = 0
    page.on('load', () => (loads += 1))
    await devtools.send('Page.reload', { ignoreCache: true })
    await page.getByText(IN_PAGE).waitFor()
    await postComment(page, 'Said past the worker.')
    expect(loads).toBe(1)
    await page.reload()
    await seeOnce(page, 'Said past the worker.')
    expect(await page.getByText(IN_PAGE).count()).toBe(0)
  })

  test('an article that nobody has a transcript of is not found', async () => {
    const { page } = await openPage('about:blank', { expected: [/404/] })
    const answered = page.waitForResponse(/\/api\/v1\/articles\/nobody-has-it/)
    await page.goto('/?article=nobody-has-it')
    await page.getByRole('alert').waitFor()
    expect((await answered).headers()['content-type']).toBe('application/problem+json')
  })
})

describe('without a service worker', () => {
  test('the page answers itself where workers are blocked, says so, and keeps what is written', async () => {
    const { page } = await openPage('/', { serviceWorkers: 'block' })
    await page.getByText(IN_PAGE).waitFor()
    await postComment(page, 'Kept without a worker.')
    await page.reload()
    await seeOnce(page, 'Kept without a worker.')
  })

  test('the page answers itself over plain HTTP, and a lost answer is sent again there too', async () => {
    const origin = inject('pageOrigin').replace('127.0.0.1', 'soundoff.test')
    const { page } = await openPage('/?faults=drop-after-commit:1,on:post,times:1', { origin })
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await page.getByText(IN_PAGE).waitFor()
    await postComment(page, 'Kept over plain HTTP.')
    await page.reload()
    await seeOnce(page, 'Kept over plain HTTP.')
  })

  test('code that could not be loaded is told, and a reload mends it', async () => {
    const { page, context } = await openPage('about:blank', {
      serviceWorkers: 'block',
      expected: [/ERR_FAILED/],
    })
    await context.route(/startBackend/, (route) => route.abort())
    await page.goto('/bare.html')
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor()
    await context.unroute(/startBackend/)
    await page.reload()
    await seeArticle(page)
  })
})

describe('without storage', () => {
  test('the page answers from memory and says that nothing lasts', async () => {
    const { page } = await openPage('/', { before: blockStorage })
    await page.getByText(IN_MEMORY).waitFor()
    await postComment(page, 'Not for long.')
    await seeOnce(page, 'Not for long.')
    await page.reload()
    await seeArticle(page)
    expect(await page.getByText('Not for long.').count()).toBe(0)
  })

  test('a frame in the page of another site takes comments, whatever storage its browser gives it', async () => {
    const elsewhere = inject('pageOrigin').replace('127.0.0.1', 'soundoff.test')
    const path = '/transcripts/index.json'
    const { page } = await openPage(path, { origin: elsewhere, expected: [/other origin/, /favicon/] })
    await page.setContent(`<title>Host</title><iframe src="${inject('pageOrigin')}/"></iframe>`)
    const frame = page.frameLocator('iframe')
    await postComment(frame, 'Said in a frame.')
    await seeOnce(frame, 'Said in a frame.')
  })
})

type Place = Pick<Page, 'getByRole' | 'locator'>

function comments(page: Place) {
  return page.locator('article[id^="comment-"]')
}

async function seeArticle(page: Place): Promise<void> {
  await page.getByRole('heading', { level: 1, name: /Kerry to urge China/ }).waitFor()
  await comments(page).first().waitFor()
}

/** Waits until the worker has handed on an answer, and so until all of the backend has started. */
async function seeAnswered(page: Page): Promise<void> {
  await seeArticle(page)
  await page.waitForFunction(() =>
    performance
      .getEntriesByType('resource')
      .some(
        (entry) =>
          entry.name.includes('/api/v1/') && 'responseStatus' in entry && entry.responseStatus === 200,
      ),
  )
}

async function seeOnce(page: Place, text: string): Promise<void> {
  await comments(page).getByText(text).first().waitFor()
  expect(await comments(page).getByText(text).count()).toBe(1)
}

async function postComment(page: Place, text: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Post a comment' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Pete')
  await form.getByRole('textbox', { name: 'Comment' }).fill(text)
  await form.getByRole('button', { name: 'Post comment' }).click()
  await page.getByRole('status').getByText('Comment posted').waitFor()
}

function blockStorage(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('Storage is blocked', 'UnknownError')
  }
}

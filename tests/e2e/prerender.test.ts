import type { Page } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ArticleId } from '../../src/domain/ids.ts'
import { openTranscript } from '../../src/hosts/transcriptApi.ts'
import { renderPage } from '../../src/prerender.tsx'
import { findViolations } from '../support/findViolations.ts'
import { generateDiscussionTranscript } from '../support/generateTranscript.ts'
import { startHaltingHost } from '../support/haltingHost.ts'
import { holdModule, seeHydrated } from '../support/holdModule.ts'
import { keptPrefix } from '../support/hostOrigin.ts'
import { layoutShift } from '../support/layoutShift.ts'
import { LOOKS } from '../support/looks.ts'
import { openPage } from '../support/openPage.ts'

const KERRY = 'Kerry to urge China to pressure North Korea'

describe.for(LOOKS)('without JavaScript, at a width of $width px, in $theme', ({ width, theme }) => {
  const viewport = { width, height: 800 }

  test('the article and every comment can be read, and nothing offers what would not work', async () => {
    const { page } = await openPage('/', { viewport, javaScript: false })
    await page.getByRole('heading', { level: 1, name: KERRY }).waitFor()
    const discussion = page.getByRole('region', { name: 'Discussion' })
    expect(await discussion.getByRole('heading', { level: 2 }).innerText()).toMatch(
      /39 responses\s+25 of them are here/,
    )
    const comments = await discussion.getByRole('article').all()
    expect(comments).toHaveLength(25)
    for (const comment of comments) expect(await comment.isVisible()).toBe(true)
    expect(await page.locator('noscript').getByRole('paragraph').isVisible()).toBe(true)
    const controls = page.locator('button, select, input, textarea, summary, [role="button"]')
    for (const control of await controls.all()) expect(await control.isVisible()).toBe(false)
    // Pointers find the line that folds a thread, though it is told to nobody else.
    for (const line of await page.locator('button[aria-hidden]').all())
      expect(await line.boundingBox()).toBeNull()
  })

  test('axe finds nothing', async () => {
    const { page } = await openPage('about:blank', { viewport, theme })
    // axe needs scripts itself: it is given the page as it is drawn where none run.
    await page.route('/', async (route) => {
      const response = await route.fetch()
      const body = (await response.text())
        .replace(/<script\b[\s\S]*?<\/script>/g, '')
        .replace(/<\/?noscript>/g, '')
      await route.fulfill({ response, body })
    })
    await page.goto('/')
    await page.getByText('JavaScript is off. It is needed to write').waitFor()
    expect(await findViolations(page)).toEqual([])
  })
})

test('without JavaScript, no button offers what is not on the page, where much is not', async () => {
  const articleId = 'generated' as ArticleId
  const api = await openTranscript(generateDiscussionTranscript({ seed: 1, count: 2_000 }), articleId)
  const template = readFileSync('index.html', 'utf8')
  const html = await renderPage({ api, articleId, template })
  const { page } = await openPage('about:blank', { javaScript: false })
  await page.route('/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await page.route('/src/**', (route) => route.abort())
  await page.goto('/')
  const drawn = await page.locator('button').allTextContents()
  expect(drawn).toContain('Show more threads')
  expect(drawn.filter((label) => /^Show \d+ more replies$/.test(label))).not.toEqual([])
  expect(await page.locator('button:visible, select:visible, form:visible').count()).toBe(0)
  const note = page.locator('noscript').getByRole('paragraph')
  expect(await note.innerText()).toContain('to see comments that are not on this page')
})

test('the first comment comes before any script, every one before the page’s own, and nothing but the page itself is needed to draw it', async () => {
  const { page } = await openPage('about:blank')
  const html = await (await page.request.get('/')).text()
  const first = html.indexOf('</article>', html.indexOf('<article id="comment-'))
  const last = html.indexOf('</article>', html.lastIndexOf('<article id="comment-'))
  const needed = Array.from(html.matchAll(/<(?:script|link)\b[^>]*>/g)).filter(
    ([tag]) => !/type="application|rel="(?:icon|expect)"/.test(tag),
  )
  expect(first).toBeGreaterThan(0)
  expect(needed.map(({ index }) => [index > first, index > last])).toEqual([
    [true, false],
    [true, true],
  ])
  expect(needed.map(([tag]) => tag)).toEqual(['<script id="page-ready">', '<script>'])
  expect(html.indexOf('import(')).toBeGreaterThan(last)
})

test('comments are seen while no script has come, and are then taken over as they stand', async () => {
  const { page } = await openPage('about:blank')
  const release = await holdModule(page)
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByRole('article', { name: 'Comment by wjm' }).waitFor()
  await expect.poll(() => paints(page)).toContain('first-contentful-paint')
  const first = await page.locator('article[id^="comment-"]').first().elementHandle()
  release()
  await seeHydrated(page)
  expect(await first?.evaluate((element) => element.isConnected)).toBe(true)
  await page.getByRole('button', { name: 'Collapse thread by john smith' }).click()
  await page.getByRole('button', { name: 'Expand thread by john smith, 4 replies' }).waitFor()
})

test('however fast the script comes, the page is drawn before it runs', async () => {
  const { page } = await openPage('about:blank')
  const script = { contentType: 'text/javascript', body: 'performance.mark("run")' }
  await page.route(/\/assets\/.*\.js$/, (route) => route.fulfill(script))
  for (let visit = 1; visit <= 5; visit += 1) {
    await page.goto('/')
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName('run').length)).not.toBe(0)
    const [painted, run] = await page.evaluate(() =>
      ['first-contentful-paint', 'run'].map((name) => performance.getEntriesByName(name)[0]?.startTime),
    )
    expect(painted, `visit ${visit}`).toBeLessThan(run!)
  }
})

test.for([
  ['a page that nobody sees', hide],
  ['a page to which no frames come', stopFrames],
] as const)('%s answers to what is done to it too', async ([, before]) => {
  const { page } = await openPage('/', { before })
  await seeHydrated(page)
})

test('a theme that was chosen is there before anything is seen', async () => {
  const { page } = await openPage('/', { theme: 'dark' })
  const theme = `${await keptPrefix()}theme`
  await page.evaluate((name) => localStorage.setItem(name, 'light'), theme)
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      observer.disconnect()
      const { dataset } = document.documentElement
      Object.assign(dataset, { themedAt: performance.now(), themedAs: dataset['theme'] })
    })
    observer.observe(document, { subtree: true, attributeFilter: ['data-theme'] })
  })
  await page.reload()
  await expect.poll(() => paints(page)).toContain('first-paint')
  expect(await page.evaluate(() => document.documentElement.dataset['themedAs'])).toBe('light')
  const [themed, painted] = await page.evaluate(() => [
    Number(document.documentElement.dataset['themedAt']),
    performance.getEntriesByName('first-paint')[0]?.startTime ?? 0,
  ])
  expect(themed).toBeLessThan(painted!)
})

test('what was folded is never seen open, whichever part of the page it comes with', async () => {
  const { page } = await openPage('/')
  await seeHydrated(page)
  const buttons = page.getByRole('button', { name: /^Collapse thread by / })
  while ((await buttons.count()) > 0) await buttons.first().click()
  const folded = page.locator('[data-branch][hidden]')
  const count = await folded.count()
  expect(count).toBeGreaterThan(2)
  await page.addInitScript(() => {
    const look = () => {
      const open = document.querySelectorAll('[data-branch]:not([hidden], [hidden] *)').length
      const { dataset } = document.documentElement
      dataset['seenOpen'] = String(Number(dataset['seenOpen'] ?? 0) + open)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const release = await holdModule(page)
  await page.reload()
  await expect.poll(() => paints(page)).toContain('first-contentful-paint')
  expect(await folded.count()).toBe(count)
  release()
  await seeHydrated(page)
  expect(await page.evaluate(() => document.documentElement.dataset['seenOpen'])).toBe('0')
  expect(await layoutShift(page)).toBeLessThan(0.001)
})

test('nothing is seen without what was chosen, where the page halts before that comes', async () => {
  const { page: other } = await openPage('about:blank')
  const html = await (await other.request.get('/')).text()
  const { origin, goOn, stop } = await startHaltingHost(html, html.indexOf('<script id="page-ready">'))
  onTestFinished(stop)
  const { page } = await openPage('about:blank', { origin })
  await page.route(/favicon|\/assets\//, () => {})
  await page.addInitScript(
    (name) => {
      localStorage.setItem(name, 'dark')
      const look = () => {
        const { dataset } = document.documentElement
        if (document.getElementById('page')?.firstChild) dataset['seenAs'] = dataset['theme'] ?? 'nothing'
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    },
    `${await keptPrefix(origin)}theme`,
  )
  await page.goto('/', { waitUntil: 'commit' })
  await expect.poll(() => page.evaluate(() => document.querySelector('[id^="comment-"]') !== null)).toBe(true)
  // What is drawn by then is drawn too early.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 })))
  goOn()
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['seenAs'])).toBe('dark')
})

function paints(page: Page): Promise<string[]> {
  return page.evaluate(() => performance.getEntriesByType('paint').map(({ name }) => name))
}

function hide(): void {
  Object.defineProperty(document, 'hidden', { get: () => true })
  window.requestAnimationFrame = () => 0
}

function stopFrames(): void {
  window.requestAnimationFrame = () => 0
}

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { focusedIn, framed, openFramedPage, seeFrame, seeSettled, topInPage } from '../support/framedPage.ts'
import { wrapPage } from '../support/hostPage.ts'
import { postComment } from './flows.ts'

const ARTICLE = '<p style="block-size: 1500px">An article.</p>'

test('a frame of the embed’s own origin shows the discussion, which can be written to, and the page hears of it', async () => {
  const { page, frame, server, origins } = await openFramedPage()
  expect(new URL(frame.url()).origin).toBe(origins.embed)
  expect(await page.locator('iframe').getAttribute('title')).toBe('Discussion')
  await postComment(frame, 'Ada', 'From a frame.')
  await frame.getByRole('article', { name: 'Comment by Ada' }).waitFor()
  await expect
    .poll(() => page.evaluate(() => window.told.toSorted()))
    .toEqual(['count', 'count', 'draft', 'draft', 'posted', 'ready'])
  const { comments } = await server.api.listComments({
    discussionId: 'kerry-to-urge-china' as never,
    order: 'newest',
  })
  expect(comments[0]?.body).toBe('From a frame.')
})

test('what a frame is handed over goes to no server, and stays no permalink of the frame', async () => {
  const { page, frame, origins } = await openFramedPage({
    path: '/articles/5?secret=7',
    others: { '/articles/5': (at) => wrapPage(framed(at), at) },
  })
  const source = await page.locator('iframe').evaluate((each: HTMLIFrameElement) => each.src)
  const { pathname, search, hash } = new URL(source)
  expect([pathname, search]).toEqual(['/embed-frame.html', ''])
  expect(new URLSearchParams(hash.slice(1)).get('page-url')).toBe(`${origins.page}/articles/5?secret=7`)
  expect(frame.url()).toBe(`${origins.embed}/embed-frame.html`)
  await frame.evaluate(() => {
    Object.assign(window, { isOld: true })
    setTimeout(() => location.reload())
  })
  await frame.waitForFunction(() => !('isOld' in window))
  await seeSettled(page, await seeFrame(page))
})

test('what the page sets together is one change', async () => {
  const { page, frame, origins } = await openFramedPage({ mayOpen: () => true, expected: [/404/] })
  const opened: unknown[] = []
  page.on('request', (request) => {
    if (request.url().includes('/post-b') && request.postData()?.includes('title'))
      opened.push(request.postDataJSON())
  })
  await page.evaluate(() =>
    Object.assign(document.querySelector('soundoff-discussion')!, {
      discussion: 'post-b',
      pageUrl: '/b',
      pageTitle: 'Page B',
    }),
  )
  await frame.getByRole('heading', { name: 'No responses yet' }).waitFor()
  expect(opened).toEqual([{ url: `${origins.page}/b`, title: 'Page B' }])
})

test('where the page’s address is too long to be told, all else counts', async () => {
  const path = `/?${'a'.repeat(5_000)}`
  const { page, frame, origins } = await openFramedPage({
    path,
    html: (at) =>
      wrapPage(framed(at), at, '<style>soundoff-discussion { --soundoff-accent: rgb(90, 0, 90) }</style>'),
  })
  const accent = () =>
    frame
      .locator('soundoff-discussion')
      .evaluate((each) => getComputedStyle(each).getPropertyValue('--soundoff-accent'))
  await expect.poll(accent).toBe('rgb(90, 0, 90)')
  const [id = ''] = (await commentIds(frame)).slice(-1)
  await goTo(page, id)
  await expect.poll(() => focusedIn(frame)).toBe(id)
  const link = frame.locator(`[id="${id}"] a`, { has: frame.locator('time') })
  await link.hover()
  expect(await link.evaluate((each: HTMLAnchorElement) => each.href)).toBe(`${origins.page}/#${id}`)
  await page.evaluate(() => document.querySelector('soundoff-discussion')?.setAttribute('order', 'oldest'))
  await expect.poll(() => frame.getByRole('combobox', { name: 'Sort by' }).inputValue()).toBe('oldest')
})

test('padding and borders of the page’s stand around the frame, and nothing overflows', async () => {
  const { page, frame } = await openFramedPage({
    viewport: { width: 600, height: 700 },
    html: (at) =>
      wrapPage(
        framed(at),
        at,
        `<style>body { margin: 0 }
          soundoff-discussion::part(discussion) { padding: 2rem; border: 5px solid; border-radius: 14px }</style>`,
      ),
  })
  await seeSettled(page, frame)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(600)
  const [outer, inner] = await page.locator('soundoff-discussion').evaluate((host) => {
    const boxes = ['[part=discussion]', 'iframe'].map((each) => host.shadowRoot?.querySelector(each))
    return boxes.map((each) => each?.getBoundingClientRect().toJSON() as DOMRect)
  })
  expect([inner!.x - outer!.x, inner!.y - outer!.y]).toEqual([37, 37])
  expect([outer!.width - inner!.width, outer!.height - inner!.height]).toEqual([74, 74])
})

test('scripts of the page cannot reach into the frame', async () => {
  const { page } = await openFramedPage()
  const reached = await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    try {
      return [frame.contentDocument, frame.contentWindow?.document]
    } catch (error) {
      return [frame.contentDocument, String(error)]
    }
  })
  expect(reached).toEqual([null, expect.stringContaining('SecurityError')])
})

test.each([1280, 360])(
  'at %i px the frame is as high as what stands in it, and nothing scrolls twice',
  async (width) => {
    const { page, frame } = await openFramedPage({ viewport: { width, height: 700 } })
    const full = await seeSettled(page, frame)
    await frame.getByRole('button', { name: 'Collapse all' }).click()
    await expect.poll(() => seeSettled(page, frame)).toBeLessThan(full / 2)
    await frame.getByRole('button', { name: 'Expand all' }).click()
    await expect.poll(() => seeSettled(page, frame)).toBeGreaterThan(full * 0.9)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(await frame.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe('hidden')
  },
)

test('a permalink of the page leads to its comment in the frame, and one in the frame to the page’s own address', async () => {
  const { page, frame } = await openFramedPage({
    html: (at) => wrapPage(ARTICLE + framed(at, 'loading="eager"'), at),
  })
  const ids = await commentIds(frame)
  const steps = await page.evaluate(() => history.length)
  await goTo(page, ids.at(-1)!)
  await expect.poll(() => focusedIn(frame)).toBe(ids.at(-1))
  await expect.poll(() => topInPage(frame, ids.at(-1)!)).toBeLessThan(800)
  const link = frame.locator(`[id="${ids[4]}"] a`, { has: frame.locator('time') })
  const href = () => link.evaluate((each: HTMLAnchorElement) => each.href)
  const address = `${new URL(page.url()).origin}/#${ids[4]}`
  expect(await href()).toBe(address)
  await link.hover()
  expect(await href()).toBe(address)
  await link.focus()
  expect(await href()).toBe(address)
  await link.click()
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${ids[4]}`)
  await expect.poll(() => focusedIn(frame)).toBe(ids[4])
  await expect.poll(() => topInPage(frame, ids[4]!)).toBeCloseTo(16, 0)
  expect(await page.evaluate(() => history.length)).toBe(steps + 2)
  await page.goBack()
  await expect.poll(() => focusedIn(frame)).toBe(ids.at(-1))
})

test('a page that is opened by a permalink shows the comment, even in a thread that was folded', async () => {
  const { page, frame } = await openFramedPage()
  const [id = ''] = (await commentIds(frame)).slice(-1)
  await frame.getByRole('button', { name: 'Collapse all' }).click()
  await page.goto('about:blank')
  await page.goto(`/#${id}`)
  const again = await seeFrame(page)
  await expect.poll(() => focusedIn(again)).toBe(id)
  await expect.poll(() => topInPage(again, id)).toBeLessThan(800)
})

test('a page may see to a permalink itself', async () => {
  const { page, frame } = await openFramedPage()
  await page.evaluate(() =>
    document.addEventListener('soundoff:navigate', (event) => {
      event.preventDefault()
      document.title = event.detail.url
    }),
  )
  await frame.locator('time').last().click()
  await expect.poll(() => page.title()).toContain(`${new URL(page.url()).origin}/#comment-`)
  expect(new URL(page.url()).hash).toBe('')
})

async function commentIds(frame: { locator: Page['locator'] }): Promise<string[]> {
  return frame.locator('[id^=comment-]').evaluateAll((all) => all.map(({ id }) => id))
}

function goTo(page: Page, id: string): Promise<void> {
  return page.evaluate((fragment) => {
    location.hash = fragment
  }, `#${id}`)
}

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { holdModule, seeHydrated } from '../support/holdModule.ts'
import { isOnServer } from '../support/host.ts'
import { layoutShift } from '../support/layoutShift.ts'
import { openPage } from '../support/openPage.ts'
import { spoilData } from '../support/spoilData.ts'

/** A stream that is asked for while one page of a tab follows another may be let through by the worker, and is asked for again. */
const STREAM_LET_THROUGH = /404 \(Not Found\).*\/events/

test('a page that came drawn asks for nothing that it came with', async () => {
  const { page } = await openPage('about:blank')
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(pathname)
  })
  await page.goto('/')
  await seeHydrated(page)
  // What it asks for later is answered only when the backend has started, which it then has.
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Oldest first')
  await page.waitForResponse(/order=oldest/)
  const later = /\/(comments|changes|events)$/
  expect(asked.filter((path) => !later.test(path))).toEqual([])
  expect(asked.filter((path) => path.endsWith('/comments'))).toHaveLength(1)
})

test('what is taken over is what the page draws by itself', async () => {
  const { page } = await openPage('about:blank', { expected: [STREAM_LET_THROUGH] })
  if (isOnServer) await spoilData(page)
  await page.goto(isOnServer ? '/' : '/bare.html')
  await page.getByRole('article', { name: 'Comment by wjm' }).waitFor()
  await seeWhole(page)
  const bare = await outline(page)
  await page.unroute('/')
  await page.goto('/')
  await seeHydrated(page)
  expect(await page.locator('#page').getAttribute('data-article')).toBe('kerry-to-urge-china')
  await seeWhole(page)
  await expect.poll(() => outline(page)).toEqual(bare)
})

describe.for([360, 700, 1280])('at a width of %i px', (width) => {
  test('nothing moves when scripts take over, and times are told in the reader’s zone', async () => {
    const { page } = await openPage('about:blank', { viewport: { width, height: 800 } })
    const release = await holdModule(page)
    await page.goto('/', { waitUntil: 'commit' })
    const time = page.getByRole('article', { name: 'Comment by wjm' }).getByRole('time')
    expect(await time.textContent()).toBe('Apr 12, 2013, 04:40 UTC ')
    await page.getByRole('article', { name: 'Comment by wjm' }).scrollIntoViewIfNeeded()
    const before = await places(page)
    expect(before).not.toEqual({})
    release()
    await seeHydrated(page)
    await expect.poll(() => time.textContent()).toMatch(/^Apr 12, 2013, 4:40\sAM 1\d years ago$/)
    const after = await places(page)
    expect(Object.keys(after)).toEqual(Object.keys(before))
    // Browsers scroll by whole pixels.
    const moved = Object.entries(before).filter(([name, [top = 0, height = 0]]) => {
      const [topNow = 0, heightNow = 0] = after[name] ?? []
      return Math.abs(topNow - top) > 1 || Math.abs(heightNow - height) > 1
    })
    expect(moved).toEqual([])
    expect(await layoutShift(page)).toBeLessThan(0.02)
  })
})

/**
 * Where everything of article and discussion is seen, by pixels, once that is drawn; what is out of sight is drawn, and its height
 * known, when it comes near.
 */
function places(page: Page): Promise<Record<string, number[]>> {
  return page.locator('article, article time, h2, form, form *').evaluateAll(async (elements) => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    const seen = elements.flatMap((element, index) => {
      const { top, bottom, height } = element.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
        ? [[`${index} ${element.tagName} ${element.id}`, [top, height]]]
        : []
    })
    return Object.fromEntries(seen)
  })
}

/** What is drawn, without what does not show: ids that only tie elements, what options began as, and the note for others. */
function outline(page: Page): Promise<string[]> {
  return page.locator('#page *').evaluateAll((elements) =>
    elements
      .filter((element) => !element.closest('noscript'))
      .map((element) => {
        const style = element instanceof HTMLElement ? element.style.cssText : ''
        const said = getComputedStyle(element)
        const size = ['--comments', '--lines'].map((name) => said.getPropertyValue(name)).join()
        const attributes = Array.from(element.attributes, ({ name, value }) => {
          // In a page that came drawn, a rule of a style sheet says what an attribute says elsewhere, until a height is known.
          if (name === 'data-style' && style) return ''
          if (name === 'data-style' || (name === 'style' && style.startsWith('--'))) return `size=${size}`
          return name === 'style' ? style : `${name}=${value}`
        })
          .filter((attribute) => !attribute.startsWith('selected='))
          .map((attribute) => attribute.replace(/_[rR]_\w*_/g, 'tied'))
          .filter(Boolean)
          .toSorted()
        const texts = Array.from(element.childNodes, (node) => (node.nodeType === 3 ? node.nodeValue : ''))
        return `${element.tagName} ${attributes.join(' ')} ${texts.join('')}`
      }),
  )
}

/** Waits for what comes once the browser has nothing else to do: links to comments, and the height of what is below the window. */
async function seeWhole(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Back to the article' }).waitFor()
  await page.getByRole('link', { name: '@Pete, to the comment by Pete' }).first().waitFor()
  await expect.poll(() => page.locator('[data-style]:not([style]), [style^="--"]').count()).toBe(0)
}

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { holdModule, seeHydrated } from '../support/holdModule.ts'
import { layoutShift } from '../support/layoutShift.ts'
import { openPage } from '../support/openPage.ts'
import { isOnServer } from '../support/host.ts'

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

test.skipIf(isOnServer)('what is taken over is what the page draws by itself', async () => {
  const { page } = await openPage('/bare.html', { expected: [STREAM_LET_THROUGH] })
  await page.getByRole('article', { name: 'Comment by wjm' }).waitFor()
  const bare = await outline(page)
  await page.goto('/')
  await seeHydrated(page)
  expect(await page.locator('#page').getAttribute('data-article')).toBe('kerry-to-urge-china')
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
    release()
    await seeHydrated(page)
    await expect.poll(() => time.textContent()).toMatch(/^Apr 12, 2013, 4:40\sAM 1\d years ago$/)
    expect(await places(page)).toEqual(before)
    expect(await layoutShift(page)).toBeLessThan(0.02)
  })
})

/** Where everything of the discussion stands, in the whole page. */
function places(page: Page): Promise<unknown[]> {
  return page.locator('article, article time, h2, form, form *').evaluateAll((elements) =>
    elements.map((element) => {
      const { top, height } = element.getBoundingClientRect()
      return [element.tagName, element.id, Math.round(top + scrollY), Math.round(height)]
    }),
  )
}

/** What is drawn, without what does not show: ids that only tie elements, what options began as, and the note for others. */
function outline(page: Page): Promise<string[]> {
  return page.locator('#page *').evaluateAll((elements) =>
    elements
      .filter((element) => !element.closest('noscript'))
      .map((element) => {
        const style = element instanceof HTMLElement ? element.style.cssText : ''
        const attributes = Array.from(element.attributes, ({ name, value }) =>
          name === 'style' ? style : `${name}=${value}`,
        )
          .filter((attribute) => !attribute.startsWith('selected='))
          .map((attribute) => attribute.replace(/_[rR]_\w*_/g, 'tied'))
          .toSorted()
        const texts = Array.from(element.childNodes, (node) => (node.nodeType === 3 ? node.nodeValue : ''))
        return `${element.tagName} ${attributes.join(' ')} ${texts.join('')}`
      }),
  )
}

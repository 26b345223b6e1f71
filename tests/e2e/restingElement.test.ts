import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Import } from '../../src/backend/store.ts'
import type { CommentId } from '../../src/domain/ids.ts'
import { generateDiscussion } from '../support/generateDiscussion.ts'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'
import { farComments, readMany, waitForRest } from '../support/restingPage.ts'

const ID = 'generated-600'

test('of what is selected in an element, what rests is drawn, so that all of it can be copied', async () => {
  const page = await openElement()
  await page
    .locator('article[id^="comment-"] p')
    .first()
    .click({ position: { x: 20, y: 8 } })
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight - 1500, behavior: 'instant' }))
  await waitForRest(page)
  const last = page.locator(`#${await shownComment(page)} p:not(:has(a))`).first()
  expect(await countFarBefore(last)).toBeGreaterThan(50)
  await last.click({ position: { x: 20, y: 8 }, modifiers: ['Shift'] })
  await expect.poll(() => countFarBefore(last)).toBe(0)
})

test('the address of somebody’s page leads to what rests, also where its id has hyphens', async () => {
  const page = await openElement()
  await waitForRest(page)
  const far = await farComments(page)
  const target = far[Math.floor(far.length / 2)]
  expect(target).toContain('-other-')
  await page.evaluate((id) => (location.hash = `#${id}`), target)
  await expect
    .poll(() => page.locator('soundoff-discussion').evaluate((each) => each.shadowRoot?.activeElement?.id))
    .toBe(target)
})

test('in a box of somebody’s page that scrolls, nothing goes past the box, and comments rest and come back', async () => {
  const page = await openElement('<div id="box" style="block-size: 600px; overflow: auto">', '</div>')
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThan(300)
  await waitForRest(page)
  const far = await farComments(page)
  expect(far.length).toBeGreaterThan(100)
  const seen = await page.evaluate(async () => {
    const box = document.getElementById('box')!
    box.scrollTo({ top: box.scrollHeight / 2, behavior: 'instant' })
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    const root = document.querySelector('soundoff-discussion')?.shadowRoot
    return [100, 200, 300, 400, 500].map((y) => root?.elementFromPoint(640, y)?.closest('article')?.tagName)
  })
  expect(seen).toContain('ARTICLE')
  // More may have come to rest since.
  const stillFar = new Set(await farComments(page))
  expect(far.filter((id) => !stillFar.has(id))).not.toEqual([])
})

/** Somebody's page with an element, of which more than 200 comments were scrolled through, at its end. */
async function openElement(before = '', after = ''): Promise<Page> {
  const { page } = await openHostPage({
    seed: [withHyphens(generateDiscussion({ seed: 3, count: 600 }))],
    html: (origins) =>
      wrapPage(
        before + element(origins, 'loading="eager"').replace('kerry-to-urge-china', ID) + after,
        origins,
      ),
  })
  await readMany(page)
  return page
}

/** The id of the article of the first comment in the window with a text that a press selects, and follows no link in. */
function shownComment(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const root = document.querySelector('soundoff-discussion')?.shadowRoot
    const heights = Array.from({ length: innerHeight / 10 }, (_, index) => index * 10)
    const texts = heights.map((y) => root?.elementFromPoint(640, y)?.closest('article p:not(:has(a))'))
    return texts.find((text) => text && text.getBoundingClientRect().top > 0)?.closest('article')?.id
  })
}

/** How many comments rest before that element. */
function countFarBefore(element: Locator): Promise<number> {
  return element.evaluate((each) => {
    const root = each.getRootNode()
    const all = root instanceof ShadowRoot ? [...root.querySelectorAll<HTMLElement>('[data-comments]')] : []
    return all
      .filter((other) => each.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING)
      .flatMap(({ dataset }) => dataset['comments']?.split(' ') ?? []).length
  })
}

/** With ids as they come from elsewhere. */
function withHyphens({ comments, ...others }: Import): Import {
  const other = (id: CommentId) => `other-${id}` as CommentId
  return {
    ...others,
    comments: comments.map(({ id, parentId, ...comment }) => ({
      ...comment,
      id: other(id),
      parentId: parentId && other(parentId),
    })),
  }
}

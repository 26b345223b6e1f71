import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'
import { postComment, seeKerry } from './flows.ts'

test('two lines in somebody’s page show its discussion, which can be written to', async () => {
  const { page, server } = await openHostPage({ html: (at) => wrapPage(element(at), at) })
  await seeKerry(page)
  expect(await page.getByRole('heading', { level: 2 }).innerText()).toContain('39 responses')
  await postComment(page, 'Ada', 'From a page of mine.')
  const posted = page.getByRole('article', { name: 'Comment by Ada' }).and(page.locator('[id^=comment-]'))
  await posted.waitFor()
  await expect.poll(() => focusedIn(page)).toBe(await posted.getAttribute('id'))
  const { comments } = await server.api.listComments({
    discussionId: 'kerry-to-urge-china' as never,
    order: 'newest',
  })
  expect(comments[0]?.body).toBe('From a page of mine.')
})

test('the application is fetched when the element nears the window, and not before', async () => {
  const { page, server } = await openHostPage({
    html: (at) => wrapPage(`<p style="height: 5000px">An article.</p>${element(at)}`, at),
  })
  await page.waitForFunction(() => customElements.get('soundoff-discussion') !== undefined)
  const fetched = () =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/embed/')).length,
    )
  expect([await fetched(), server.requests]).toEqual([0, []])
  await page.mouse.wheel(0, 4000)
  await seeKerry(page)
  expect(await fetched()).toBeGreaterThan(0)
})

test('what stands in the element is seen until the discussion is there', async () => {
  const { page } = await openHostPage({
    html: (at) => wrapPage(element(at, 'loading="manual"', '<a href="/archive">All comments</a>'), at),
  })
  const link = page.getByRole('link', { name: 'All comments' })
  await page.waitForFunction(() => customElements.get('soundoff-discussion') !== undefined)
  expect(await link.isVisible()).toBe(true)
  await page.evaluate(() => document.querySelector('soundoff-discussion')!.load())
  await seeKerry(page)
  expect(await link.isVisible()).toBe(false)
})

test('a permalink of the page leads to its comment, and a click on one changes the page’s own address', async () => {
  const { page, server } = await openHostPage({ html: (at) => wrapPage(element(at), at) })
  await seeKerry(page)
  const { comments } = await server.api.listComments({
    discussionId: 'kerry-to-urge-china' as never,
    order: 'newest',
  })
  const last = comments.at(-1)!
  await page.evaluate((id) => {
    location.hash = `#comment-${id}`
  }, last.id)
  await expect.poll(() => focusedIn(page)).toBe(`comment-${last.id}`)
  const first = comments[0]!
  // Until a reader scrolls, what the address led to is held in view.
  await page.mouse.wheel(0, -200)
  await page.locator(`[id="comment-${first.id}"] time`).click()
  await expect.poll(() => new URL(page.url()).hash).toBe(`#comment-${first.id}`)
  await expect.poll(() => focusedIn(page)).toBe(`comment-${first.id}`)
})

/** The id of what has focus in the shadow root that has it. */
function focusedIn(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id)
}

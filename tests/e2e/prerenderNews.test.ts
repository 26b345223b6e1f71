import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage } from '../support/openPage.ts'
import { seeFollowed } from '../support/keptPage.ts'
import { seeMeasured } from '../support/seeMeasured.ts'

describe.for([320, 360])('at a width of %i px', (width) => {
  const viewport = { width, height: 800 }

  test('nothing moves when replies are counted where they belong, and their count can be read', async () => {
    const { page } = await openPage('/', { viewport })
    await seeFollowed(page)
    await seeMeasured(page)
    const before = await places(page)
    const answered = page.locator('article[id^="comment-"]')
    const ids = await answered.evaluateAll((comments) =>
      comments
        .filter((comment) => comment.querySelector('footer [id^="toggle-"]'))
        .map(({ id }) => id.replace('comment-', '')),
    )
    expect(ids.length).toBeGreaterThan(2)
    for (const id of ids) await post(page, id)
    const buttons = page.getByRole('button', { name: /^Show 1 new reply to / })
    await expect.poll(() => buttons.count()).toBe(ids.length)
    expect(await places(page)).toEqual(before)
    for (const button of await buttons.all()) {
      const { label, text, isCut } = await button.evaluate(read)
      expect(label).toContain(text)
      expect(text).toMatch(/^1 new( reply)?$/)
      expect(isCut).toBe(false)
    }
  })

  test('the heading has room for how many were posted since', async () => {
    const { page } = await openPage('/', { viewport })
    await seeFollowed(page)
    const before = await top(page)
    await post(page, null)
    await page.reload()
    const heading = page.getByRole('heading', { level: 2 })
    await heading.getByText('and 1 more was posted since').waitFor()
    expect(await top(page)).toBe(before)
  })
})

/** What is said of a button, what is seen of it, and whether some of that is beyond the window. */
function read(button: Element) {
  const { top, right } = button.getBoundingClientRect()
  const seen = Array.from(button.children).filter((part) => part.getBoundingClientRect().top < top + 16)
  return {
    label: button.getAttribute('aria-label'),
    text: seen
      .map((part) => part.textContent)
      .join('')
      .trim(),
    isCut: right > document.documentElement.clientWidth,
  }
}

function top(page: Page): Promise<number> {
  return page.locator('#form-new').evaluate((form) => form.getBoundingClientRect().top + scrollY)
}

/** Where everything that is read stands, in the whole page. */
function places(page: Page): Promise<unknown[]> {
  return page.locator('h2, form, article, article footer').evaluateAll((elements) =>
    elements.map((element) => {
      const { top, height } = element.getBoundingClientRect()
      return [element.tagName, element.id, top + scrollY, height]
    }),
  )
}

async function post(page: Page, parentId: string | null): Promise<void> {
  const body = JSON.stringify({ parentId, author: { name: 'Zoe' }, body: `To ${parentId}.` })
  const status = await page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/json' }
    const path = '/api/v1/discussions/kerry-to-urge-china/comments'
    return (await fetch(path, { method: 'POST', headers, body })).status
  }, body)
  expect(status).toBe(201)
}

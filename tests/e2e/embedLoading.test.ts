import { expect, test } from 'vitest'
import { element, openHostPage, readKerry, wrapPage } from '../support/hostPage.ts'
import { postComment, seeKerry } from './flows.ts'

const LOST = [
  /^request: GET .*\/embed\/.*ERR_FAILED/,
  /^console: Failed to load resource/,
  /^console: .*could not be loaded/,
]

test('whatever part of the application does not come at first is there when it is asked for again', async () => {
  const { page, server, origins } = await openHostPage({
    html: (at) => wrapPage(`<p>An article.</p>${element(at, 'loading="manual"')}<p>The end.</p>`, at),
    expected: LOST,
  })
  const lost = new Set<string>()
  await page.route(`${origins.embed}/embed/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (lost.has(pathname)) return route.continue()
    lost.add(pathname)
    return route.abort()
  })
  const load = () => page.evaluate(() => document.querySelector('soundoff-discussion')!.load())
  await page.waitForFunction(() => customElements.get('soundoff-discussion') !== undefined)
  await load()
  const tryAgain = page.getByRole('alert').getByRole('button', { name: 'Try again' })
  await tryAgain.focus()
  await page.keyboard.press('Enter')
  await seeKerry(page)
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('soundoff-discussion')

  await postComment(page, 'Ada', 'Sent in spite of all.')
  await page.getByRole('article', { name: 'Comment by Ada' }).and(page.locator('[id^=comment-]')).waitFor()
  expect(lost.size).toBeGreaterThan(4)
  const { discussion } = readKerry()
  const { comments } = await server.api.listComments({ discussionId: discussion.id, order: 'newest' })
  expect(comments.filter(({ body }) => body === 'Sent in spite of all.')).toHaveLength(1)
})

test('what is pressed below a discussion that is shorter than the room that was held for it stays where it is', async () => {
  const { page } = await openHostPage({
    html: (at) =>
      wrapPage(
        `<soundoff-discussion discussion="brief" backend="${at.backend}" loading="eager"></soundoff-discussion><button>At the end</button>`,
        at,
      ),
    mayOpen: () => true,
    expected: [/404/],
  })
  await page.getByRole('textbox', { name: 'Comment' }).waitFor()
  await page.evaluate(() => {
    document.querySelector('button')!.addEventListener('click', () => document.body.append('Pressed'))
    document.querySelector('button')!.scrollIntoView()
  })
  await page.getByRole('button', { name: 'At the end' }).click()
  await page.getByText('Pressed').waitFor()
  await postComment(page, 'Ada', 'The first.')
  await page.getByRole('article', { name: 'Comment by Ada' }).and(page.locator('[id^=comment-]')).waitFor()
})

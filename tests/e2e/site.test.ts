import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { seeHydrated } from '../support/holdModule.ts'
import { element, startHostSite, wrapPage } from '../support/hostPage.ts'
import { seeFollowed } from '../support/keptPage.ts'
import { openPage } from '../support/openPage.ts'
import { startSite } from '../support/site/site.ts'
import { focused, openKerry, postComment, seeKerry } from './flows.ts'

/* What a server is asked for as no page of the browser's own backend is: by two people at once, by its own addresses, from elsewhere. */

const ARTICLE = '/articles/kerry-to-urge-china'
const TITLE = 'Kerry to urge China to pressure North Korea'

test.for(['/', ARTICLE, `${ARTICLE}.html`, '/?article=kerry-to-urge-china'])(
  'the page at %s is read without script, and is taken over as it stands where scripts run',
  async (path) => {
    const { page: plain } = await openPage(path, { javaScript: false })
    await seeKerry(plain)
    expect(await plain.getByRole('heading', { level: 1 }).innerText()).toBe(TITLE)
    expect(await plain.locator('article[id^="comment-"]').count()).toBe(25)
    const { page } = await openPage(path)
    await seeHydrated(page)
    expect(await page.locator('article[id^="comment-"]').count()).toBe(25)
  },
)

test.for(['/articles/none', '/?article=none'])(
  'at %s, where there is no article, is a page that says so',
  async (path) => {
    const { page } = await openPage('about:blank', { expected: [/404/] })
    const response = await page.goto(path)
    expect(response?.status()).toBe(404)
    await page.getByRole('heading', { level: 1, name: 'Not found' }).waitFor()
  },
)

test('what one person writes, changes and deletes is seen by another as it happens, and by a third in the page as it comes', async () => {
  const writer = await openKerry()
  const reader = await openKerry()
  await seeFollowed(reader)
  await postComment(writer, 'Ada', 'First thought')
  const own = writer.getByRole('article', { name: 'Comment by Ada' }).and(posted(writer))
  await own.waitFor()
  await reader.getByRole('button', { name: 'Show 1 new comment' }).click()
  const seen = reader.getByRole('article', { name: 'Comment by Ada' })
  await expect.poll(() => seen.innerText()).toContain('First thought')

  await reader.getByRole('button', { name: 'Reply to Ada' }).click()
  const form = reader.getByRole('form', { name: 'Reply to Ada' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Bea')
  await form.getByRole('textbox', { name: 'Your reply' }).fill('And another one')
  await form.getByRole('button', { name: 'Post reply' }).click()
  await writer.getByRole('button', { name: 'Show 1 new reply to Ada' }).click()
  await writer.getByRole('article', { name: 'Reply by Bea to Ada' }).waitFor()

  await openMenu(writer)
  await own.getByRole('button', { name: 'Edit' }).click()
  const text = writer.getByRole('textbox', { name: 'Your text' })
  await text.fill('Second thought')
  await writer.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => seen.innerText()).toContain('Second thought')

  const { page: third } = await openPage('/', { javaScript: false })
  expect(await third.getByRole('article', { name: 'Comment by Ada' }).innerText()).toContain('Second thought')
  await third.getByRole('article', { name: 'Reply by Bea to Ada' }).waitFor()

  await openMenu(writer)
  await own.getByRole('button', { name: 'Delete' }).click()
  await writer.getByRole('button', { name: 'Undo' }).waitFor()
  // Whoever leaves has thought it over.
  await writer.reload()
  await reader.getByText('This comment was deleted.').waitFor()
  await writer.getByText('This comment was deleted.').waitFor()
  expect(await reader.getByText('And another one').isVisible()).toBe(true)
})

test('words are found in the whole discussion, and a link leads to a comment that others wrote since', async () => {
  const page = await openKerry()
  await page.getByRole('button', { name: 'People and activity' }).waitFor()
  await page.getByRole('searchbox', { name: 'Search this discussion' }).fill('dictator')
  const results = page.getByRole('region', { name: 'Search results' })
  await results.getByRole('link').first().click()
  await expect.poll(() => focused(page)).toMatch(/^(?:Comment|Reply) by /)
  expect(await page.locator(':focus').innerText()).toMatch(/dictator/i)

  const other = await openKerry()
  await postComment(other, 'Ada', 'To be linked to')
  const comment = other.getByRole('article', { name: 'Comment by Ada' }).and(posted(other))
  const id = await comment.getAttribute('id')
  const { page: linked } = await openPage(`${ARTICLE}#${id}`)
  await expect.poll(() => linked.evaluate(() => document.activeElement?.id)).toBe(id)
})

test('a page of an origin that is named has the discussion in it, both ways, and one of another origin has not', async () => {
  const stranger = await startHostSite(() => page(site.origin))
  const named = await startHostSite(() => page(site.origin))
  const site = await startSite({ SOUNDOFF_ORIGINS: named.origin })
  onTestFinished(async () => {
    for (const each of [stranger, named]) each.stop()
    await site.stop()
  })
  const expected = [new RegExp(`^other origin: ${site.origin}/`)]
  const { page: guest } = await openPage('/', { origin: named.origin, expected })
  await seeKerry(guest)
  await postComment(guest, 'Ada', 'From a page of mine.')
  await guest.getByRole('article', { name: 'Comment by Ada' }).and(posted(guest)).waitFor()
  const { page: own } = await openPage('/', { origin: site.origin })
  await own.getByRole('article', { name: 'Comment by Ada' }).waitFor()
  await seeFollowed(guest)
  await postComment(own, 'Bea', 'And back.')
  await guest.getByRole('button', { name: 'Show 1 new comment' }).waitFor()

  const blocked = [...expected, /CORS policy/, /ERR_FAILED/]
  const { page: outside } = await openPage('about:blank', { origin: stranger.origin, expected: blocked })
  const complaints: string[] = []
  outside.on('console', (message) => complaints.push(message.text()))
  await outside.goto('/')
  await expect.poll(() => complaints).toContainEqual(expect.stringContaining('CORS policy'))
  expect(await outside.getByRole('article').count()).toBe(0)

  function page(origin: string) {
    return { text: wrapPage(element({ backend: origin }), { embed: origin }), headers: {} }
  }
})

/** The comments that are no longer on their way. */
function posted(page: Page) {
  return page.locator('[id^="comment-"]')
}

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More actions for the comment by Ada' }).first().click()
}

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { networkCarrier } from '../../src/api/carrier.ts'
import { createModeratingClient } from '../../src/api/moderatingClient.ts'
import { discussionIdOf, type ArticleId } from '../../src/domain/ids.ts'
import { MODERATORS, mo } from '../backend/conformance/moderators.ts'
import { findViolations } from '../support/findViolations.ts'
import { seeHydrated } from '../support/holdModule.ts'
import { element, startHostSite, wrapPage } from '../support/hostPage.ts'
import { seeFollowed } from '../support/keptPage.ts'
import { openPage } from '../support/openPage.ts'
import { startSite, type Site } from '../support/site/site.ts'
import { focused, isInView, postComment, seeKerry } from './flows.ts'

/* What a server does that is told to: it has moderators, holds what programs send, and searches in a language. */

let site: Site
let guests: Awaited<ReturnType<typeof startHostSite>>
beforeAll(async () => {
  guests = await startHostSite(() => {
    const text = wrapPage(element({ backend: site.origin }), { embed: site.origin })
    return { text, headers: {} }
  })
  site = await startSite({
    SOUNDOFF_MODERATORS: MODERATORS,
    SOUNDOFF_MINIMUM_SECONDS: '1',
    SOUNDOFF_SEARCH_LANGUAGES: 'english',
    SOUNDOFF_ORIGINS: guests.origin,
  })
})
afterAll(async () => {
  guests.stop()
  await site.stop()
})

test('who has the page open is told that its discussion is closed, and opened again, and nothing that is written is touched', async () => {
  const reader = await open()
  const writer = await open()
  await seeFollowed(reader)
  await writer.getByRole('button', { name: 'Reply to john smith' }).click()
  const field = writer.getByRole('textbox', { name: 'Your reply' })
  await field.pressSequentially('Half a thought')
  const place = await field.boundingBox()
  await close(true)

  await said(reader, 'This discussion was closed.')
  await reader.getByText(/^This discussion is closed/).waitFor()
  expect(await reader.getByRole('button', { name: /^Reply to/ }).count()).toBe(0)
  expect(await findViolations(reader)).toEqual([])

  await said(writer, 'This discussion was closed.')
  const notice = writer.getByText(/What you have begun here is kept/)
  await notice.waitFor()
  const now = await field.boundingBox()
  // What is held is held to whole pixels.
  expect(Math.abs((now?.y ?? 0) - (place?.y ?? 0))).toBeLessThan(1)
  expect([await field.inputValue(), await focused(writer)]).toEqual(['Half a thought', 'Your reply'])
  expect(await findViolations(writer)).toEqual([])
  await writer.getByRole('textbox', { name: 'Comment' }).focus()
  await expect.poll(() => isInView(notice)).toBe(true)
  await field.focus()
  await expect.poll(() => isInView(notice)).toBe(true)

  await close(false)
  await said(reader, 'This discussion was opened again.')
  await reader.getByRole('button', { name: 'Reply to john smith' }).waitFor()
  await said(writer, 'This discussion was opened again.')
  await expect.poll(() => writer.getByText(/What you have begun here/).count()).toBe(0)
  expect([await field.inputValue(), await focused(writer)]).toEqual(['Half a thought', 'Your reply'])
})

test('what is sent to a discussion that was closed meanwhile keeps its text, and says why it is not posted', async () => {
  const writer = await open({ expected: [/403/] })
  await writer.getByRole('textbox', { name: 'Name' }).fill('Ada')
  await writer.getByRole('textbox', { name: 'Comment' }).fill('Half a thought')
  await close(true)
  await writer.getByText(/What you have begun here is kept/).waitFor()
  await writer.getByRole('button', { name: 'Post comment' }).click()
  await writer.getByRole('alert').getByText('The discussion was closed meanwhile.').waitFor()
  const region = writer.getByRole('region', { name: 'Discussion' })
  const texts = await region
    .locator('textarea')
    .evaluateAll((fields) => fields.map((each) => (each instanceof HTMLTextAreaElement ? each.value : '')))
  expect([await region.innerText(), ...texts].join()).toContain('Half a thought')
})

test.for(['the page', 'the element'])(
  'in %s, what a program fills in that no person finds has the comment held, and nothing else has',
  async (where) => {
    const page = where === 'the page' ? await open() : await openElement()
    const text = page.getByRole('textbox', { name: 'Comment' })
    await text.click()
    const hidden = page.locator('input[name=remarks]')
    await hidden.waitFor({ state: 'attached' })
    // Of the element's page, which is bare but for it, nothing is asked.
    const violations = (await findViolations(page)).filter(
      (line) => !/^(?:landmark-one-main|page-has-h)/.test(line),
    )
    expect(violations).toEqual([])
    for (let times = 0; times < 8; times += 1) {
      await page.keyboard.press('Tab')
      expect(await hidden.evaluate((field) => field.matches(':focus'))).toBe(false)
    }
    const seen = await page.locator('label').filter({ has: hidden }).boundingBox()
    expect(seen).toMatchObject({ width: 1, height: 1 })
    await page.waitForFunction(() => performance.now() > 1_000)
    await postComment(page, `Ada of ${where}`, 'By hand')
    await page
      .getByRole('article', { name: `Comment by Ada of ${where}` })
      .and(page.locator('[id^="comment-"]'))
      .waitFor()

    await text.fill('By a program')
    await hidden.evaluate((field) => field instanceof HTMLInputElement && (field.value = 'https://a.example'))
    await page.getByRole('button', { name: 'Post comment' }).click()
    await page.getByText(/until somebody has looked at it: a field was filled in/).waitFor()
  },
)

test('a comment that has a word in another form is among the matches, and is led to', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'People and activity' }).waitFor()
  await page.getByRole('searchbox', { name: 'Search this discussion' }).fill('starves koreans')
  const results = page.getByRole('region', { name: 'Search results' })
  await results.getByText('1 match').waitFor()
  // What stands there as it was typed is marked, and the rest is not.
  expect(await results.locator('mark').allInnerTexts()).toEqual([])
  await results.getByRole('link').click()
  await expect.poll(() => focused(page)).toMatch(/^(?:Comment|Reply) by /)
  expect(await page.locator(':focus').innerText()).toContain('starving N Korean')
})

async function open(options: { expected?: RegExp[] } = {}): Promise<Page> {
  const { page } = await openPage('/', { origin: site.origin, ...options })
  await seeKerry(page)
  await seeHydrated(page)
  return page
}

async function openElement(): Promise<Page> {
  const expected = [new RegExp(`^other origin: ${site.origin}/`)]
  const { page } = await openPage('/', { origin: guests.origin, expected })
  await seeKerry(page)
  return page
}

async function said(page: Page, text: string): Promise<void> {
  await page.getByRole('status').getByText(text).waitFor()
}

/** As a moderator does; what is closed is open again after the test. */
async function close(closed: boolean): Promise<void> {
  if (closed) onTestFinished(() => turn(false).catch(() => undefined))
  await turn(closed)
}

async function turn(closed: boolean): Promise<void> {
  const discussionId = discussionIdOf('kerry-to-urge-china' as ArticleId)
  const client = createModeratingClient(networkCarrier, `${site.origin}/api/v1`)
  await client.closeDiscussion({ moderatorToken: mo.token, discussionId, closed, reason: null })
}

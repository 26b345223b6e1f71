import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { holdModule, loseModule, seeHydrated } from '../support/holdModule.ts'
import { keptPrefix } from '../support/hostOrigin.ts'
import { layoutShift } from '../support/layoutShift.ts'
import { openPage, type PageOptions } from '../support/openPage.ts'
import { focused } from './flows.ts'

const DRAFT = 'draft:kerry-to-urge-china:new:new'
const COMMENT = { role: 'textbox', options: { name: 'Comment' } } as const

test('what is typed before scripts run stays, with the caret where it was, and is kept over a reload', async () => {
  const { page } = await open('about:blank')
  const release = await holdModule(page)
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada')
  const field = page.getByRole(COMMENT.role, COMMENT.options)
  await field.pressSequentially('Typed erly.')
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('ArrowLeft')
  release()
  await seeHydrated(page)
  await page.keyboard.type('a')
  expect(await field.inputValue()).toBe('Typed early.')
  await page.reload()
  await seeHydrated(page)
  expect(await field.inputValue()).toBe('Typed early.')
  expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ada')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await page.getByRole('article', { name: 'Comment by Ada' }).getByText('Typed early.').first().waitFor()
})

test('a draft that the device keeps is in its field before scripts run, moves nothing, and can be gone on with', async () => {
  const { page } = await openPage('about:blank', { viewport: { width: 360, height: 800 } })
  const field = page.getByRole(COMMENT.role, COMMENT.options)
  const draft = Array.from({ length: 12 }, (_, line) => `Line ${line} of a draft.`).join('\n')
  await keepBeforehand(page, { [DRAFT]: JSON.stringify({ body: draft }), 'rules-closed': 'yes' })
  const release = await holdModule(page)
  await page.goto('/', { waitUntil: 'commit' })
  await field.scrollIntoViewIfNeeded()
  await expect.poll(() => field.inputValue()).toBe(draft)
  const height = async () => (await page.getByRole('form', { name: 'Post a comment' }).boundingBox())?.height
  const before = await height()
  await field.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' More.')
  release()
  await seeHydrated(page)
  expect(await field.inputValue()).toBe(`${draft} More.`)
  expect(await height()).toBe(before)
  expect(await layoutShift(page)).toBeLessThan(0.02)
  await page.reload()
  await seeHydrated(page)
  await field.focus()
  await page.keyboard.type(' And more.')
  expect(await field.inputValue()).toBe(`${draft} More. And more.`)
})

const LOST = [/blocked|ERR_FAILED|ERR_BLOCKED_BY_CLIENT|Failed to fetch dynamically imported module/i]

test('what is typed where the script never comes is kept, the page says so, and a reload has it once', async () => {
  const { page } = await open('about:blank', { expected: LOST })
  const restore = await loseModule(page)
  await page.goto('/')
  const field = page.getByRole(COMMENT.role, COMMENT.options)
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada')
  await field.fill('Typed in vain?')
  const notice = page.getByRole('alert')
  await notice
    .getByText(/script could not be loaded\. Reload to write and fold; what you typed is kept/)
    .waitFor()
  expect(await layoutShift(page)).toBe(0)
  await notice.getByRole('button', { name: 'Reload' }).click()
  await page.waitForLoadState()
  await expect.poll(() => field.inputValue()).toBe('Typed in vain?')
  await field.fill('Typed in vain? No.')
  await notice.waitFor()
  await restore()
  // In a tab of its own, to which the browser brings back no fields.
  const { page: other } = await open('/', { context: page.context() })
  await seeHydrated(other)
  expect(await other.getByRole(COMMENT.role, COMMENT.options).inputValue()).toBe('Typed in vain? No.')
  expect(await other.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ada')
  await page.getByRole('button', { name: 'Reload' }).click()
  await seeHydrated(page)
  expect(await field.inputValue()).toBe('Typed in vain? No.')
  expect(await notice.count()).toBe(0)
})

test('a draft that was sent keeps its key while it is gone on with, and when it is emptied', async () => {
  const { page } = await open('about:blank', { expected: LOST })
  await loseModule(page)
  await keepBeforehand(page, { [DRAFT]: JSON.stringify({ body: 'Sent.', returned: 'key' }) })
  const name = (await keptPrefix()) + DRAFT
  const kept = () => page.evaluate((name): unknown => JSON.parse(localStorage.getItem(name) ?? 'null'), name)
  await page.goto('/')
  const field = page.getByRole(COMMENT.role, COMMENT.options)
  await field.fill('Sent. And more.')
  expect(await kept()).toMatchObject({ body: 'Sent. And more.', returned: 'key' })
  await field.fill('')
  expect(await kept()).toMatchObject({ body: '', returned: 'key' })
})

test('where the device keeps nothing, the page does not say that it kept what was typed', async () => {
  const { page } = await open('about:blank', { expected: LOST, before: refuseStorage })
  await loseModule(page)
  await page.goto('/')
  await page.getByRole(COMMENT.role, COMMENT.options).fill('Typed in vain.')
  await page.getByRole('alert').getByText('copy what you typed first').waitFor()
})

test('who goes to the discussion and writes before scripts run stays there, and what is sent by keys goes when they do', async () => {
  const { page } = await open('about:blank')
  const release = await holdModule(page)
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByRole('article', { name: 'Comment by cmaenergy' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ada')
  await page.keyboard.press('Tab')
  await page.keyboard.type('No mouse')
  release()
  await seeHydrated(page)
  await page.keyboard.type(' at all.')
  expect(await page.getByRole(COMMENT.role, COMMENT.options).inputValue()).toBe('No mouse at all.')

  const releaseAgain = await holdModule(page)
  await page.goto('/?again#discussion', { waitUntil: 'commit' })
  const field = page.getByRole(COMMENT.role, COMMENT.options)
  await field.press('ControlOrMeta+End')
  await page.keyboard.type(' None.')
  await field.press('Control+Enter')
  releaseAgain()
  await page
    .getByRole('article', { name: 'Comment by Ada' })
    .getByText('No mouse at all. None.')
    .first()
    .waitFor()
  await expect.poll(() => focused(page)).toBe('Comment by Ada')
})

test('sending before scripts run leaves neither the page nor the text', async () => {
  const { page } = await open('about:blank')
  const release = await holdModule(page)
  await page.goto('/', { waitUntil: 'commit' })
  const address = page.url()
  await page.getByRole(COMMENT.role, COMMENT.options).fill('Sent too early.')
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada')
  await page.keyboard.press('Enter')
  release()
  await seeHydrated(page)
  expect(page.url()).toBe(address)
  expect(await page.getByRole(COMMENT.role, COMMENT.options).inputValue()).toBe('Sent too early.')
})

test('what is chosen and pressed before scripts run is done when they do', async () => {
  const { page } = await open('about:blank', { theme: 'light' })
  const release = await holdModule(page)
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Oldest first')
  await page.getByText('Rules of conduct', { exact: true }).click()
  const reply = page.getByRole('button', { name: 'Reply to wjm' })
  await reply.click()
  await reply.click()
  release()
  await seeHydrated(page)
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  await page.getByRole('form', { name: 'Reply to wjm' }).waitFor()
  const threads = page.getByRole('article', { name: /^Comment by/ })
  await expect.poll(() => threads.first().getAttribute('aria-label')).toBe('Comment by cmaenergy')
  await page.reload()
  await seeHydrated(page)
  expect(await page.getByRole('combobox', { name: 'Theme' }).inputValue()).toBe('dark')

  const releaseAgain = await holdModule(page)
  await page.reload({ waitUntil: 'commit' })
  await page.getByRole('article', { name: 'Comment by cmaenergy' }).waitFor()
  expect(await page.getByRole('combobox', { name: 'Theme' }).inputValue()).toBe('dark')
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('System')
  releaseAgain()
  await seeHydrated(page)
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('auto')
  expect(await page.locator('#form-new details').getAttribute('open')).toBeNull()
})

/** What the device keeps from a visit before, of which nothing else is left. */
async function keepBeforehand(page: Page, values: Record<string, string>): Promise<void> {
  const prefix = await keptPrefix()
  const named = Object.entries(values).map(([name, value]) => [prefix + name, value])
  await page.route('/empty', (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto('/empty')
  await page.evaluate((kept) => Object.assign(localStorage, kept), Object.fromEntries(named))
}

/** Without a worker, which would bring what is to be held back or lost. */
function open(path: string, options: PageOptions = {}) {
  return openPage(path, { serviceWorkers: 'block', ...options })
}

function refuseStorage(): void {
  Storage.prototype.setItem = () => {
    throw new Error('full')
  }
}

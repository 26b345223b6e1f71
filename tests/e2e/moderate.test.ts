import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANSWER_HEADER } from '../../src/api/contract.ts'
import { MODERATORS, mo } from '../backend/conformance/moderators.ts'
import { findSmallTargets } from '../support/findSmallTargets.ts'
import { findViolations } from '../support/findViolations.ts'
import { openPage, type PageOptions } from '../support/openPage.ts'
import { startSite, type Site } from '../support/site/site.ts'

/* The page of moderators as the server serves it, by the keyboard alone. */

const DISCUSSION = '/api/v1/discussions/kerry-to-urge-china/comments'
const LINKS = 'https://a.example https://b.example http://c.example www.d.example'

let site: Site
beforeAll(async () => {
  site = await startSite({ SOUNDOFF_MODERATORS: MODERATORS })
})
afterAll(() => site.stop())

test('a moderator signs in, approves, rejects with a reason, undoes, closes and reads the log, by keys alone', async () => {
  for (const name of ['Ada', 'Bea', 'Cid']) await hold(name)
  const { page } = await openDesk()
  await page.keyboard.type(mo.token)
  await page.keyboard.press('Enter')
  await seeFocus(page, '3 comments are waiting')
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await seeFocus(page, /^Comment by Bea on /)
  await seeTold(page, 'Approved. Undo is possible. 2 waiting.')

  await page.keyboard.press('r')
  await seeFocus(page, 'Reason')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Say why it is rejected.', { exact: true }).waitFor()
  await page.keyboard.type('It sells something.')
  await page.reload()
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Reason' }).inputValue())
    .toBe('It sells something.')
  await seeFocus(page, '2 comments are waiting')
  await page.keyboard.press('j')
  await page.keyboard.press('r')
  await seeFocus(page, 'Reason')
  await page.keyboard.press('Control+Enter')
  await seeFocus(page, /^Comment by Cid on /)
  await page.keyboard.press('u')
  await seeFocus(page, /^Comment by Bea on /)
  await seeTold(page, 'Undone. 2 waiting.')
  await page.keyboard.press('d')
  await seeFocus(page, /^Comment by Cid on /)

  await tabTo(page, 'Close discussion')
  await page.keyboard.press('Enter')
  await seeFocus(page, 'Reopen discussion')
  await seeTold(page, 'Discussion closed. Undo is possible. 1 waiting.')
  await page.keyboard.press('Shift+Tab')
  await tabTo(page, 'Log', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Mo closed a discussion' }).waitFor()
  const deeds = await page.getByRole('article').evaluateAll((all) => all.map((each) => each.ariaLabel))
  expect(deeds).toEqual([
    'Mo closed a discussion',
    'Mo deleted a comment',
    'Mo undid what was done',
    'Mo rejected a comment',
    'Mo approved a comment',
  ])
  await tabTo(page, 'Undo')
  await page.keyboard.press('Enter')
  await seeFocus(page, 'Mo closed a discussion')
  const { page: reader } = await openPage('/', { origin: site.origin })
  await reader.getByRole('article', { name: 'Comment by Ada' }).waitFor()
  expect(await reader.getByRole('article', { name: /^Comment by (?:Bea|Cid)/ }).count()).toBe(0)
  await reader.getByRole('form', { name: 'Post a comment' }).waitFor()
})

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.for([360, 1280])('nothing of it is wrong for axe, or sticks out, at a width of %i', async (width) => {
    await site.renew()
    await hold('Ada', `<script>document.title = 'run'</script> ${'long'.repeat(60)}`)
    const { page } = await openDesk({ theme, viewport: { width, height: 800 } })
    await seeWell(page)
    await page.keyboard.type(mo.token)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Approve' }).first().waitFor()
    await page.getByRole('button', { name: 'Reject' }).first().click()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Say why it is rejected.', { exact: true }).waitFor()
    await seeWell(page)
    await page.getByRole('button', { name: 'Keys' }).click()
    await seeWell(page)
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Log' }).click()
    await page
      .getByRole('heading', { level: 2 })
      .getByText(/What moderators did|Nothing was done/)
      .waitFor()
    await seeWell(page)
    expect(await page.title()).toBe('Moderation')
  })
})

test('it speaks the language of its reader, from right to left too', async () => {
  await site.renew()
  await hold('Ada')
  const { page } = await openDesk({ locale: 'ar' })
  await page.getByLabel('رمز المشرف').fill(mo.token)
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'تعليق من' }).first().waitFor()
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  await page.getByRole('combobox', { name: 'اللغة' }).selectOption('de')
  await page.getByRole('tab', { name: 'Protokoll' }).waitFor()
  await seeWell(page)
})

test('a token that is refused is asked for over the desk, and focus comes back to where it was', async () => {
  await site.renew()
  await hold('Ada')
  const { page } = await openDesk({ expected: [/403/] })
  await page.keyboard.type(mo.token)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Approve' }).first().focus()
  const refused = { code: 'forbidden', resource: 'moderation' }
  await page.route('**/moderation/decisions', (route) =>
    route.fulfill({ status: 403, headers: { [ANSWER_HEADER]: '1' }, json: refused }),
  )
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Sign in' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await seeFocus(page, 'Approve')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Sign in' }).waitFor()
  await seeFocus(page, "Moderator's token")
  await page.unroute('**/moderation/decisions')
  await page.keyboard.type(mo.token)
  await page.keyboard.press('Enter')
  await seeFocus(page, 'Approve')
  await page.keyboard.press('Enter')
  await seeTold(page, /^Approved/)
})

test('no page of readers loads anything of it', async () => {
  const { page } = await openPage('about:blank', { origin: site.origin })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/')
  await page.getByRole('button', { name: 'People and activity' }).waitFor()
  expect(asked.length).toBeGreaterThan(3)
  expect(asked.filter((path) => path.startsWith('/moderate'))).toEqual([])
})

async function openDesk(options: PageOptions = {}): Promise<{ page: Page }> {
  const { page } = await openPage('/moderate', { origin: site.origin, ...options })
  await page.locator('input[type="password"]:focus').waitFor()
  return { page }
}

async function hold(name: string, body = ''): Promise<void> {
  const response = await fetch(site.origin + DISCUSSION, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ author: { name }, body: `${body} ${LINKS}`, format: 'markdown' }),
  })
  expect(response.status).toBe(202)
}

/** What has focus, by its name or its text. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: focused } = document
    if (!focused || focused === document.body) return ''
    const label =
      focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement
        ? focused.labels?.[0]?.textContent
        : null
    return focused.ariaLabel ?? label ?? focused.textContent ?? ''
  })
}

async function seeFocus(page: Page, name: string | RegExp): Promise<void> {
  await expect.poll(() => focusedName(page)).toMatch(name)
}

async function seeTold(page: Page, text: string | RegExp): Promise<void> {
  await expect.poll(() => page.getByRole('status').innerText()).toMatch(text)
}

async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    if ((await focusedName(page)) === name) return
    await page.keyboard.press(key)
  }
  throw new Error(`The Tab key does not lead to ${name}.`)
}

async function seeWell(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(await findSmallTargets(page)).toEqual([])
}

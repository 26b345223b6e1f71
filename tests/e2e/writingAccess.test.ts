import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findSmallTargets } from '../support/findSmallTargets.ts'
import { findViolations } from '../support/findViolations.ts'
import { LOOKS } from '../support/looks.ts'
import { heedFaults } from '../support/networkFaults.ts'
import { focused, openKerry, postComment } from './flows.ts'

test('who writes, formats, quotes and discards finds nothing that axe, a narrow screen or a finger would mind', async () => {
  const page = await openKerry()
  await postComment(page, 'Нара', '')
  await page.getByText('Write something first.').waitFor()
  await comment(page).fill('Written here, too')
  await page.getByText('Your name looks like', { exact: false }).first().waitFor()
  await changeElsewhere(page, 'Written here, too', {
    body: 'Written in another tab. '.repeat(99),
    stamp: { at: 1, tab: 'other', id: 'other', from: null },
  })
  await page.getByRole('button', { name: 'Add it to my text' }).waitFor()

  const formatted = await beginReply(
    page,
    'wjm',
    `> quoted\n\nQuite **right** ${'so '.repeat(99)}\n\n    ${'wide '.repeat(99)}`,
  )
  await formatted.getByRole('button', { name: 'Formatting' }).click()
  await formatted.getByRole('button', { name: 'Preview' }).click()
  await formatted.getByRole('region').getByText('right').waitFor()
  const discarded = await beginReply(page, 'StanCalif', 'Not worth it')
  await openMenu(page.getByRole('article', { name: 'Reply by Hapa' }))
  await page.getByRole('button', { name: 'Report', exact: true }).click()
  await openMenu(page.getByRole('article', { name: 'Comment by cmaenergy' }))
  await page.getByRole('button', { name: /^You have \d unfinished/ }).click()

  await expectAccessible(page, async () => {
    const undo = discarded.getByRole('button', { name: 'Undo' })
    if (await undo.isVisible()) await undo.click()
    else await discarded.getByRole('textbox', { name: 'Your reply' }).fill('Not worth it')
    await discarded.getByRole('button', { name: 'Discard' }).click()
    await undo.waitFor()
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('[id^=comment-] p')!))
    await page.getByRole('button', { name: /^Quote in a reply/ }).waitFor()
  })
  await discarded.getByRole('button', { name: 'Undo' }).press('Enter')
  expect(await focused(page)).toBe('Your reply')
  await page.getByRole('button', { name: 'Leave it out' }).press('Enter')
  expect(await focused(page)).toBe('Comment')
})

test('so does who edits, deletes, and has comments that are held or wait for the network', async () => {
  const page = await openKerry()
  for (const text of ['To be edited', 'To be deleted', 'To be left', 'www.a.ex www.b.ex www.c.ex www.d.ex']) {
    await postComment(page, 'Ada', text)
    await own(page, text)
      .getByText(/just now|Held for review/)
      .first()
      .waitFor()
  }
  await heedFaults(page.context())
  await page.goto('/?faults=latency:60000,on:post')
  await own(page, 'To be left').waitFor()
  await postComment(page, 'Ada', 'On its way')
  await own(page, 'On its way').getByText('Sending').waitFor()
  await changeElsewhere(page, 'On its way', { state: { step: 'waiting-for-network' } })
  await own(page, 'On its way').getByText('Waiting for network').waitFor()
  await openMenu(own(page, 'To be left'))
  await openMenu(own(page, 'To be edited'))
  await own(page, 'To be edited').getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Your text' }).fill('x'.repeat(9_990))

  await expectAccessible(page, async () => {
    const undo = page.getByRole('button', { name: 'Undo' })
    if (await undo.isVisible()) await undo.click()
    await openMenu(own(page, 'To be deleted'))
    await own(page, 'To be deleted').getByRole('button', { name: 'Delete' }).click()
    await undo.waitFor()
  })
})

test('so does whose comments are refused, one in its place and one in its composer', async () => {
  const page = await openKerry({
    query: 'faults=fail:1,on:post',
    expected: [/503/, /404.*idempotency/],
  })
  await postComment(page, 'Ada', 'Refused in its place')
  await comment(page).fill('Written meanwhile')
  const reply = await beginReply(page, 'wjm', 'Refused in its composer')
  await reply.getByRole('button', { name: 'Post reply' }).click()
  await expect.poll(() => page.getByRole('button', { name: 'Try again' }).count()).toBe(2)
  await page.getByRole('button', { name: 'Take back and edit' }).waitFor()
  await expectAccessible(page)
})

type Locator = ReturnType<Page['locator']>

function comment(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Comment' })
}

function own(page: Page, text: string): Locator {
  return page.getByRole('article', { name: 'Comment by Ada' }).filter({ hasText: text })
}

async function beginReply(page: Page, to: string, text: string): Promise<Locator> {
  await page
    .getByRole('button', { name: `Reply to ${to}` })
    .first()
    .click()
  const form = page.getByRole('form', { name: `Reply to ${to}` })
  await form.getByRole('textbox', { name: 'Your reply' }).fill(text)
  await form.getByRole('button', { name: 'Discard' }).waitFor()
  return form
}

async function openMenu(comment: Locator): Promise<void> {
  await comment
    .getByRole('button', { name: /^More actions/ })
    .first()
    .click()
}

/** What another tab does to the draft, or to what was sent, that has such a body. */
async function changeElsewhere(page: Page, body: string, changes: object): Promise<void> {
  const tab = await page.context().newPage()
  await tab.goto('/favicon.svg')
  await tab.evaluate(
    ([text, change]) => {
      for (const [name, value] of Object.entries(localStorage)) {
        const isThat = /^soundoff.*?:(draft|outbox):/.test(name) && JSON.parse(value).body === text
        if (isThat) localStorage.setItem(name, JSON.stringify({ ...JSON.parse(value), ...change }))
      }
    },
    [body, changes] as const,
  )
  await tab.close()
}

/** In each look: `show` brings what does not last. */
async function expectAccessible(page: Page, show = async () => {}): Promise<void> {
  for (const look of LOOKS) {
    await page.emulateMedia({ colorScheme: look.theme })
    await page.setViewportSize({ width: look.width, height: 800 })
    await show()
    const scrollsSideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    const found = {
      violations: await findViolations(page),
      small: await findSmallTargets(page),
      scrolls: await scrollsSideways(),
    }
    expect({ ...look, ...found }).toEqual({ ...look, violations: [], small: [], scrolls: false })
  }
}

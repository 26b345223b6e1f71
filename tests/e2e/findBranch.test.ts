import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findViolations } from '../support/findViolations.ts'
import { generateDiscussion } from '../support/generateDiscussion.ts'
import { openPage } from '../support/openPage.ts'
import { focused, openKerry } from './flows.ts'

const SEED = 20130411
const hapas = 'Reply by Hapa to john smith'
const petes = 'Reply by Pete to Hapa'
const article = (page: Page, name: string) => page.getByRole('article', { name, exact: true })
const bar = (page: Page) => page.getByRole('navigation', { name: 'Branch' })
const top = (page: Page, name: string) =>
  article(page, name).evaluate((each) => each.getBoundingClientRect().top)

/** The comments that a reader can get to. */
function shown(page: Page): Promise<string[]> {
  return page
    .getByRole('region', { name: 'Discussion' })
    .getByRole('article')
    .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))
}

async function showOnly(page: Page, name: string, by: string): Promise<void> {
  const comment = article(page, name)
  await comment.getByRole('button', { name: `More actions for the comment by ${by}` }).click()
  await comment.getByRole('button', { name: 'Only this branch' }).click()
  await bar(page).waitFor()
}

test.for([
  [
    'by its button',
    (page: Page) => page.getByRole('button', { name: 'Back to the whole discussion' }).click(),
  ],
  ['by Escape', (page: Page) => page.keyboard.press('Escape')],
] as const)('a branch is shown alone, and all comes back as it was, %s', async ([, leave]) => {
  const page = await openKerry()
  await article(page, hapas).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Reply to Hapa' }).waitFor()
  await page.evaluate(() => scrollBy(0, 120))
  const comment = article(page, hapas)
  await comment.getByRole('button', { name: 'More actions for the comment by Hapa' }).click()
  await comment.getByRole('button', { name: 'Only this branch' }).waitFor()
  const before = await top(page, hapas)
  await comment.getByRole('button', { name: 'Only this branch' }).click()
  await bar(page).waitFor()

  expect(await shown(page)).toEqual([hapas, petes])
  expect(await page.getByRole('form', { name: 'Post a comment' }).isVisible()).toBe(false)
  expect(await focused(page)).toBe(hapas)
  const barTop = await bar(page).evaluate((each) => each.getBoundingClientRect().top)
  expect(barTop).toBeGreaterThanOrEqual(0)
  expect(barTop).toBeLessThan(300)
  // It stands no further in than a thread does.
  const [left, edge] = await Promise.all([
    comment.evaluate((each) => each.getBoundingClientRect().left),
    bar(page).evaluate((each) => each.getBoundingClientRect().left),
  ])
  expect(Math.abs(left - edge)).toBeLessThan(2)

  await leave(page)
  await expect.poll(() => shown(page)).toHaveLength(25)
  await expect.poll(() => top(page, hapas)).toBeCloseTo(before, 0)
  expect(await focused(page)).toBe('More actions for the comment by Hapa')
})

test('what comes meanwhile is shown in it where it belongs there, and else with all', async () => {
  const page = await openKerry({ expected: [/404/] })
  await showOnly(page, hapas, 'Hapa')
  await expect.poll(() => isHandedOver(page)).toBe(true)
  const parent = await article(page, hapas).getAttribute('id')
  await post(page, 'Zoe', parent!.replace('comment-', ''))
  await page.getByRole('button', { name: 'Show 1 new reply to Hapa' }).click()
  await expect.poll(() => shown(page)).toEqual([hapas, petes, 'Reply by Zoe to Hapa'])
  await expect.poll(() => focused(page)).toBe('Reply by Zoe to Hapa')
  await post(page, 'Yann', null)
  await page.getByRole('button', { name: 'Show 1 new comment' }).click()
  await expect.poll(() => focused(page)).toBe('Comment by Yann')
  expect(await bar(page).count()).toBe(0)
  expect(await shown(page)).toHaveLength(27)
  const box = await article(page, 'Comment by Yann').evaluate((each) => each.getBoundingClientRect().top)
  expect(box).toBeGreaterThanOrEqual(0)
})

test('a permalink to what is not in it shows it, with all the rest', async () => {
  const page = await openKerry()
  await showOnly(page, hapas, 'Hapa')
  const other = page.getByRole('article', { name: 'Comment by cmaenergy', includeHidden: true })
  const id = await other.getAttribute('id')
  await page.evaluate((hash) => (location.hash = hash), `#${id}`)
  await expect.poll(() => focused(page)).toBe('Comment by cmaenergy')
  expect(await bar(page).count()).toBe(0)
  await expect.poll(() => other.evaluate((each) => each.getBoundingClientRect().top)).toBeLessThan(700)

  // The same address once more.
  await showOnly(page, hapas, 'Hapa')
  await page.evaluate((hash) => {
    const link = document.createElement('a')
    link.href = hash
    link.textContent = 'There'
    document.querySelector('main')?.prepend(link)
  }, `#${id}`)
  await page.getByRole('link', { name: 'There' }).click()
  await expect.poll(() => bar(page).count()).toBe(0)
})

test('who quotes and answers in it stays in it', async () => {
  const page = await openKerry()
  await showOnly(page, hapas, 'Hapa')
  await article(page, hapas).getByText("I don't trust him.").selectText()
  await page.getByRole('button', { name: 'Quote in a reply to Hapa' }).click()
  await expect.poll(() => focused(page)).toBe('Your reply')
  expect(await bar(page).count()).toBe(1)
})

test.for(['light', 'dark'] as const)(
  'it breaks no rule of accessibility in %s, in a narrow window',
  async (theme) => {
    const page = await openKerry({ theme, viewport: { width: 360, height: 740 } })
    await showOnly(page, petes, 'Pete')
    expect(await bar(page).getByRole('listitem').allInnerTexts()).toEqual(['john smith', 'Hapa', 'Pete'])
    expect(await findViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  },
)

test('where deep levels step in no further, they say whom they answer, and others do not', async () => {
  const { comments } = generateDiscussion({ seed: SEED, count: 1_000 })
  const byId = new Map(comments.map((each) => [each.id, each]))
  const deepest = comments.find(({ depth }) => depth === 9)!
  const chain = [deepest]
  for (let at = byId.get(deepest.parentId!); at; at = byId.get(at.parentId!)) chain.unshift(at)
  const viewport = { width: 360, height: 740 }
  const { page } = await openPage(`/?article=generated-1000#comment-${deepest.id}`, { viewport })
  await page.locator(`#comment-${deepest.id}`).waitFor()
  const read = () =>
    page.evaluate(
      (ids) =>
        ids.map((id) => {
          const each = document.getElementById(id)
          const to = [...(each?.querySelectorAll('header [aria-hidden]') ?? [])]
          const said = to.filter((part) => part.checkVisibility()).map((part) => part.textContent?.trim())
          return { left: Math.round(each?.getBoundingClientRect().left ?? NaN), said: said.at(-1) ?? '' }
        }),
      chain.map(({ id }) => `comment-${id}`),
    )
  const narrow = await read()
  // The first letter of who wrote it is told beside it, too.
  const told = chain.map((_, index) => index >= 4 && `to ${chain[index - 1]?.author.name}`)
  expect(narrow.map(({ said }) => said.startsWith('to ') && said)).toEqual(told)
  const lefts = narrow.map(({ left }) => left)
  expect(new Set(lefts.slice(0, 4)).size).toBe(4)
  expect(new Set(lefts.slice(3)).size).toBe(1)

  await page.setViewportSize({ width: 1280, height: 740 })
  await expect.poll(async () => new Set((await read()).map(({ left }) => left)).size).toBe(9)
  expect((await read()).some(({ said }) => said.startsWith('to '))).toBe(false)
})

/** As somebody elsewhere does. */
async function post(page: Page, name: string, parentId: string | null): Promise<void> {
  const asked = { parentId, author: { name }, body: `Words of ${name}` }
  const status = await page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/json' }
    const path = '/api/v1/discussions/kerry-to-urge-china/comments'
    return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).status
  }, asked)
  expect(status).toBe(201)
}

/** Whether the worker answers the requests of the page. */
function isHandedOver(page: Page): Promise<boolean> {
  return page.evaluate(async () => (await fetch('/api/v1/health')).headers.has('Soundoff-Api'))
}

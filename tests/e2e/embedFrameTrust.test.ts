import axe from 'axe-core'
import type { Frame, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ATTRIBUTES } from '../../src/embed/options.ts'
import { framed, openFramedPage, seeFrame } from '../support/framedPage.ts'
import { openHostPage, wrapPage, type Origins } from '../support/hostPage.ts'
import { openPage } from '../support/openPage.ts'
import { postComment, seeKerry } from './flows.ts'

const NOTICE = 'The discussion could not be loaded'
const LOOK = `<style>
  body { color: rgb(1, 2, 3); background: rgb(250, 251, 252); font-family: Courier }
  soundoff-discussion { --soundoff-accent: rgb(90, 0, 90) }
</style>`

test('what the page changes shows without the frame being loaded anew', async () => {
  const { page, frame } = await openFramedPage({
    html: (at) => wrapPage(framed(at), at, LOOK),
    expected: [/of-nothing/],
  })
  await frame.evaluate(() => Object.assign(window, { isTheSame: true }))
  const drawn = () =>
    frame.evaluate(() => {
      const place = document
        .querySelector('soundoff-discussion')
        ?.shadowRoot?.querySelector('[data-soundoff]')
      if (!(place instanceof HTMLElement)) throw new Error('Nothing is drawn.')
      const { colorScheme, color, fontFamily, lineHeight } = getComputedStyle(place)
      const accent = getComputedStyle(place).getPropertyValue('--soundoff-accent')
      const behind = getComputedStyle(document.documentElement).backgroundColor
      return { colorScheme, color, fontFamily, lineHeight, accent, behind, density: place.dataset['density'] }
    })
  await expect.poll(drawn).toMatchObject({ colorScheme: 'light dark', accent: 'rgb(90, 0, 90)' })
  await set(page, 'theme', 'dark')
  await expect.poll(drawn).toMatchObject({ colorScheme: 'dark' })
  await set(page, 'theme', 'inherit')
  const inherited = { color: 'rgb(1, 2, 3)', fontFamily: 'Courier', behind: 'rgb(250, 251, 252)' }
  await expect.poll(drawn).toMatchObject(inherited)
  await page.evaluate(() => {
    document.body.style.color = 'rgb(4, 5, 6)'
  })
  await expect.poll(drawn).toMatchObject({ color: 'rgb(4, 5, 6)' })
  await set(page, 'density', 'compact')
  await expect.poll(drawn).toMatchObject({ density: 'compact' })
  await set(page, 'order', 'oldest')
  await expect.poll(() => frame.getByRole('combobox', { name: 'Sort by' }).inputValue()).toBe('oldest')
  await set(page, 'discussion', 'of-nothing')
  await frame.getByRole('alert').waitFor()
  expect(await frame.evaluate(() => Reflect.get(window, 'isTheSame'))).toBe(true)
})

test('what others send is not heard, however alike it looks', async () => {
  const { page, frame, origins } = await openFramedPage()
  const before = await stateOf(page, frame)
  const detail = { discussionId: 'a', doing: 'loading', code: 'application' }
  const toPage = [
    { soundoff: 1, kind: 'height', height: 7, shift: 0 },
    { soundoff: 1, kind: 'place', top: 0, height: 5_000, block: 'start' },
    { soundoff: 1, kind: 'event', name: 'soundoff:failed', detail },
    {
      soundoff: 1,
      kind: 'event',
      name: 'soundoff:navigate',
      detail: { discussionId: 'a', commentId: 'b', url: 'c' },
    },
  ]
  await page.evaluate(
    ([messages, embed]) => {
      const ours = document
        .querySelector('soundoff-discussion')
        ?.shadowRoot?.querySelector('iframe')?.contentWindow
      const other = document.createElement('iframe')
      document.body.append(other)
      for (const data of messages) {
        postMessage(data, location.origin)
        dispatchEvent(new MessageEvent('message', { data, origin: embed, source: other.contentWindow }))
        for (const origin of [`${embed}.example`, embed.slice(0, -1), 'null', ''])
          dispatchEvent(new MessageEvent('message', { data, origin, source: ours ?? null }))
      }
      // What this frame posts is of the page's own origin, but not of the window around ours.
      Object.assign(other.contentWindow ?? {}, { ours })
    },
    [toPage, origins.embed] as const,
  )
  const written = Object.fromEntries(Object.keys(ATTRIBUTES).map((name) => [name, null]))
  const toFrame = [
    {
      soundoff: 1,
      kind: 'options',
      written: { ...written, discussion: 'of-nothing' },
      look: { color: 'red' },
    },
    { soundoff: 1, kind: 'go', commentId: 'b' },
  ]
  const other = page.frames().find((each) => each !== frame && each.parentFrame() !== null)
  await other?.evaluate(
    ([messages, embed]) => {
      const ours: Window = Reflect.get(window, 'ours')
      for (const message of messages) ours.postMessage(message, embed)
    },
    [toFrame, origins.embed] as const,
  )
  await frame.evaluate(
    ([messages, origin]) => {
      for (const data of messages)
        dispatchEvent(new MessageEvent('message', { data, origin, source: parent }))
    },
    [toFrame, `${origins.page}.example`] as const,
  )
  await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
  expect(await stateOf(page, frame)).toEqual(before)
  expect(page.frames()).toHaveLength(3)
})

test('a page whose policy forbids frames says so in place, and tries again', async () => {
  const policy = ({ embed, backend }: Origins) =>
    `default-src 'none'; script-src ${embed}; connect-src ${backend}; img-src data:; frame-src 'none'`
  const { page } = await openHostPage({
    html: (at) => wrapPage(framed(at), at),
    headers: (at) => ({ 'Content-Security-Policy': policy(at) }),
    expected: [/Content Security Policy|violates/, /csp/i],
  })
  await page.getByRole('alert').getByText(NOTICE).waitFor({ timeout: 2_000 })
  expect(await page.locator('iframe').count()).toBe(0)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('alert').getByText(NOTICE).waitFor()
  await set(page, 'isolation', 'none')
  await seeKerry(page)
})

test('a frame that is not to be had is said to be missing, and comes when it is asked for again', async () => {
  const { page, context } = await openHostPage({
    html: (at) => wrapPage(framed(at, 'loading="manual"'), at),
    expected: [/ERR_FAILED/],
  })
  await context.route('**/embed-frame.html*', (route) => route.abort())
  await page.waitForFunction(() => customElements.get('soundoff-discussion') !== undefined)
  const failed = page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('soundoff:failed', ({ detail }) => resolve(detail))
        void document.querySelector('soundoff-discussion')?.load()
      }),
  )
  expect(await failed).toEqual({ discussionId: 'kerry-to-urge-china', doing: 'loading', code: 'application' })
  await page.getByRole('alert').getByText(NOTICE).waitFor()
  await context.unroute('**/embed-frame.html*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await seeKerry(await seeFrame(page))
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('an element that goes takes its frame along, and one that is isolated later is drawn anew', async () => {
  const { page } = await openFramedPage()
  await set(page, 'isolation', 'none')
  await seeKerry(page)
  expect(page.frames()).toHaveLength(1)
  await set(page, 'isolation', 'frame')
  await seeKerry(await seeFrame(page))
  await page.evaluate(() => document.querySelector('soundoff-discussion')?.remove())
  await expect.poll(() => page.frames().length).toBe(1)
})

test.each([
  ['by itself', '#origin=http://127.0.0.1', 'This page shows a discussion within another page'],
  ['by itself, of no page', '', 'This page shows a discussion within another page'],
])('a frame’s page that is opened %s says so, and does nothing', async (_, fragment, text) => {
  const { page } = await openPage(`/embed-frame.html${fragment}`)
  await page.getByText(text).waitFor()
  expect(await page.locator('soundoff-discussion').count()).toBe(0)
})

test.each([
  '',
  '#origin=null',
  '#origin=*',
  '#origin=https://a.example/',
  '#origin=javascript:a',
  '?origin=https://a.example',
])('a frame with the address %s says that it names no page, and nothing else', async (fragment) => {
  const { page } = await openHostPage({
    html: ({ embed }) => `<!doctype html><title>A page</title><link rel="icon" href="data:,">
        <iframe title="Any" src="${embed}/embed-frame.html${fragment}"></iframe>`,
  })
  await page.frameLocator('iframe').getByText('does not name the page around it').waitFor()
  expect(await page.frameLocator('iframe').locator('soundoff-discussion').count()).toBe(0)
})

test('links of comments lead the whole page, and not the frame', async () => {
  const { page, frame, origins } = await openFramedPage({
    others: { '/other': '<!doctype html><title>Another page</title><link rel="icon" href="data:,">' },
  })
  await postComment(frame, 'Ada', `See ${origins.page}/other for more.`)
  await frame.getByRole('link', { name: `${origins.page}/other` }).click()
  await expect.poll(() => page.title()).toBe('Another page')
})

test('nothing is wrong with it for those who use assistive technology', async () => {
  const { page } = await openFramedPage({
    viewport: { width: 360, height: 700 },
    html: (at) => wrapPage(`<main><h1>A page</h1>${framed(at)}</main>`, at),
  })
  for (const each of page.frames()) {
    await each.evaluate(axe.source)
    await each.evaluate(`axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })`)
  }
  const found: { violations: { id: string }[]; passes: { nodes: { target: unknown[] }[] }[] } =
    await page.evaluate(`axe.run(document)`)
  expect(found.violations).toEqual([])
  const inFrame = found.passes.flatMap(({ nodes }) => nodes).filter(({ target }) => target.length > 1)
  expect(inFrame.length).toBeGreaterThan(20)
})

function set(page: Page, name: string, value: string): Promise<void> {
  return page
    .locator('soundoff-discussion')
    .evaluate((element, [attribute, text]) => element.setAttribute(attribute, text), [name, value] as const)
}

/** What a look-alike of a message would change. */
async function stateOf(page: Page, frame: Frame) {
  return {
    height: await page
      .locator('soundoff-discussion iframe')
      .evaluate((each) => each.getBoundingClientRect().height),
    scrolled: await page.evaluate(() => scrollY),
    address: page.url(),
    told: await page.evaluate(() => window.told),
    frame: frame.url(),
    discussion: await frame
      .locator('soundoff-discussion')
      .evaluate((each) => each.getAttribute('discussion')),
    comments: await frame.locator('[id^=comment-]').count(),
  }
}

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { beginReply, postReply } from '../support/answerComment.ts'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'
import { layoutShift } from '../support/layoutShift.ts'
import { seeKerry } from './flows.ts'

const PROBES = `<section id="probes">${'<h2>A title</h2><p>Text</p><a href="#a">A link</a><button>Do it</button><input value="a">'.repeat(10)}</section>`

/** Room for a discussion until its script has run, as a page has it that puts a discussion above anything else. */
const ROOM = '<style>soundoff-discussion:not(:defined) { display: block; min-block-size: 100vh }</style>'

test('a page with a discussion in it is otherwise as it was: its elements, styles and globals', async () => {
  const { page, origins } = await openHostPage({
    html: (at) =>
      wrapPage(`${PROBES}${element(at)}`, at, '<style>button { border: 3px dotted red }</style>').replace(
        /<script.*<\/script>/,
        '<script>React = { version: "0.14.0" }, ReactDOM = { of: "the page" }, keep = [React, ReactDOM]</script>',
      ),
  })
  const before = await look(page)
  await page.evaluate(async (origin) => {
    const script = Object.assign(document.createElement('script'), {
      type: 'module',
      src: `${origin}/embed.js`,
    })
    document.body.append(script)
  }, origins.embed)
  await seeKerry(page)
  await beginReply(page, 'wjm', 'I see it differently.')
  await page.getByRole('button', { name: 'Formatting' }).click()
  await postReply(page, 'Ada')
  expect(await look(page)).toEqual(before)
  expect(await page.evaluate('keep[0] === React && keep[1] === ReactDOM')).toBe(true)
})

/** What a page has: the computed styles of fifty of its elements, and everything that is there for all of it. */
function look(page: Page) {
  return page.evaluate(() => ({
    probes: [...document.querySelectorAll('#probes *')].map((element) => {
      const styles = getComputedStyle(element)
      return [...styles].map((property) => `${property}: ${styles.getPropertyValue(property)}`).join('; ')
    }),
    globals: Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    head: document.head.innerHTML,
    title: document.title,
    history: history.length,
  }))
}

test.for(['kerry-to-urge-china', 'an-empty-one'])(
  'what is below “%s” at the top of a page is not seen to move',
  async (discussion) => {
    const { page } = await openHostPage({
      viewport: { width: 360, height: 800 },
      mayOpen: () => true,
      expected: [/404/],
      html: (at) =>
        wrapPage(
          element(at, 'loading="eager"').replace('kerry-to-urge-china', discussion) +
            '<p>Some words of the page. '.repeat(10),
          at,
          `<meta name="viewport" content="width=device-width">${ROOM}`,
        ),
    })
    await page.getByRole('form', { name: 'Post a comment' }).waitFor()
    await page.getByText(discussion === 'an-empty-one' ? 'Be the first to respond' : 'Sort by').waitFor()
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    expect(await layoutShift(page)).toBeLessThan(0.02)
  },
)

test('the loader holds up nothing: no task of it is long, and it fetches nothing that is not wanted yet', async () => {
  const { page, server } = await openHostPage({
    html: (at) => wrapPage(`${element(at, 'loading="manual"')}`, at),
    before: () => {
      new PerformanceObserver((list) => {
        document.documentElement.dataset['long'] = `${list.getEntries().length}`
      }).observe({ type: 'longtask' })
    },
  })
  await page.waitForFunction(() => customElements.get('soundoff-discussion'))
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  expect(await page.evaluate(() => document.documentElement.dataset['long'])).toBe(undefined)
  expect(
    await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    ),
  ).toEqual(['/embed.js'])
  expect(server.requests).toEqual([])
})

import { expect, test } from 'vitest'
import { beginReply, postReply } from '../support/answerComment.ts'
import { bundle } from '../support/bundle.ts'
import { countsShown } from '../support/countsShown.ts'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'
import { seeKerry } from './flows.ts'

/** What old libraries did to all arrays, and what pages do to watch their requests or to live in another time. */
const PATCHES = `<script>
  Array.prototype.last = function () { return this[this.length - 1] }
  Array.prototype.contains = function (value) { return this.includes(value) }
  Array.prototype.toJSON = function () { return '[' + this.map((each) => JSON.stringify(each)).join(', ') + ']' }
  calls = 0
  const ownFetch = window.fetch
  window.fetch = async function (...given) { await null; calls += 1; return ownFetch.apply(window, given) }
  Date = class extends Date {
    constructor(...given) { if (given.length === 0) super(Date.now()); else super(...given) }
    static now() { return super.now() - 86_400_000 * 365 }
  }
</script>`

test('a page that patches arrays, requests and the time has a discussion that works, and keeps its texts', async () => {
  const { page, server } = await openHostPage({
    html: (at) =>
      wrapPage(
        `<soundoff-count discussion="kerry-to-urge-china" backend="${at.backend}"></soundoff-count>${element(at)}`,
        at,
        PATCHES,
      ),
  })
  await seeKerry(page)
  await expect.poll(() => countsShown(page)).toEqual(['25 comments'])
  await page.getByRole('button', { name: 'Collapse thread by wjm' }).click()
  await beginReply(page, 'cmaenergy', 'I see it differently.')
  await page.reload()
  await seeKerry(page)
  await page.getByRole('button', { name: 'Expand thread by wjm' }).waitFor()
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Your reply' }).inputValue())
    .toBe('I see it differently.')
  await postReply(page, 'Ada')
  await expect.poll(() => server.following()).toBe(1)
  expect(await page.evaluate('calls')).toBeGreaterThan(3)
})

test('a page of another React, with several copies of the loader, has one discussion that works beside it', async () => {
  const react = await bundle('support/pageReact.ts', 'pageReact')
  const { page } = await openHostPage({
    others: { '/react.js': react },
    html: (at) =>
      wrapPage(
        `<main></main><script>pageReact.renderPage(document.querySelector('main'), '${at.backend}')</script>`,
        at,
        `<script src="/react.js"></script><script type="module" src="${at.embed}/embed.js?v=2"></script>
        <script type="module" src="${at.embed}/embed.js"></script>`,
      ),
  })
  await seeKerry(page)
  await beginReply(page, 'wjm', 'I see it differently.')
  await page.getByRole('button', { name: 'Clicked 0 times' }).click()
  await page.getByRole('button', { name: 'Clicked 1 times' }).waitFor()
  await postReply(page, 'Ada')
  await page.getByRole('button', { name: 'Clicked 100 times' }).waitFor()
  expect(await page.getByRole('region', { name: 'Discussion' }).count()).toBe(1)
})

/**
 * What bubbles out of a shadow root is heard by the page. A listener of the page that captures hears it before we do, and any script of
 * the page may read what stands in an open shadow root: who must not be read there is to be in a frame (`isolation="frame"`).
 */
const LISTENERS = `<script>
  heard = [], shortcuts = 0
  const types = ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'textInput', 'change', 'compositionstart',
    'compositionupdate', 'compositionend', 'copy', 'cut', 'paste', 'soundoff:ready', 'soundoff:count',
    'soundoff:draft', 'soundoff:posted', 'soundoff:failed']
  for (const target of [document, window]) for (const type of types) target.addEventListener(type, (event) => {
    const { key, data, detail } = event
    const carried = event.clipboardData?.getData('text')
    heard.push([type, key, data, carried, type.includes(':') && JSON.stringify(detail)].filter(Boolean).join(' '))
    if (type === 'keydown' && key === 'j') shortcuts += 1
  })
</script>`

test('a page hears nothing of what somebody writes, and its shortcuts do not take letters for theirs', async () => {
  const { page, context } = await openHostPage({ html: (at) => wrapPage(element(at), at, LISTENERS) })
  await seeKerry(page)
  const field = await beginReply(page, 'wjm', 'jjj secret')
  const session = await context.newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'secret', selectionStart: 6, selectionEnd: 6 })
  await session.send('Input.insertText', { text: 'secret' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await field.press('Control+a')
  for (const keys of ['Control+x', 'Control+v', 'Control+a', 'Control+c']) await field.press(keys)
  expect(await field.inputValue()).toBe('jjj secretsecret')
  expect(await page.evaluate('shortcuts')).toBe(0)
  await field.press('Escape')
  await field.press('Tab')
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Oldest first')
  await page.getByText('Sorted: Oldest first').waitFor()
  await postReply(page, 'Ada')
  const heard = await page.evaluate<string[]>('[...new Set(heard)]')
  expect(heard.filter((each) => / [js]|secret/.test(each))).toEqual([])
  expect(heard).toEqual(expect.arrayContaining(['keydown Escape', 'keydown Tab', 'keyup Escape']))
  await page.getByRole('button', { name: 'Reply to cmaenergy' }).press('j')
  expect(await page.evaluate('shortcuts')).toBe(2)
})

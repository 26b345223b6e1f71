import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { beginReply, postReply } from '../support/answerComment.ts'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'
import { openPage } from '../support/openPage.ts'
import { setAttributes } from '../support/setAttributes.ts'
import { seeKerry } from './flows.ts'

const KERRY = 'kerry-to-urge-china'

/** The elements stand in a component of the page that has a shadow root itself. */
const COMPONENT = `<script>
  told = [], cancels = false
  for (const name of ['ready', 'count', 'draft', 'posted', 'failed', 'navigate'])
    document.addEventListener('soundoff:' + name, (event) => {
      told.push([name, event.detail])
      if (cancels) event.preventDefault()
    })
  customElements.define('page-part', class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: 'open' }).append(document.querySelector('template').content.cloneNode(true))
    }
  })
</script>`

test('the page is told what becomes of a discussion, outside of whatever it is in', async () => {
  const { page, server, origins } = await openHostPage({
    expected: [/40[34]/],
    html: (at) =>
      wrapPage(
        `<template>${element(at, 'loading="eager"')}</template>${COMPONENT}<page-part></page-part>
        ${element(at, 'loading="manual"').replace(KERRY, 'nowhere')}`,
        at,
      ),
  })
  // The backend tells of a comment in two ways, either of which may be the first.
  const told = () => page.evaluate<[string, object][]>('told.toSorted()')
  await seeKerry(page)
  const { comments } = await server.api.listComments({ discussionId: KERRY as never, order: 'newest' })
  const wjm = comments.find(({ author }) => author.name === 'wjm')!
  await beginReply(page, 'wjm', 'I see it')
  const posted = await postReply(page, 'Ada')
  const commentId = (await posted.getAttribute('id'))!.replace('comment-', '')
  await posted.locator('time').click()
  const about = { discussionId: KERRY }
  await expect.poll(told).toEqual([
    ['count', { ...about, count: 25, text: '25 comments', backend: `${origins.backend}/api/v1` }],
    ['count', { ...about, count: 26, text: '26 comments', backend: `${origins.backend}/api/v1` }],
    ['draft', { ...about, commentId: wjm.id, isUnfinished: true }],
    ['draft', { ...about, commentId: wjm.id, isUnfinished: false }],
    ['navigate', { ...about, commentId, url: `${origins.page}/#comment-${commentId}` }],
    ['posted', { ...about, commentId, parentId: wjm.id, status: 'published' }],
    ['ready', { ...about, count: 25 }],
  ])
  expect(page.url()).toBe(`${origins.page}/#comment-${commentId}`)

  await page.evaluate('told.length = 0; document.querySelector("soundoff-discussion").load()')
  await page.getByRole('alert').waitFor()
  await expect
    .poll(told)
    .toEqual([['failed', { discussionId: 'nowhere', doing: 'loading', code: 'not-found' }]])
})

test('permalinks lead to where the page is, with a base of another address, and a page with routes of its own has its way', async () => {
  const { page, server, origins } = await openHostPage({
    path: '/articles/5?page=2',
    others: { '/articles/5': (at) => wrapPage(`${COMPONENT}${element(at)}`, at, '<base href="/">') },
    html: 'elsewhere',
  })
  await seeKerry(page)
  await beginReply(page, 'wjm', 'I see it differently.')
  await postReply(page, 'Ada')
  const { comments } = await server.api.listComments({ discussionId: KERRY as never, order: 'newest' })
  const here = `${origins.page}/articles/5?page=2`
  const [first, second] = comments.map(({ id }) => ({
    id,
    link: page.locator(`[id="comment-${id}"] a[class*=link]`),
  }))
  await first!.link.hover()
  expect(await first!.link.evaluate((link: HTMLAnchorElement) => link.href)).toBe(
    `${here}#comment-${first!.id}`,
  )
  await page.evaluate(
    `hashes = []; addEventListener('hashchange', ({ oldURL, newURL }) => hashes.push(oldURL, newURL))`,
  )
  // Browsers tell of a new hash in a task of its own, after the click.
  const hashes = () => page.evaluate('hashes')
  await first!.link.click()
  expect(page.url()).toBe(`${here}#comment-${first!.id}`)
  await expect.poll(hashes).toEqual([here, page.url()])
  await first!.link.click()
  await expect.poll(hashes).toEqual([here, page.url(), page.url(), page.url()])
  await second!.link.focus()
  expect(await second!.link.evaluate((link: HTMLAnchorElement) => link.href)).toBe(
    `${here}#comment-${second!.id}`,
  )

  await page.evaluate('location.hash = "#/articles/5"; told.length = 0; cancels = true')
  await second!.link.press('Enter')
  expect(await page.evaluate('told')).toEqual([
    ['navigate', { discussionId: KERRY, commentId: second!.id, url: `${here}#comment-${second!.id}` }],
  ])
  expect(page.url()).toBe(`${here}#/articles/5`)
})

test('a comment is told to the page that it was written in, and a new order tells nothing again', async () => {
  const { page, context, origins } = await openHostPage({
    html: (at) => wrapPage(`${COMPONENT}${element(at)}`, at),
  })
  const { page: other } = await openPage('/', {
    context,
    origin: origins.page,
    expected: Object.values(origins).map((origin) => new RegExp(`^other origin: ${origin}/`)),
  })
  const names = (at: Page) => at.evaluate<string[]>('told.map(([name]) => name).toSorted()')
  await seeKerry(page)
  await seeKerry(other)
  await beginReply(page, 'wjm', 'I see it')
  await postReply(page, 'Ada')
  await expect.poll(() => names(page)).toEqual(['count', 'count', 'draft', 'draft', 'posted', 'ready'])
  await other.getByRole('article', { name: 'Reply by Ada' }).first().waitFor()
  // The tabs tell each other of drafts.
  await expect
    .poll(async () => (await names(other)).filter((name) => name !== 'draft'))
    .toEqual(['count', 'count', 'ready'])

  await setAttributes(other, { order: 'oldest' })
  await expect.poll(() => other.getByRole('combobox').inputValue()).toBe('oldest')
  await other.getByRole('article', { name: 'Comment by cmaenergy' }).waitFor()
  expect((await names(other)).filter((name) => name !== 'draft')).toEqual(['count', 'count', 'ready'])
})

import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { publint } from 'publint'
import { expect, inject, test } from 'vitest'
import type { CommentsServer } from '../support/commentsServer.ts'
import { isOnServer } from '../support/host.ts'
import { openPage } from '../support/openPage.ts'
import { elementSite, reactSite } from '../support/packageSites.ts'
import { checkResolutions, makeSite } from '../support/packageSite.ts'
import { postComment, seeKerry } from './flows.ts'

declare global {
  interface Window {
    /** What the discussion of the React site told it. */
    told: string[]
    /** The host of a discussion that was there. */
    formerHost: HTMLElement | null
  }
}

/** Two installations, a type check and a build take it on a machine that has much else to do. */
const PATIENCE_MS = 90_000

const archive = inject('packageArchive')

test.skipIf(isOnServer)('what is packed resolves wherever modules do, and so do its types', async () => {
  const { messages } = await publint({
    pack: { tarball: Uint8Array.from(await readFile(archive)).buffer },
    strict: true,
  })
  expect(messages).toEqual([])
  await checkResolutions(archive)
})

test(
  'a React site shows a discussion, changes it, is told of it, and takes it away without a trace',
  async () => {
    const site = await makeSite(
      archive,
      ['react', 'react-dom', '@types/react', '@types/react-dom'],
      reactSite,
    )
    await site.checkTypes()
    await site.runScript('server.mjs')
    const { host, server } = await site.serve()
    const open = (query: string) =>
      openPage(`/?${query}`, {
        origin: host.origin,
        expected: [new RegExp(`^other origin: ${server.origin}/`)],
      })
    const { page } = await open(`backend=${server.origin}`)
    await seeKerry(page)
    expect(await page.getByRole('link', { name: 'All comments' }).isVisible()).toBe(false)

    await postComment(page, 'Ada', 'From a site of mine.')
    const posted = page.getByRole('article', { name: 'Comment by Ada' }).and(page.locator('[id^=comment-]'))
    await posted.locator('time').click()
    const id = (await posted.getAttribute('id'))?.replace('comment-', '')
    await expect
      .poll(() => page.evaluate(() => window.told))
      .toEqual(expect.arrayContaining(['begun', 'done', '26 comments', 'published', id]))
    expect(await page.evaluate(() => window.told.slice(0, 2))).toEqual(['ready 25 light', '25 comments'])
    expect(new URL(page.url()).hash).toBe('')

    const drawn = page.locator('#talk.talk [data-soundoff]')
    expect(await drawn.getAttribute('data-theme')).toBe('light')
    await page.getByRole('button', { name: 'Dark' }).click()
    await expect.poll(() => drawn.getAttribute('data-theme')).toBe('dark')
    await expect.poll(() => server.following()).toBe(1)

    await page.evaluate(() => {
      window.formerHost = document.querySelector('#talk')
    })
    await page.getByRole('button', { name: 'Remove' }).click()
    await expect.poll(() => server.following()).toBe(0)
    const left = await page.evaluate(() => {
      for (const type of ['hashchange', 'online', 'focus', 'scroll', 'storage'])
        dispatchEvent(new Event(type))
      const { isConnected, shadowRoot } = window.formerHost!
      return [isConnected, shadowRoot?.childNodes.length, shadowRoot?.adoptedStyleSheets.length]
    })
    expect(left).toEqual([false, 0, 0])

    const forOne = listings(server)
    const { page: twice } = await open(`twice&backend=${server.origin}`)
    for (const place of ['#talk', '#other'])
      await twice.locator(place).getByRole('article', { name: 'Comment by cmaenergy' }).waitFor()
    expect(listings(server)).toBe(2 * forOne)

    const { page: alone } = await open('backend=browser')
    await postComment(alone, 'Ada', 'To a backend of this page.')
    await alone.getByRole('heading', { name: '1 response' }).waitFor()
  },
  PATIENCE_MS,
)

test(
  'a site without React has the elements, and fetches the application for a discussion only',
  async () => {
    const site = await makeSite(archive, [], elementSite)
    await site.checkTypes()
    const { host, server } = await site.serve()
    const open = (query: string) =>
      openPage(`/?${query}`, {
        origin: host.origin,
        expected: [new RegExp(`^other origin: ${server.origin}/`)],
      })
    const hasApplication = () => host.asked.some((path) => path.includes('/application-'))
    const { page: counting } = await open(`count&backend=${server.origin}`)
    await expect.poll(() => counted(counting)).toBe('25 comments')
    expect(hasApplication()).toBe(false)

    const { page } = await open(`backend=${server.origin}`)
    await seeKerry(page)
    expect(hasApplication()).toBe(true)
    await expect.poll(() => page.title()).toBe('25 at this page')
    await postComment(page, 'Ada', 'From an element of mine.')
    await expect.poll(() => counted(page)).toBe('26 comments')
  },
  PATIENCE_MS,
)

/** What the element of the count says. */
function counted(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('soundoff-count')?.shadowRoot?.textContent)
}

/** How often the comments have been asked for. */
function listings({ requests }: CommentsServer): number {
  return requests.filter((request) => /^GET .*\/comments\?/.test(request)).length
}

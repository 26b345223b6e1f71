import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, inject, onTestFinished, test } from 'vitest'
import { startComments } from '../support/startComments.ts'
import { openHostPage, readKerry, type HostPageOptions } from '../support/hostPage.ts'
import { layoutShift } from '../support/layoutShift.ts'
import { makeSite } from '../support/packageSite.ts'
import { postComment } from './flows.ts'

type Server = typeof import('../../src/packageServer.ts')

/** An installation takes it on a machine that has much else to do. */
const PATIENCE_MS = 90_000
const LISTING = /^GET .*\/comments\?/

test(
  'what a server has drawn is read without scripts, and is gone on from by the element with what was typed meanwhile',
  async () => {
    const { renderDiscussion } = await installServer()
    const drawing = await startComments({ allowedOrigins: [], seed: [readKerry()] })
    onTestFinished(() => drawing.close())
    const shown = { discussion: 'kerry-to-urge-china', backend: drawing.origin, pageUrl: '/an-article' }
    const drawn = await renderDiscussion(shown)
    for (const backend of ['browser', '/comments', 'comments.example', '']) {
      await expect(renderDiscussion({ ...shown, backend })).rejects.toThrow(/absolute address/)
    }
    const html: HostPageOptions['html'] = ({ backend }) =>
      `<!doctype html><html lang="en"><title>Somebody’s page</title><link rel="icon" href="data:,">
      <h1>An article</h1>${drawn.replaceAll(drawing.origin, backend)}<footer>The end</footer></html>`

    const { page: still } = await openHostPage({ html, javaScript: false })
    await still.getByRole('article', { name: 'Comment by cmaenergy' }).waitFor()
    expect(await still.getByRole('article', { name: /^(Comment|Reply) by/ }).count()).toBe(25)
    expect(await still.getByRole('textbox').count()).toBe(0)

    const { page, server, origins } = await openHostPage({ html })
    await page.evaluate(() => {
      Object.assign(window, { drawnBefore: commentsOf('soundoff-discussion') })
      function commentsOf(name: string) {
        return [...document.querySelector(name)!.shadowRoot!.querySelectorAll('article')]
      }
    })
    await page.getByRole('textbox', { name: 'Comment' }).pressSequentially('Typed before any script.')
    await page.addScriptTag({ type: 'module', url: `${origins.embed}/embed.js` })
    await expect.poll(() => server.following()).toBe(1)
    const kept = await page.evaluate(() => {
      const before: unknown = Reflect.get(window, 'drawnBefore')
      const now = [...document.querySelector('soundoff-discussion')!.shadowRoot!.querySelectorAll('article')]
      return (
        Array.isArray(before) && before.length === 25 && now.every((each, index) => each === before[index])
      )
    })
    expect(kept).toBe(true)
    expect(server.requests.filter((request) => LISTING.test(request))).toEqual([])
    expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('Typed before any script.')
    expect(await layoutShift(page)).toBeLessThanOrEqual(0.02)

    await postComment(page, 'Ada', 'And posted by scripts.')
    await page.getByRole('article', { name: 'Comment by Ada' }).and(page.locator('[id^=comment-]')).waitFor()
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Oldest first')
    await page.getByRole('button', { name: 'Reply to cmaenergy' }).click()
    await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
  },
  PATIENCE_MS,
)

test(
  'what a server has drawn in German, or in English for a German page, goes on in German with what was typed',
  async () => {
    const { renderDiscussion } = await installServer()
    const drawing = await startComments({ allowedOrigins: [], seed: [readKerry()] })
    onTestFinished(() => drawing.close())
    const shown = { discussion: 'kerry-to-urge-china', backend: drawing.origin }
    for (const [options, field] of [
      [{ ...shown, lang: 'de-AT' }, 'Kommentar'],
      [shown, 'Comment'],
    ] as const) {
      const drawn = await renderDiscussion(options)
      const { page, server, origins } = await openHostPage({
        html: ({ backend }) =>
          `<!doctype html><html lang="de-AT"><title>Eine Seite</title><link rel="icon" href="data:,">
          <h1>Ein Artikel</h1>${drawn.replaceAll(drawing.origin, backend)}</html>`,
      })
      await page.getByRole('textbox', { name: field, exact: true }).pressSequentially('Schon getippt.')
      const typed = await page.getByRole('textbox', { name: field, exact: true }).elementHandle()
      await page.addScriptTag({ type: 'module', url: `${origins.embed}/embed.js` })
      await page.getByRole('button', { name: 'Auf Hapa antworten' }).waitFor()
      await expect.poll(() => server.following()).toBe(1)
      expect(await typed?.evaluate((each: HTMLTextAreaElement) => [each.isConnected, each.value])).toEqual([
        true,
        'Schon getippt.',
      ])
      expect(server.requests.filter((request) => LISTING.test(request))).toEqual([])
      expect(await page.locator('[data-soundoff]').getAttribute('lang')).toBe('de-AT')
    }
  },
  PATIENCE_MS,
)

/** The entry for servers, from the package as it is packed and installed. */
async function installServer(): Promise<Server> {
  const site = await makeSite(inject('packageArchive'), [], {})
  const installed = join(site.folder, 'node_modules/soundoff/dist/package')
  // It comes with the licences of what is in it.
  expect(await readFile(join(installed, 'licences-server.md'), 'utf8')).toContain('preact-render-to-string')
  return import(pathToFileURL(join(installed, 'server.js')).href)
}

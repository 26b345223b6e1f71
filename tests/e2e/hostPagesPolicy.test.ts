import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { beginReply, postReply } from '../support/answerComment.ts'
import { startApiHost } from '../support/apiHost.ts'
import { startComments } from '../support/startComments.ts'
import { countsShown } from '../support/countsShown.ts'
import { element, openHostPage, readKerry, wrapPage, type Origins } from '../support/hostPage.ts'
import { serviceOver } from '../support/serviceOver.ts'
import { seeKerry } from './flows.ts'

/** As narrow as a policy can be: hosts of what a discussion needs, and the icon of the page itself. */
const strict = ({ embed, backend }: Origins) =>
  `default-src 'none'; script-src ${embed}; connect-src ${backend}; img-src data:; require-trusted-types-for 'script'`

test.for([
  ['no names of policies', '', 'Said **loudly**.', []],
  ['the name of ours', '; trusted-types soundoff-paste', 'Said **loudly**.', []],
  ['a ban on all of them', "; trusted-types 'none'", 'Said loudly.', ['trusted-types soundoff-paste']],
] as const)(
  'a policy of exact hosts, with %s, refuses nothing that is needed',
  async ([, more, pasted, refused]) => {
    const { page } = await openHostPage({
      before: noteRefusals,
      expected: [/named 'soundoff-paste' violates/],
      headers: (at) => ({ 'Content-Security-Policy': strict(at) + more, 'Referrer-Policy': 'no-referrer' }),
      html: (at) => wrapPage(element(at, 'loading="eager"'), at),
    })
    await seeKerry(page)
    const field = await beginReply(page, 'wjm', '')
    await page.getByRole('button', { name: 'Formatting' }).waitFor()
    await paste(page, 'Said <b>loudly</b>.', 'Said loudly.')
    await expect.poll(() => field.inputValue()).toBe(pasted)
    await postReply(page, 'Ada')
    await page
      .getByRole('article', { name: 'Reply by Ada' })
      .getByText(/Said .*loudly/)
      .waitFor()
    expect(await page.evaluate('refused')).toEqual(refused)
  },
)

/** Before anything of the page runs. */
function noteRefusals(): void {
  const refused: string[] = []
  Object.assign(window, { refused })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    refused.push(`${violatedDirective} ${sample || blockedURI}`)
  })
}

async function paste(page: Page, html: string, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(
    ({ html, text }) => {
      const blob = (type: string, content: string) => ({ [type]: new Blob([content], { type }) })
      return navigator.clipboard.write([
        new ClipboardItem({ ...blob('text/html', html), ...blob('text/plain', text) }),
      ])
    },
    { html, text },
  )
  await page.keyboard.press('Control+V')
}

test('a page that is isolated from other origins has a discussion all the same', async () => {
  const { page, server } = await openHostPage({
    headers: () => ({
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'clipboard-read=(), local-fonts=(), storage-access=()',
    }),
    html: (at) => wrapPage(element(at), at),
  })
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  await seeKerry(page)
  await beginReply(page, 'wjm', 'I see it differently.')
  await postReply(page, 'Ada')
  await expect.poll(() => server.following()).toBe(1)
})

test('a backend that does not know the page is told as one that cannot be reached, in place', async () => {
  const stranger = await startComments({
    allowedOrigins: ['https://another.example'],
    seed: [readKerry()],
  })
  onTestFinished(() => stranger.close())
  const { page } = await openHostPage({
    expected: [new RegExp(stranger.origin), /net::ERR_FAILED/],
    html: (at) => wrapPage(element({ backend: stranger.origin }), at),
  })
  const alert = page.getByRole('region', { name: 'Discussion' }).getByRole('alert')
  await alert.getByText('could not be reached').waitFor()
  const asked = stranger.requests.length
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => stranger.requests.length).toBeGreaterThan(asked)
  await alert.getByText('could not be reached').waitFor()
})

test('what cannot be reached is there once it can be, and is tried again', async () => {
  const store = createMemoryStore()
  await store.importDiscussion(readKerry(), { replace: false })
  const backend = await startApiHost(serviceOver(store).handle)
  onTestFinished(() => backend.stop())
  backend.die()
  const { page } = await openHostPage({
    expected: [new RegExp(backend.origin), /net::ERR_/],
    html: (at) =>
      wrapPage(
        `<soundoff-count discussion="kerry-to-urge-china" backend="${backend.origin}">comments</soundoff-count>
        ${element({ backend: backend.origin }, 'loading="manual"')}`,
        at,
      ),
  })
  await page.context().route('**/embed/application-*', (route) => route.abort())
  await page.evaluate(() => document.querySelector('soundoff-discussion')!.load())
  await page.getByRole('alert').getByText('could not be loaded').waitFor()
  await page.context().unroute('**/embed/application-*')
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('alert').getByText('could not be reached').waitFor()
  expect(await countsShown(page)).toEqual(['comments'])
  backend.die(false)
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  await seeKerry(page)
  await expect.poll(() => countsShown(page)).toEqual(['25 comments'])
  await beginReply(page, 'wjm', 'I see it differently.')
  await postReply(page, 'Ada')
})

test('a page in a sandbox, which has no origin and keeps nothing, has a discussion for as long as it is open', async () => {
  const store = createMemoryStore()
  await store.importDiscussion(readKerry(), { replace: false })
  const backend = await startApiHost(serviceOver(store).handle)
  onTestFinished(() => backend.stop())
  const { page, origins } = await openHostPage({
    expected: [new RegExp(backend.origin), /blocked by CORS policy/, /net::ERR_FAILED/],
    headers: () => ({ 'Content-Security-Policy': 'sandbox allow-scripts allow-forms' }),
    html: (at) => wrapPage(element({ backend: backend.origin }), at),
  })
  await page.context().route(`${origins.embed}/**`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'Access-Control-Allow-Origin': '*' } })
  })
  await page.reload()
  await seeKerry(page)
  await beginReply(page, 'wjm', 'I see it differently.')
  await page.getByText('This browser could not store your text').first().waitFor()
  await postReply(page, 'Ada')
})

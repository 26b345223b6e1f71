import { act } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { hydrateRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Api } from '../../src/api/contract.ts'
import type { ArticleId } from '../../src/domain/ids.ts'
import { openTranscript } from '../../src/hosts/transcriptApi.ts'
import { renderPage } from '../../src/prerender.tsx'
import { createDeviceStorage } from '../../src/ui/parts/deviceStorage.ts'

const template = readFileSync('index.html', 'utf8')
const kerry = readFileSync('public/transcripts/kerry-to-urge-china.txt', 'utf8')
const articleId = 'sample' as ArticleId

/** A page whose first comment is Markdown. */
async function draw(body: string) {
  const api = await openTranscript(kerry, articleId)
  const withMarkdown: Api = {
    ...api,
    listComments: async (input, options) => {
      const page = await api.listComments(input, options)
      const [first, ...rest] = page.comments
      return first ? { ...page, comments: [{ ...first, body, format: 'markdown' }, ...rest] } : page
    },
  }
  const html = await renderPage({ api: withMarkdown, articleId, template })
  return { api: withMarkdown, html, drawn: new DOMParser().parseFromString(html, 'text/html') }
}

test('the page comes with its Markdown drawn in its place, however much of it there is', async () => {
  const { drawn } = await draw('**word** [a](https://a.example) '.repeat(100))
  const first = drawn.querySelector('article[id^="comment-"]')
  expect(first?.querySelectorAll('p > strong')).toHaveLength(100)
  expect(first?.querySelectorAll('p > a[href="https://a.example/"]')).toHaveLength(100)
  expect(first?.textContent).not.toContain('**')
  expect(drawn.querySelectorAll('template, [hidden]:not([hidden="until-found"])')).toHaveLength(0)
  expect(Array.from(drawn.scripts, ({ textContent }) => textContent).join('')).not.toContain('$RC')
})

test('what came drawn stays in its place while its code is on the way, and is taken over without a difference', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => complaints.mockRestore())
  const { api, html, drawn } = await draw('**word** of *mine*')
  // As in a browser, which has none of the code that the page was drawn with.
  vi.resetModules()
  const { Root, ambient, queryClient } = await startPage(api, html)
  const place = document.body.appendChild(document.adoptNode(drawn.getElementById('page')!))
  // Where scripts run, it takes itself away.
  place.querySelector('script')?.remove()
  const strong = place.querySelector('article strong')
  const differences: unknown[] = []
  const root = hydrateRoot(
    place,
    <Root queryClient={queryClient} ambient={ambient} findArticleId={() => Promise.resolve(articleId)} />,
    { onRecoverableError: (error) => differences.push(error) },
  )
  onTestFinished(() => {
    root.unmount()
    place.remove()
  })
  const seen = new Set<string>()
  const watch = new MutationObserver(() =>
    seen.add(place.querySelector('article[id^="comment-"] p')!.innerHTML),
  )
  watch.observe(place, { childList: true, subtree: true, characterData: true })
  await act(async () => {
    await import('../../src/ui/markdown/MarkdownBody.tsx')
  })
  await act(async () => {})
  watch.disconnect()
  expect(strong?.textContent).toBe('word')
  expect(place.querySelector('article strong')).toBe(strong)
  expect([...seen].filter((markup) => !markup.includes('<strong>word</strong>'))).toEqual([])
  expect(differences).toEqual([])
})

/** What the page's own script starts with, from modules of its own. */
async function startPage(api: Api, html: string) {
  const [
    { Root },
    pageData,
    { createQueryClient },
    { createDrafts },
    { createOutbox },
    { english },
    { createMinuteClock },
  ] = await Promise.all([
    import('../../src/page/Root.tsx'),
    import('../../src/page/pageData.ts'),
    import('../../src/ui/queryClient.ts'),
    import('../../src/ui/drafts/drafts.ts'),
    import('../../src/ui/outbox/outbox.ts'),
    import('../../src/ui/messages/english.ts'),
    import('../../src/ui/parts/minuteClock.ts'),
  ])
  const text =
    new DOMParser().parseFromString(html, 'text/html').getElementById('page-data')?.textContent ?? ''
  const data = pageData.parsePageData(text)
  if (!data) throw new Error('The page came without its data')
  const queryClient = createQueryClient()
  pageData.cachePageData(queryClient, api, data)
  const device = createDeviceStorage(() => localStorage)
  const ambient = {
    api,
    findSharedName: () => Promise.resolve(null),
    messages: english,
    readerLocales: ['en'],
    minuteClock: createMinuteClock(() => new Date()),
    drafts: createDrafts(device),
    outbox: createOutbox(device, () => {}),
    device,
    tab: createDeviceStorage(() => sessionStorage),
  }
  return { Root, ambient, queryClient }
}

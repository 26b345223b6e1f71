import { act } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { hydrateRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Api } from '../../src/api/contract.ts'
import type { ArticleId } from '../../src/domain/ids.ts'
import { openTranscript } from '../../src/hosts/transcriptApi.ts'
import { cachePageData, parsePageData } from '../../src/page/pageData.ts'
import { Root } from '../../src/page/Root.tsx'
import { renderPage } from '../../src/prerender.tsx'
import { createQueryClient } from '../../src/ui/queryClient.ts'
import { generateDiscussionTranscript } from '../support/generateTranscript.ts'
import { createAmbient } from '../support/renderAmbient.tsx'

const template = readFileSync('index.html', 'utf8')
const kerry = readFileSync('public/transcripts/kerry-to-urge-china.txt', 'utf8')
const extremes = readFileSync('tests/fixtures/transcripts/extremes.txt', 'utf8')

const HOSTILE =
  '</title></script><script>evil()</script><img src=x onerror=evil()><!--<script>"\' &lt; $& -->'
const hostile = `${HOSTILE}
April 11th, 2013
07:36 PM ET

By ${HOSTILE}

${HOSTILE}

soundoff (One Response)
  1. ${HOSTILE}

    ${HOSTILE}

    April 13, 2013 at 5:39 pm | Reply
`

async function draw(text: string): Promise<{ document: Document; html: string; api: Api }> {
  const id = 'sample' as ArticleId
  const api = await openTranscript(text, id)
  const html = await renderPage({ api, articleId: id, template })
  return { document: new DOMParser().parseFromString(html, 'text/html'), html, api }
}

test('the head tells search engines and cards what the article is', async () => {
  const { document } = await draw(kerry)
  const told = Array.from(document.querySelectorAll('head > meta[content]'), (element) => [
    element.getAttribute('name') ?? element.getAttribute('property'),
    element.getAttribute('content'),
  ])
  const title = 'Kerry to urge China to pressure North Korea'
  const description =
    'The Obama administration says China is increasingly frustrated by the provocative actions of North Korea and Secretary of State John Kerry will try to convince…'
  expect(document.title).toBe(title)
  expect(told.slice(2)).toEqual([
    ['description', description],
    ['author', 'Jill Dougherty'],
    ['og:type', 'article'],
    ['og:site_name', 'Soundoff'],
    ['og:title', title],
    ['og:description', description],
    ['article:published_time', '2013-04-11T23:36:00.000Z'],
    ['twitter:card', 'summary'],
    ['twitter:title', title],
    ['twitter:description', description],
  ])
})

test('an article that the backend does not have has no page', async () => {
  const api = await openTranscript(kerry, 'sample' as ArticleId)
  const drawing = renderPage({ api, articleId: 'other' as ArticleId, template })
  await expect(drawing).rejects.toMatchObject({ problem: { code: 'not-found', resource: 'article' } })
})

test('what is typed early in the page of a backend elsewhere is kept for that backend', async () => {
  const api = await openTranscript(kerry, 'sample' as ArticleId)
  const base = 'https://comments.test/api/v1'
  const html = await renderPage({ api, articleId: 'sample' as ArticleId, template, base })
  expect(html).toContain(`"soundoff@${base}:name"`)
  expect(html).not.toContain('"soundoff:name"')
})

test('nothing that a transcript holds is more than text, wherever it stands', async () => {
  const { document } = await draw(hostile)
  expect(document.title).toBe(HOSTILE)
  expect(document.querySelectorAll('img, [onerror]')).toHaveLength(0)
  const scripts = Array.from(document.scripts, ({ type }) => type)
  expect(scripts).toEqual(['', 'application/json', 'application/ld+json', ''])
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT)
  while (comments.nextNode()) expect(comments.currentNode.nodeValue).toBe(' ')

  const named = document.querySelector('article[aria-label^="Comment by"]')
  expect(named?.getAttribute('aria-label')).toBe(`Comment by ${HOSTILE}`)
  expect(named?.querySelector('bdi')?.textContent).toBe(HOSTILE)
  expect(document.querySelector('h1')?.textContent).toBe(HOSTILE)
  const data = parsePageData(document.getElementById('page-data')?.textContent ?? '')
  expect(data?.comments.comments[0]).toMatchObject({ author: { name: HOSTILE }, body: HOSTILE })
  const told: unknown = JSON.parse(document.querySelector('[type="application/ld+json"]')?.textContent ?? '')
  expect(told).toMatchObject({
    '@graph': [{ headline: HOSTILE }, { comment: [{ text: HOSTILE, author: { name: HOSTILE } }] }],
  })
  expect(document.querySelector('[property="og:title"]')?.getAttribute('content')).toBe(HOSTILE)
})

test.for([
  ['Kerry', kerry],
  ['extremes', extremes],
  ['hostile', hostile],
  ['2,000 comments', generateDiscussionTranscript({ seed: 7, count: 2_000 })],
] as const)(
  'the page of %s is taken over without a difference, by one whose device keeps other things',
  async ([, text]) => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => complaints.mockRestore())
    const { document: drawn, api } = await draw(text)
    const data = parsePageData(drawn.getElementById('page-data')?.textContent ?? '')
    if (!data) throw new Error('The page came without its data')
    const place = document.body.appendChild(document.adoptNode(drawn.getElementById('page')!))
    // Where scripts run, it takes itself away.
    place.querySelector('script')?.remove()
    localStorage.setItem('soundoff:theme', 'dark')
    localStorage.setItem('soundoff:name', 'Ada')
    localStorage.setItem('soundoff:rules-closed', 'yes')
    localStorage.setItem(
      `soundoff:folds:${data.discussion.id}`,
      JSON.stringify([data.comments.comments[0]?.id]),
    )
    const network = { isOnline: () => true, subscribe: () => () => {} }
    const ambient = { ...createAmbient(api, { network, stored: localStorage }), readerLocales: ['de'] }
    const queryClient = createQueryClient()
    cachePageData(queryClient, api, data)
    const differences: unknown[] = []
    await act(async () => {
      const root = hydrateRoot(
        place,
        <Root
          queryClient={queryClient}
          ambient={ambient}
          findArticleId={() => Promise.reject(new Error())}
        />,
        { onRecoverableError: (error) => differences.push(error) },
      )
      onTestFinished(() => {
        root.unmount()
        place.remove()
      })
    })
    expect(differences).toEqual([])
    // Both renderers run in this one process, which React would have told us not to do.
    const told = complaints.mock.calls.filter(
      ([text]) => !String(text).startsWith('Detected multiple renderers'),
    )
    expect(told).toEqual([])
    // It did go on: what the device keeps is shown, and times are the reader's.
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(place.querySelector<HTMLInputElement>('#form-new input')?.value).toBe('Ada')
    expect(place.querySelector('article time')?.getAttribute('lang')).toBe('de')
    expect(place.textContent).not.toContain(' UTC')
  },
)

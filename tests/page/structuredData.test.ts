import { expect, test } from 'vitest'
import type { ArticleId, CommentId } from '../../src/domain/ids.ts'
import { openTranscript } from '../../src/hosts/transcriptApi.ts'
import { headOf } from '../../src/page/head.ts'
import { loadPageData, type PageData } from '../../src/page/pageData.ts'
import { structuredData } from '../../src/page/structuredData.ts'

const id = 'sample' as ArticleId

const TEXT = `A title
April 11th, 2013
07:36 PM ET

By Jill Dougherty

The first paragraph.

soundoff (3 Responses)
  1. Ada

    Begins.

    April 13, 2013 at 5:39 pm | Reply
    • Bo

      Answers.

      April 13, 2013 at 6:00 pm | Reply
  2. Cy


    April 13, 2013 at 4:00 pm | Reply
`

async function load(): Promise<PageData> {
  return loadPageData(await openTranscript(TEXT, id), id)
}

test('the article and its discussion are told as schema.org has them, comments as they answer each other', async () => {
  const data = await load()
  const [ada, bo] = data.comments.comments
  const person = (name: string) => ({ '@type': 'Person', name })
  expect(JSON.parse(JSON.stringify(structuredData(data)))).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        '@id': '#article',
        headline: 'A title',
        datePublished: '2013-04-11T23:36:00.000Z',
        author: person('Jill Dougherty'),
        commentCount: 3,
        description: 'The first paragraph.',
      },
      {
        '@type': 'DiscussionForumPosting',
        '@id': '#discussion',
        headline: 'A title',
        datePublished: '2013-04-11T23:36:00.000Z',
        author: person('Jill Dougherty'),
        commentCount: 3,
        text: 'The first paragraph.',
        url: '#discussion',
        about: { '@id': '#article' },
        // The one without text is left out.
        comment: [
          {
            '@type': 'Comment',
            text: 'Begins.',
            author: person('Ada'),
            datePublished: '2013-04-13T21:39:00.000Z',
            url: `#comment-${ada?.id}`,
            comment: [
              {
                '@type': 'Comment',
                text: 'Answers.',
                author: person('Bo'),
                datePublished: '2013-04-13T22:00:00.000Z',
                url: `#comment-${bo?.id}`,
              },
            ],
          },
        ],
      },
    ],
  })
})

test('where the address of the article is known it is told, if it is one of the web', async () => {
  const data = await load()
  const at = (url: string) => ({ ...data, discussion: { ...data.discussion, url } })
  const told = JSON.stringify(structuredData(at('https://news.example/kerry?a=1&b=2#top')))
  expect(told).toContain('"url":"https://news.example/kerry?a=1&b=2#discussion"')
  expect(headOf(at('https://news.example/kerry?a=1&b=2#top'))).toContain(
    '<link rel="canonical" href="https://news.example/kerry?a=1&amp;b=2" />',
  )
  for (const url of ['javascript:alert(1)', 'news.example', '']) {
    expect(JSON.stringify(structuredData(at(url)))).toContain('"url":"#discussion"')
    expect(headOf(at(url))).not.toMatch(/canonical|og:url/)
  }
})

test('nothing is drawn before the page is readied', async () => {
  expect(headOf(await load())).toContain('<link rel="expect" href="#page-ready" blocking="render" />')
})

test('of a long page as many comments are told as 40 kB hold, and of one that is deleted only that it was', async () => {
  const data = await load()
  const [first] = data.comments.comments
  const comments = Array.from({ length: 10 }, (_, index) => ({
    ...first!,
    id: `c${index}` as CommentId,
    body: 'ü'.repeat(5_000),
    parentId: null,
  }))
  const gone = {
    ...first!,
    id: 'gone' as CommentId,
    body: '',
    status: 'deleted' as const,
    author: { name: '' },
  }
  const below = { ...first!, id: 'below' as CommentId, parentId: gone.id }
  const page = { ...data.comments, comments: [gone, below, ...comments] }
  const told = JSON.stringify(structuredData({ ...data, comments: page }))
  expect(told.match(/üüü/g)?.length).toBeGreaterThan(0)
  expect(told.match(/#comment-c\d/g)).toEqual(['#comment-c0', '#comment-c1', '#comment-c2'])
  expect(told).toMatch(/"url":"#comment-gone","creativeWorkStatus":"Deleted","comment":\[.*#comment-below"/)
})

import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { article, openedDiscussion } from '../../../src/api/schemas.ts'
import type { ArticleId, DiscussionId } from '../../../src/domain/ids.ts'
import { createOpener, newId, page, url } from './opener.ts'
import { unique, write, type Probe } from './probe.ts'

/**
 * How a discussion begins that a page has and the backend does not know yet. Left out for a backend that opens none, such as the built
 * page's own, which is held to refusing instead.
 */
export function openingSuite({ api, opens, get, post }: Probe): void {
  const put = createOpener(get)

  describe('opening a discussion', () => {
    test('that is not here makes an empty one, which is read and written as any other', async ({ skip }) => {
      skip(!opens())
      const id = newId()
      const response = await put(id, { url, title: ' My post\n' })
      expect([response.status, response.headers.get('ETag')]).toEqual([201, null])
      const { isNew, ...opened } = v.parse(openedDiscussion, await response.json())
      expect(isNew).toBe(true)
      expect(opened).toEqual({
        id,
        articleId: id,
        title: 'My post',
        url,
        declaredCount: null,
        importedCount: 0,
        count: 0,
        threadCount: 0,
        closed: false,
        maxDepth: 5,
        rules: null,
        version: 0,
        now: expect.any(String),
      })
      expect(await api().readDiscussion({ discussionId: id })).toEqual({ ...opened, now: expect.any(String) })
      expect(await api().listComments({ discussionId: id })).toMatchObject({ comments: [], total: 0 })
      expect((await post(write('The first'), {}, id)).status).toBe(201)
      expect(await api().readCounts({ discussionIds: [id] })).toEqual({ [id]: 1 })
    })

    test('gives its article the title and no text', async ({ skip }) => {
      skip(!opens())
      const id = newId()
      await put(id, page)
      expect(v.parse(article, await (await get(`/articles/${id}`)).json())).toEqual({
        id,
        discussionId: id,
        title: 'My post',
        byline: null,
        publishedAt: null,
        dateline: null,
        blocks: [],
      })
    })

    test('again changes nothing, whatever is said of the page', async ({ skip }) => {
      skip(!opens())
      const discussionId = newId()
      await put(discussionId, page)
      await post(write('Stays'), {}, discussionId)
      const before = await api().readDiscussion({ discussionId })
      const again = await put(discussionId, { url: 'https://other.example/', title: 'Other' })
      expect([again.status, await again.json()]).toEqual([
        200,
        { ...before, now: expect.any(String), isNew: false },
      ])
      expect(await api().readArticle({ articleId: discussionId as string as ArticleId })).toMatchObject({
        title: 'My post',
      })
    })

    test('by many at once opens it once, and loses nothing that is written meanwhile', async ({ skip }) => {
      skip(!opens())
      const discussionId = newId()
      const open = async (n: number) => {
        const response = await put(discussionId, { url: `${url}?from=${n}`, title: `Page ${n}` })
        const { isNew, now: _, ...opened } = v.parse(openedDiscussion, await response.json())
        const written = await post(write(`By ${n}`), {}, discussionId)
        return { statuses: [response.status, written.status], isNew, url: opened.url, title: opened.title }
      }
      const all = await Promise.all(Array.from({ length: 8 }, (_, n) => open(n)))
      expect(all.filter(({ isNew }) => isNew)).toHaveLength(1)
      for (const { statuses, isNew } of all) expect(statuses).toEqual([isNew ? 201 : 200, 201])
      expect(new Set(all.map((each) => `${each.url} ${each.title}`)).size).toBe(1)
      const { comments, total } = await api().listComments({ discussionId })
      expect([total, unique(comments).length]).toEqual([8, 8])
    })

    test.for([
      ['neither', { url: null, title: null }, null, null],
      [
        'an address of another case',
        { url: 'HTTPS://Blog.Example', title: 'A' },
        'https://blog.example/',
        'A',
      ],
      ['a place in a page', { url: `${url}?a=%20b#part`, title: null }, `${url}?a=%20b`, null],
      [
        'a local address',
        { url: 'http://localhost:8080/é', title: '<b>' },
        'http://localhost:8080/%C3%A9',
        '<b>',
      ],
      ['300 characters', { url: null, title: ` ${'😀'.repeat(300)} ` }, null, '😀'.repeat(300)],
    ] as const)('with %s is fine', async ([, content, keptUrl, title], { skip }) => {
      skip(!opens())
      const id = newId()
      const opened = v.parse(openedDiscussion, await (await put(id, content)).json())
      expect([opened.url, opened.title]).toEqual([keptUrl, title ?? id])
    })

    test('that is here gives it to everybody, as it is', async () => {
      const discussionId = 'small' as DiscussionId
      const before = await api().readDiscussion({ discussionId })
      const response = await put(discussionId, page)
      expect([response.status, await response.json()]).toEqual([
        200,
        { ...before, now: expect.any(String), isNew: false },
      ])
    })
  })
}

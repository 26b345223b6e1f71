import { describe, expect, test } from 'vitest'
import { randomId, type CommentId, type DiscussionId } from '../../../src/domain/ids.ts'
import { createOpener, newId, page, url } from './opener.ts'
import { expectProblem, type Probe } from './probe.ts'

/** Who may not open a discussion, and with what nobody may. */
export function openingRefusalsSuite({ get }: Probe): void {
  const put = createOpener(get)

  describe('opening a discussion', () => {
    test('is refused to who may not, and then there is none', async () => {
      const id = `unwelcome-${randomId<CommentId>()}` as DiscussionId
      const response = await put(id, page)
      expect(response.headers.get('WWW-Authenticate')).toBeNull()
      await expectProblem(response, 403, { code: 'forbidden', resource: 'discussion' })
      await expectProblem(await get(`/discussions/${id}`), 404, { code: 'not-found', resource: 'discussion' })
      await expectProblem(await get(`/articles/${id}`), 404, { code: 'not-found', resource: 'article' })
    })

    // Attempts, which are there to be refused.
    test.for([
      ['a script', { ...page, url: 'javascript:alert(1)' }, 422, 'url'],
      [
        'a script that looks like none',
        { ...page, url: 'java\nscript://blog.example/%0aalert(1)' },
        422,
        'url',
      ],
      ['data', { ...page, url: 'data:text/html,<script>alert(1)</script>' }, 422, 'url'],
      ['a file', { ...page, url: 'file:///etc/passwd' }, 422, 'url'],
      ['a path', { ...page, url: '/my-post' }, 422, 'url'],
      ['an address of whatever scheme', { ...page, url: '//blog.example/' }, 422, 'url'],
      ['an address without a host', { ...page, url: 'https://' }, 422, 'url'],
      ['a name before the host', { ...page, url: 'https://bank.example@evil.example/' }, 422, 'url'],
      ['a line break in an address', { ...page, url: 'https://blog.example/\nmy-post' }, 422, 'url'],
      ['no address', { title: 'My post' }, 422, 'url'],
      ['an address that is a list', { ...page, url: [url] }, 422, 'url'],
      ['no title', { url }, 422, 'title'],
      ['an empty title', { ...page, title: ' \u200B ' }, 422, 'title'],
      ['a title of two lines', { ...page, title: 'My\npost' }, 422, 'title'],
      ['a control character', { ...page, title: 'My \u0000 post' }, 422, 'title'],
      ['half a character', { ...page, title: 'My \uD83D' }, 422, 'title'],
      ['a title that is a number', { ...page, title: 7 }, 422, 'title'],
      ['a list', [], 400, null],
      ['no JSON', 'title=My+post', 400, null],
    ] as const)('with %s is refused, with the field at fault', async ([, content, status, field]) => {
      const response = await put(newId(), content)
      await expectProblem(response, status, {
        code: 'invalid',
        field,
        reason: expect.stringMatching(/^(must|is) /),
      })
    })

    test('under what is no id is refused', async () => {
      const reason: string = expect.any(String)
      await expectProblem(await put('a.b', page), 400, { code: 'invalid', field: 'discussionId', reason })
    })

    test('with what is too long is refused with its limit', async () => {
      const titled = await put(newId(), { ...page, title: '😀'.repeat(301) })
      await expectProblem(titled, 422, { code: 'too-long', field: 'title', length: 301, limit: 300 })
      const addressed = await put(newId(), { ...page, url: `${url}?${'x'.repeat(2_000)}` })
      const length = url.length + 2_001
      await expectProblem(addressed, 422, { code: 'too-long', field: 'url', length, limit: 2_000 })
      const large = await put(newId(), JSON.stringify(page).padEnd(64 * 1024 + 1, ' '))
      await expectProblem(large, 413, { code: 'too-large', limit: 64 * 1024 })
    })
  })
}

import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { comment, postedComment } from '../../../src/api/schemas.ts'
import { readEverything } from '../readEverything.ts'
import { expectProblem, newName, write, writing, type Probe } from './probe.ts'

/** What may be written, and how the rest is refused. */
export function writingSuite({ api, base, post, send }: Probe): void {
  describe('writing', () => {
    test('a comment is created, told where it is, and read from then on', async () => {
      const author = { name: `  ${newName()} ` }
      const response = await post({ parentId: 'writing-1', author, body: ' One\r\ntwo\rthree \t' })
      expect(response.status).toBe(201)
      const created = v.parse(postedComment, await response.json())
      expect(response.headers.get('ETag')).toBe('"1"')
      expect(response.headers.get('Location')).toBe(
        `${new URL(base()).pathname}/discussions/writing/comments/${created.id}`,
      )
      expect(created).toEqual({
        id: expect.any(String),
        discussionId: 'writing',
        parentId: 'writing-1',
        depth: 2,
        author: { name: author.name.trim() },
        body: 'One\ntwo\nthree',
        format: 'plain',
        status: 'published',
        createdAt: expect.any(String),
        editedAt: null,
        revision: 1,
        sequence: expect.any(Number),
        replyCount: 0,
        hiddenReplies: 0,
        nextReplyCursor: null,
        editableUntil: new Date(Date.parse(created.createdAt) + 15 * 60_000).toISOString(),
        editToken: expect.stringMatching(/^[\w-]{43}$/),
        heldFor: null,
      })
      const all = await readEverything(api(), writing, { order: 'newest', limit: 100 })
      expect(all.filter(({ id }) => id === created.id)).toEqual([v.parse(comment, created)])
    })

    test('a comment that names no parent begins a thread', async () => {
      const response = await post({
        author: { name: newName() },
        body: 'No parent named',
        parentId: undefined,
      })
      expect(response.status).toBe(201)
      expect(v.parse(comment, await response.json())).toMatchObject({ parentId: null, depth: 1 })
    })

    test('a comment grows the counts and the version by one', async () => {
      const before = await api().readDiscussion({ discussionId: writing })
      await post(write('Counted'))
      const after = await api().readDiscussion({ discussionId: writing })
      expect([after.count, after.threadCount, after.version, after.importedCount]).toEqual([
        before.count + 1,
        before.threadCount + 1,
        before.version + 1,
        before.importedCount,
      ])
    })

    // Markup and scripts are words of a comment like others: none of it is ever run.
    test.for([
      ['markup', '<b>bold</b> <script>alert(1)</script> &amp; [a](javascript:b)'],
      ['writing of any kind', '中文 עברית \u202Eright to left\u202C 👩‍👩‍👧‍👦 e\u0301'],
      ['paragraphs, indents and tabs', 'One\n\n\n  two\n\tthree'],
      ['words of programmers', '__proto__ null 0 {"a": 1} \' OR 1=1; --'],
    ])('%s is kept verbatim', async ([, body = '']) => {
      const response = await post(write(body))
      expect(response.status).toBe(201)
      expect(await response.json()).toMatchObject({ body })
    })

    test('limits count code points after trimming', async () => {
      const name = `${newName()} `.padEnd(40, 'n') + '😀'.repeat(40)
      const body = '😀'.repeat(10_000)
      expect((await post({ author: { name: ` ${name} ` }, body: `\n${body} ` })).status).toBe(201)
      await expectProblem(await post({ ...write('Hello'), author: { name: `${name}😀` } }), 422, {
        code: 'too-long',
        field: 'author.name',
        length: 81,
        limit: 80,
      })
      await expectProblem(await post(write(`${body}😀`)), 422, {
        code: 'too-long',
        field: 'body',
        length: 10_001,
        limit: 10_000,
      })
    })

    test.for([
      ['no name', { author: { name: ' \t ' }, body: 'Hello' }, 'author.name'],
      ['a name of two lines', { author: { name: 'Ann\nLee' }, body: 'Hello' }, 'author.name'],
      ['an invisible text', { author: { name: 'Ann' }, body: ' \n\u200B\uFEFF' }, 'body'],
      ['a control character', { author: { name: 'Ann' }, body: 'bell \u0007' }, 'body'],
      ['half a character', { author: { name: 'Ann' }, body: 'half \uD83D' }, 'body'],
      ['half a name', { author: { name: '\uDE00 Ann' }, body: 'Hello' }, 'author.name'],
      ['no author', { body: 'Hello' }, 'author'],
      ['an author without a name', { author: {}, body: 'Hello' }, 'author.name'],
      ['a name that is a number', { author: { name: 7 }, body: 'Hello' }, 'author.name'],
      ['no text', { author: { name: 'Ann' } }, 'body'],
      ['a text that is a list', { author: { name: 'Ann' }, body: ['Hello'] }, 'body'],
      ['a format of its own', { author: { name: 'Ann' }, body: 'Hello', format: 'html' }, 'format'],
      ['a parent that is no id', { author: { name: 'Ann' }, body: 'Hello', parentId: '../x' }, 'parentId'],
    ] as const)('%s is refused, with the field at fault', async ([, content, field]) => {
      const { detail } = await expectProblem(await post(content), 422, {
        code: 'invalid',
        field,
        reason: expect.stringMatching(/^(must|is) [a-z, ]+$/),
      })
      expect(detail).toContain(`"${field}"`)
    })

    test.for([
      ['text that is no JSON', 'name=Ann', 400, null],
      ['JSON that ends early', '{"body": "Hello', 400, null],
      ['a list', '[]', 400, null],
      ['null', 'null', 400, null],
      ['nothing', '', 400, null],
    ] as const)('%s is refused as a body', async ([, content, status, field]) => {
      const response = await send('/discussions/writing/comments', content)
      await expectProblem(response, status, { code: 'invalid', field, reason: expect.any(String) })
    })

    test('what is not declared as JSON is refused, and its parameters do not matter', async () => {
      const content = write('Typed')
      const invalid = { code: 'invalid', field: 'Content-Type', reason: expect.any(String) } as const
      const form = 'application/x-www-form-urlencoded'
      await expectProblem(await post(content, { 'Content-Type': form }), 415, invalid)
      await expectProblem(await post(content, { 'Content-Type': 'text/plain' }), 415, invalid)
      const typed = await post(content, { 'Content-Type': 'Application/JSON; charset=utf-8' })
      expect(typed.status).toBe(201)
    })

    test('a request of 64 KiB is taken, a byte more is not', async () => {
      const content = JSON.stringify({ parentId: null, ...write('Large') })
      const path = '/discussions/writing/comments'
      expect((await send(path, content.padEnd(64 * 1024, ' '))).status).toBe(201)
      await expectProblem(await send(path, content.padEnd(64 * 1024 + 1, ' ')), 413, {
        code: 'too-large',
        limit: 64 * 1024,
      })
    })

    test('what cannot be written says why', async () => {
      const content = write('Hello')
      await expectProblem(await post(content, {}, 'none'), 404, {
        code: 'not-found',
        resource: 'discussion',
      })
      await expectProblem(await post(content, {}, 'closed'), 403, { code: 'discussion-closed' })
      await expectProblem(await post({ ...content, parentId: 'none' }), 409, { code: 'parent-gone' })
      await expectProblem(await post({ ...content, parentId: 'small-1' }), 409, { code: 'parent-gone' })
      await expectProblem(await post({ ...content, parentId: 'writing-2' }), 422, {
        code: 'depth-exceeded',
        maxDepth: 2,
      })
    })
  })
}

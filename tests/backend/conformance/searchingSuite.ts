import { describe, expect, test } from 'vitest'
import type { Input } from '../../../src/api/contract.ts'
import type { MatchPage } from '../../../src/api/finding.ts'
import type { DiscussionId } from '../../../src/domain/ids.ts'
import { at } from '../imports.ts'
import { deep, expectProblem, imported, newName, unique, write, writing, type Probe } from './probe.ts'
import { createWriter } from './writer.ts'

const finding = 'finding' as DiscussionId

type Asked = Omit<Input<'searchComments'>, 'discussionId'>

/** What is found in a whole discussion. */
export function searchingSuite(probe: Probe): void {
  const { api, get, post } = probe
  const { create, edit, remove } = createWriter(probe)

  describe('a search', () => {
    test('gives what matches, where, and below what, the newest first', async () => {
      const { matches, ...page } = await search({ q: 'ZURICH strasse' })
      expect(page).toEqual({ nextCursor: null, total: 2, version: 6 })
      expect(matches).toEqual([
        {
          comment: expect.objectContaining({ id: 'found-3', body: 'Zürich: STRASSE, Straße.', depth: 3 }),
          ancestors: [
            { id: 'found-1', name: 'Zoë' },
            { id: 'found-2', name: 'PETE' },
          ],
          ranges: [
            [0, 6],
            [8, 15],
            [17, 23],
          ],
          nameRanges: [],
        },
        {
          comment: expect.objectContaining({ id: 'found-1', hiddenReplies: 2 }),
          ancestors: [],
          ranges: [
            [0, 6],
            [12, 18],
          ],
          nameRanges: [],
        },
      ])
    })

    test.for<[string, Asked, string[]]>([
      ['a name', { q: 'zoe' }, ['found-6', 'found-1']],
      ['words in text and name', { q: 'pete weg' }, ['found-5', 'found-2']],
      ['a phrase', { q: '"der STRASSE"' }, ['found-1']],
      ['words without spaces between them', { q: '京都' }, ['found-4']],
      ['all of one writer', { author: '  pete ' }, ['found-5', 'found-2']],
      ['what came from one time on', { from: at(4) }, ['found-6', 'found-5', 'found-4']],
      ['what came before another', { until: at(2) }, ['found-1']],
      ['what came at a time', { from: at(2), until: at(4) }, ['found-3', 'found-2']],
      ['a time that is told in another zone', { from: '2013-04-12T01:42:00+02:00' }, ['found-6']],
      ['all together', { q: 'weg', author: 'Pete', from: at(1), until: at(6) }, ['found-5', 'found-2']],
      ['nothing', { q: 'absent' }, []],
    ])('finds %s', async ([, asked, ids]) => {
      const { matches, total } = await search(asked)
      expect(matches.map(({ comment }) => comment.id)).toEqual(ids)
      expect(total).toBe(ids.length)
    })

    test('marks what it finds in a name', async () => {
      const { matches } = await search({ q: 'zoe' })
      expect(matches.map(({ nameRanges }) => nameRanges)).toEqual([[[0, 3]], [[0, 3]]])
    })

    test('goes on page by page, each match once, all of them counted', async () => {
      const pages = await readAll({ q: 'text wide' })
      const comments = pages.flatMap(({ matches }) => matches.map(({ comment }) => comment))
      const expected = imported('deep').comments.filter(({ body }) => /wide/.test(body))
      expect(pages.map(({ total }) => total)).toEqual(pages.map(() => expected.length))
      expect(unique(comments)).toHaveLength(expected.length)
      expect(comments).toHaveLength(expected.length)
      const times = comments.map(({ createdAt }) => createdAt)
      expect(times).toEqual(times.toSorted().toReversed())
      expect(pages[0]?.matches).toHaveLength(20)
    })

    test('goes on where it was while comments come that match', async () => {
      const word = `${newName()}x`.replace('Writer ', '')
      for (let n = 0; n < 23; n += 1) await post(write(`${word} ${n}`))
      const first = await api().searchComments({ discussionId: writing, q: word })
      await post(write(`${word} late`))
      const cursor = first.nextCursor ?? ''
      const second = await api().searchComments({ discussionId: writing, q: word, cursor })
      const bodies = [...first.matches, ...second.matches].map(({ comment }) => comment.body)
      expect(bodies).toEqual(Array.from({ length: 23 }, (_, n) => `${word} ${22 - n}`))
      expect([first.total, second.total]).toEqual([23, 24])
    })

    test('finds no comment that was deleted, nor the old text of one that was edited', async () => {
      const word = newName().replace('Writer ', '')
      const posted = await create(`${word} once`)
      const found = async () =>
        (await api().searchComments({ discussionId: writing, q: word })).matches.map(
          ({ comment }) => comment.body,
        )
      expect(await found()).toEqual([`${word} once`])
      await edit(posted, { body: `${word} twice` })
      expect(await found()).toEqual([`${word} twice`])
      await remove(posted, 2)
      expect(await found()).toEqual([])
    })

    test('finds nothing that is held', async () => {
      const content = write('https://a.example https://b.example http://c.example www.d.example')
      expect((await post(content)).status).toBe(202)
      const { total } = await api().searchComments({ discussionId: writing, author: content.author.name })
      expect(total).toBe(0)
    })

    test.for([
      ['', null],
      ['?cursor=bm8', null],
      ['?q=', 'q'],
      ['?q=%20%20', 'q'],
      ['?q=%CC%81', 'q'],
      ['?q=%22%22%E2%80%8D', 'q'],
      [`?q=${'x'.repeat(201)}`, 'q'],
      ['?author=', 'author'],
      [`?author=${'x'.repeat(201)}`, 'author'],
      ['?from=yesterday', 'from'],
      ['?until=2013-04-31', 'until'],
      ['?from=2013-04-11T00:00:00%2B05', 'from'],
      ['?q=a&cursor=bm8', 'cursor'],
    ] as const)('of %s is invalid in %s', async ([query, field]) => {
      const invalid = { code: 'invalid', field, reason: expect.stringMatching(/^(must|has) /) } as const
      await expectProblem(await get(`/discussions/finding/search${query}`), 400, invalid)
    })

    test('takes 200 characters, whatever they are made of', async () => {
      expect((await search({ q: '👍'.repeat(200) })).total).toBe(0)
    })

    test('takes no cursor of another one', async () => {
      const { nextCursor } = await api().searchComments({ discussionId: deep, q: 'wide' })
      const elsewhere = [
        ['/discussions/deep/search?q=chain', 'cursor'],
        ['/discussions/deep/search?q=wide&author=Pete', 'cursor'],
        ['/discussions/many/search?q=wide', 'cursor'],
        ['/discussions/deep/comments?order=newest', 'cursor'],
      ] as const
      for (const [path, field] of elsewhere) {
        const invalid = { code: 'invalid', field, reason: expect.any(String) } as const
        await expectProblem(await get(`${path}&cursor=${nextCursor}`), 400, invalid)
      }
      const same = await get(`/discussions/deep/search?q=%20Wide&cursor=${nextCursor}`)
      expect(same.status).toBe(200)
    })
  })

  function search(asked: Asked): Promise<MatchPage> {
    return api().searchComments({ discussionId: finding, ...asked })
  }

  async function readAll(asked: Asked): Promise<MatchPage[]> {
    const pages: MatchPage[] = []
    for (let cursor: string | null | undefined; cursor !== null && pages.length < 99;) {
      const page = await api().searchComments({ discussionId: deep, ...asked, ...(cursor && { cursor }) })
      pages.push(page)
      cursor = page.nextCursor
    }
    return pages
  }
}

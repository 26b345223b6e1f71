import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { changePage, comment } from '../../../src/api/schemas.ts'
import type { CommentId, DiscussionId } from '../../../src/domain/ids.ts'
import { ORDERS } from '../../../src/domain/order.ts'
import { idsByParent, readEverything } from '../readEverything.ts'
import { expectProblem, newName, unique, write, writing, type Probe } from './probe.ts'

/** What a reader is told of what happens meanwhile. */
export function changesSuite({ api, get, post }: Probe): void {
  describe('changes', () => {
    test('what was posted since a version is told in its order, with the counts of now', async () => {
      const { version, count, threadCount } = await api().readDiscussion({ discussionId: writing })
      const first = v.parse(comment, await (await post(write('First'))).json())
      const reply = v.parse(comment, await (await post({ ...write('Reply'), parentId: first.id })).json())
      const response = await get(`/discussions/writing/changes?since=${version}`)
      expect(response.status).toBe(200)
      expect(v.parse(changePage, await response.json())).toEqual({
        since: version,
        version: version + 2,
        added: [
          { ...first, replyCount: 1, hiddenReplies: 1, nextReplyCursor: expect.any(String) },
          { ...reply, sequence: version + 2 },
        ],
        edited: [],
        deleted: [],
        hasMore: false,
        isReset: false,
        total: count + 2,
        threadCount: threadCount + 1,
        closed: false,
      })
      const { added } = await api().listChanges({ discussionId: writing, since: version + 1 })
      expect(added.map(({ id }) => id)).toEqual([reply.id])
    })

    test('nothing has changed since now', async () => {
      const { version } = await api().readDiscussion({ discussionId: writing })
      const page = await api().listChanges({ discussionId: writing, since: version })
      expect(page).toMatchObject({ version, added: [], hasMore: false, isReset: false })
    })

    test('a discussion that is closed is told to be so with whatever else is', async () => {
      const discussionId = 'closed' as DiscussionId
      const { version } = await api().readDiscussion({ discussionId })
      expect((await api().listChanges({ discussionId, since: version })).closed).toBe(true)
      expect(await api().listChanges({ discussionId, since: 0 })).toMatchObject({
        isReset: true,
        closed: true,
      })
    })

    test.for([6, 8])(
      'a version that is not of this discussion as it was imported, %i, is void',
      async (since) => {
        const page = await api().listChanges({ discussionId: 'small' as DiscussionId, since })
        expect(page).toMatchObject({ since, version: 7, added: [], hasMore: false, isReset: true, total: 7 })
      },
    )

    test('more than a page of changes is told page by page, each once', async () => {
      const discussionId = 'busy' as DiscussionId
      const { version } = await api().readDiscussion({ discussionId })
      const posted: CommentId[] = []
      for (let n = 0; n < 101; n += 1) {
        const input = { discussionId, parentId: null, author: { name: newName() }, body: 'One of many' }
        posted.push((await api().postComment(input)).id)
      }
      const first = await api().listChanges({ discussionId, since: version })
      expect(first).toMatchObject({ version: version + 100, hasMore: true })
      const second = await api().listChanges({ discussionId, since: first.version })
      expect(second).toMatchObject({ version: version + 101, hasMore: false })
      expect([...first.added, ...second.added].map(({ id }) => id)).toEqual(posted)
    })

    test.for(['', '?since=', '?since=-1', '?since=1.5', '?since=now', '?since=9999999999999999'])(
      'changes%s is invalid in its since',
      async (query) => {
        const invalid = { code: 'invalid', field: 'since', reason: expect.any(String) } as const
        await expectProblem(await get(`/discussions/small/changes${query}`), 400, invalid)
      },
    )

    test('changes of a discussion that is not here are not found', async () => {
      await expectProblem(await get('/discussions/none/changes?since=0'), 404, {
        code: 'not-found',
        resource: 'discussion',
      })
    })

    test.for(ORDERS)(
      'pages in the order %s give what was there once while comments arrive',
      async (order) => {
        const discussionId = 'busy' as DiscussionId
        const before = await readEverything(api(), discussionId, { order, limit: 100 })
        const last = before.findLast(({ parentId }) => parentId === null)
        const between = async () => {
          for (const parentId of [null, 'busy-20' as CommentId, last?.id ?? null]) {
            await api().postComment({
              discussionId,
              parentId,
              author: { name: newName() },
              body: 'Meanwhile',
            })
          }
        }
        const during = await readEverything(api(), discussionId, { order, limit: 9, between })
        expect(unique(during)).toHaveLength(during.length)
        const known = new Set(before.map(({ id }) => id))
        const found = during.filter(({ id }) => known.has(id))
        expect(found).toHaveLength(before.length)
        expect(idsByParent(found)).toEqual(idsByParent(before))
      },
    )
  })
}

import { expect, test } from 'vitest'
import type { ArticleId, DiscussionId, IdempotencyKey } from '../../../src/domain/ids.ts'
import { at, importOf } from '../imports.ts'
import {
  attempt,
  comment,
  edit,
  factsOf,
  here,
  id,
  listIds,
  post,
  threads,
  tree,
  type StoreUnderTest,
} from './support.ts'

/** What is taken in, and how it is read. */
export function importingSuite(store: StoreUnderTest): void {
  test('knows nothing before an import', async () => {
    expect(await store().readArticle('a' as ArticleId)).toBeNull()
    expect(await store().readDiscussion(here)).toBeNull()
    expect(await store().readComment(here, id('1'))).toBeNull()
    expect(await store().listBranches(threads(), 5)).toBeNull()
    expect(await store().listChanges(here, 0, 5)).toBeNull()
    expect(await edit(store(), '1', 'Nobody')).toBeNull()
    expect(await store().readPost('k' as IdempotencyKey)).toBeNull()
    expect(await store().release(here, id('1'), { status: 'rejected' })).toBeNull()
  })

  test('gives back what was imported, counted', async () => {
    const batch = importOf('a', tree, { declaredCount: 39, rules: 'Be kind.' })
    expect(await store().importDiscussion(batch, { replace: false })).toBe(true)
    expect(await store().readArticle('a' as ArticleId)).toEqual(batch.article)
    expect(await store().readDiscussion(here)).toEqual({
      ...batch.discussion,
      importedCount: 7,
      count: 7,
      threadCount: 2,
      version: 7,
      importedIn: 7,
      imported: { fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/), before: [] },
    })
    expect(await store().readComment(here, id('1'))).toEqual({
      id: '1',
      discussionId: 'a',
      parentId: null,
      depth: 1,
      author: { name: 'Pete' },
      body: 'Text of 1',
      format: 'plain',
      status: 'published',
      createdAt: at(1),
      editedAt: null,
      revision: 1,
      replyCount: 5,
      editableUntil: null,
      sequence: expect.any(Number),
      threadId: '1',
      changedIn: 7,
    })
  })

  test('does not give a comment under another discussion', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await store().importDiscussion(importOf('b', []), { replace: false })
    expect(await store().readComment('b' as DiscussionId, id('1'))).toBeNull()
    expect(await listIds(store(), threads({ discussionId: 'b' as DiscussionId }))).toEqual([])
    expect(await store().revise('b' as DiscussionId, id('1'), () => expect.fail())).toBeNull()
  })

  test('keeps discussions apart that use the same comment ids', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await store().importDiscussion(importOf('b', [['1', null, 3, 'Hapa']]), { replace: false })
    expect((await store().readComment('b' as DiscussionId, id('1')))?.author.name).toBe('Hapa')
    expect((await store().readComment(here, id('1')))?.author.name).toBe('Pete')
  })

  test('leaves a discussion that is here as it is, unless told to replace it', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await store().post(attempt({ key: 'k' }), () => comment('new'))
    const again = importOf('a', [['9', null, 1]])
    expect(await store().importDiscussion(again, { replace: false })).toBe(false)
    expect((await store().readDiscussion(here))?.count).toBe(8)
    expect(await store().importDiscussion(again, { replace: true })).toBe(true)
    expect(await store().readDiscussion(here)).toEqual({
      ...again.discussion,
      importedCount: 1,
      count: 1,
      threadCount: 1,
      version: 10,
      importedIn: 10,
      imported: { fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/), before: [] },
    })
    expect(await store().readComment(here, id('1'))).toBeNull()
    expect(await listIds(store(), threads())).toEqual(['9'])
    expect((await factsOf(store(), attempt({ key: 'k' }))).recorded).toBeNull()
    const anew = await store().post(attempt({ key: 'k' }), () => comment('new'))
    expect((await factsOf(store(), attempt({ key: 'k' }))).recorded?.comment).toEqual(anew)
  })

  test('leaves an article that is here to its discussion, unless told to replace', async () => {
    const first = importOf('a', tree)
    const other = importOf('b', [])
    const batch = {
      ...other,
      article: { ...first.article, discussionId: other.discussion.id, title: 'Other' },
    }
    await store().importDiscussion(first, { replace: false })
    expect(await store().importDiscussion(batch, { replace: false })).toBe(true)
    expect(await store().readArticle(first.article.id)).toEqual(first.article)
    expect(await store().readDiscussion(other.discussion.id)).toMatchObject(other.discussion)
    expect(await store().importDiscussion(batch, { replace: true })).toBe(true)
    expect(await store().readArticle(first.article.id)).toEqual(batch.article)
  })

  test('takes in a discussion once, of all who bring it at the same moment, with what is posted meanwhile', async () => {
    const bring = async (name: string) => {
      const isTaken = await store().importDiscussion(importOf('a', [[name, null, 1]]), { replace: false })
      await post(store(), `${name}-new`)
      return isTaken
    }
    const taken = await Promise.all(['1', '2', '3'].map(bring))
    expect(taken.toSorted()).toEqual([false, false, true])
    const ids = await listIds(store(), threads())
    expect(ids.toSorted()).toEqual([`${taken.indexOf(true) + 1}`, '1-new', '2-new', '3-new'].toSorted())
  })

  test('takes in comments before their parents, without their parents, in loops and twice', async () => {
    const damaged = importOf('a', [
      ['2', '1', 2],
      ['1', null, 1],
      ['3', 'nowhere', 3],
      ['4', '5', 4],
      ['5', '4', 5],
      ['6', '6', 6],
      ['1', '3', 7, 'Again'],
    ])
    expect(await store().importDiscussion(damaged, { replace: false })).toBe(true)
    expect(await listIds(store(), threads({ order: 'oldest' }))).toEqual(['1', '3', '4', '6'])
    expect(await store().readComment(here, id('2'))).toMatchObject({ parentId: '1', depth: 2, threadId: '1' })
    expect(await store().readComment(here, id('5'))).toMatchObject({ parentId: '4', depth: 2 })
    expect(await store().readDiscussion(here)).toMatchObject({ count: 6, threadCount: 4 })
  })
}

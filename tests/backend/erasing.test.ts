import { beforeEach, describe, expect, test } from 'vitest'
import { createOwnApi } from '../../src/backend/ownComments.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createService } from '../../src/backend/service.ts'
import type { ServerStore } from '../../src/backend/serverStore.ts'
import type { DiscussionId, IdempotencyKey } from '../../src/domain/ids.ts'
import { exportText } from '../support/transfer.ts'
import { importOf } from './imports.ts'
import { hello, ports } from './openService.ts'
import { here, id } from './store/support.ts'
import { everyKindOfServerStore } from './stores.ts'

const LINKS = 'My links http://a.example http://b.example http://c.example http://d.example'

describe.each(everyKindOfServerStore())('what one wrote, kept in $name,', ({ open }) => {
  let store: ServerStore
  let now: number
  let heard: string[]
  const start = async () => {
    store = await open()
    await store.importDiscussion(importOf('a', [['1', null, 1]]), { replace: false })
    now = Date.UTC(2026, 0, 1)
    heard = []
    const signal = createLocalSignal()
    signal.listen(here, () => heard.push('a'))
    const all = { ...ports, store, signal, clock: () => new Date(now) }
    return { ...createService(all), ...createOwnApi(all) }
  }
  let api: Awaited<ReturnType<typeof start>>
  beforeEach(async () => {
    api = await start()
  })

  const key = (name: string) => name as IdempotencyKey
  const post = async (body: string, more: object = {}) => {
    const posted = await api.postComment({ ...hello(), body, ...more })
    const asked = {
      discussionId: posted.discussionId,
      commentId: posted.id,
      editToken: posted.editToken ?? '',
    }
    return { posted, asked }
  }
  const place = ({ discussionId, commentId }: { discussionId: DiscussionId; commentId: string }) => ({
    discussionId,
    commentId,
  })

  test('is given to them wholly, whatever has become of it', async () => {
    const seen = await post('Hello there')
    const held = await post(LINKS)
    const gone = await post('Gone soon')
    await api.deleteComment({ ...gone.asked, revision: 1 })
    const { exportedAt, comments } = await api.exportOwn({ comments: [seen.asked, held.asked, gone.asked] })
    expect(exportedAt).toBe(new Date(now).toISOString())
    expect(comments).toEqual([
      {
        outcome: 'found',
        ...place(seen.asked),
        comment: expect.objectContaining({
          body: 'Hello there',
          status: 'published',
          author: { name: 'Ann' },
          heldFor: null,
        }),
      },
      {
        outcome: 'found',
        ...place(held.asked),
        comment: expect.objectContaining({ body: LINKS, status: 'held', heldFor: 'links' }),
      },
      // The name is kept, though nobody is shown it.
      {
        outcome: 'found',
        ...place(gone.asked),
        comment: expect.objectContaining({ body: '', status: 'deleted', author: { name: 'Ann' } }),
      },
    ])
  })

  test('is erased for good at any time, with what stands below it left in its place, and who follows is told', async () => {
    const { posted, asked } = await post('Words to forget', {
      idempotencyKey: key('k'),
      author: { name: 'Erasmus' },
    })
    const { posted: answer } = await post('An answer', { parentId: posted.id })
    const { version } = await api.readDiscussion({ discussionId: here })
    now += 365 * 24 * 60 * 60_000
    heard = []
    expect(await api.eraseOwn({ comments: [asked] })).toEqual({
      comments: [{ outcome: 'erased', ...place(asked) }],
    })
    expect(heard).toEqual(['a'])
    expect(await api.listChanges({ discussionId: here, since: version })).toMatchObject({
      deleted: [posted.id],
      version: version + 1,
    })
    const page = await api.listComments({ discussionId: here, order: 'newest' })
    expect(page.comments.find((each) => each.id === posted.id)).toMatchObject({
      status: 'deleted',
      body: '',
      author: { name: '' },
      replyCount: 1,
      revision: 2,
    })
    expect(page.comments.map((each) => each.id)).toContain(answer.id)
    expect(await exportText(store, 'a')).not.toMatch(/Words to forget|Erasmus/)
    for (const q of ['forget', 'Erasmus']) {
      expect(await api.searchComments({ discussionId: here, q })).toMatchObject({ total: 0 })
    }
    expect(await api.readOverview({ discussionId: here })).not.toMatchObject({
      people: expect.arrayContaining([{ name: 'Erasmus', count: 1 }]),
    })
    expect(await api.readPost({ key: key('k') })).toMatchObject({
      id: posted.id,
      status: 'deleted',
      body: '',
    })
    // Who sends it once more posts nothing, though what was asked for is not kept any more.
    const again = api.postComment({
      ...hello(),
      body: 'Words to forget',
      author: { name: 'Erasmus' },
      idempotencyKey: key('k'),
    })
    await expect(again).rejects.toMatchObject({ problem: { code: 'idempotency-key-reused' } })
    await api.eraseOwn({ comments: [asked] })
    expect(await api.readDiscussion({ discussionId: here })).toMatchObject({ version: version + 1 })
  })

  test.for(['held', 'rejected'] as const)(
    'is erased also while it is %s, which nobody else learns of',
    async (status) => {
      const { posted, asked } = await post(LINKS, { idempotencyKey: key('k') })
      if (status === 'rejected') await store.release(here, posted.id, { status })
      const before = await api.readDiscussion({ discussionId: here })
      expect(await api.eraseOwn({ comments: [asked] })).toMatchObject({ comments: [{ outcome: 'erased' }] })
      expect(await api.readDiscussion({ discussionId: here })).toEqual(before)
      expect(await exportText(store, 'a')).not.toMatch(/My links|Ann/)
      expect(await api.readPost({ key: key('k') })).toMatchObject({
        status: 'deleted',
        body: '',
        heldFor: null,
        author: { name: '' },
      })
      expect(await store.release(here, posted.id, { status: 'rejected' })).toBeNull()
    },
  )

  test.for(['deleted', 'rejected'] as const)(
    'is erased also after it was %s, with the name that is still kept',
    async (status) => {
      const { posted, asked } = await post('Hello there')
      await store.revise(here, posted.id, (present) => ({ ...present, status, revision: 2 }))
      expect(await exportText(store, 'a')).toContain('Ann')
      await api.eraseOwn({ comments: [asked] })
      expect(await exportText(store, 'a')).not.toMatch(/Ann|Hello there/)
      expect(await store.readKept(here, posted.id)).toMatchObject({ status: 'deleted', author: { name: '' } })
    },
  )

  test('is nobody else’s: a wrong token is told for its comment, changes nothing, and hinders no other', async () => {
    const [mine, other] = [await post('Mine'), await post('Other')]
    const wrong = { ...other.asked, editToken: mine.asked.editToken }
    const gone = { ...mine.asked, discussionId: 'b' as DiscussionId }
    const imported = { discussionId: here, commentId: id('1'), editToken: mine.asked.editToken }
    const before = await exportText(store, 'a')
    const outcomes = [
      { outcome: 'forbidden', ...place(wrong) },
      { outcome: 'forbidden', ...place(imported) },
      { outcome: 'not-found', ...place(gone) },
    ]
    const asked = [wrong, imported, gone]
    expect(await api.eraseOwn({ comments: asked })).toEqual({ comments: outcomes })
    expect(await exportText(store, 'a')).toBe(before)
    expect(await api.exportOwn({ comments: asked })).toMatchObject({ comments: outcomes })
    expect(await api.eraseOwn({ comments: [wrong, mine.asked] })).toMatchObject({
      comments: [{ outcome: 'forbidden' }, { outcome: 'erased' }],
    })
    expect(await store.readKept(here, other.posted.id)).toMatchObject({ body: 'Other' })
    expect(await store.readKept(here, mine.posted.id)).toMatchObject({ body: '' })
  })
})

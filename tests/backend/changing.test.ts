import { describe, expect, test } from 'vitest'
import { problemOf } from '../../src/api/problem.ts'
import { EDIT_WINDOW_MS, publishedAt } from '../../src/backend/editWindow.ts'
import { createService } from '../../src/backend/service.ts'
import type { CommentId, IdempotencyKey } from '../../src/domain/ids.ts'
import { closing, discussionId, hello, openService, ports, rightTo } from './openService.ts'
import { tokens } from './tokens.ts'

describe('the right to change a comment', () => {
  test('ends with the window, for edits and deletions, but what was done already is answered', async () => {
    const { api, wait } = await openService()
    const right = rightTo(await api.postComment(hello()))
    wait(EDIT_WINDOW_MS - 1)
    const edited = await api.editComment({ ...right, body: 'At the last moment' })
    expect(edited).toMatchObject({ revision: 2, editedAt: '2026-01-01T00:14:59.999Z' })
    wait(1)
    const over = { code: 'edit-window-over' }
    const second = { ...right, revision: 2 }
    expect(await api.editComment({ ...second, body: 'Too late' }).catch(problemOf)).toEqual(over)
    expect(await api.deleteComment(second).catch(problemOf)).toEqual(over)
    expect(await api.editComment({ ...right, body: 'At the last moment' })).toEqual(edited)
  })

  test('answers a deletion again after the window, of which no text was kept', async () => {
    const { api, store, wait } = await openService()
    const right = rightTo(await api.postComment(hello()))
    const tombstone = await api.deleteComment(right)
    expect(await store.readComment(discussionId, right.commentId)).toMatchObject({ body: '' })
    wait(EDIT_WINDOW_MS)
    expect(await api.deleteComment(right)).toEqual(tombstone)
  })

  test('is nobody’s for what was imported, whatever token they have', async () => {
    const { api } = await openService([['1', null, 1]])
    const commentId = '1' as CommentId
    const right = { discussionId, commentId, editToken: tokens.issue(commentId), revision: 1 }
    const over = { code: 'edit-window-over' }
    expect(await api.editComment({ ...right, body: 'Mine now' }).catch(problemOf)).toEqual(over)
    expect(await api.deleteComment(right).catch(problemOf)).toEqual(over)
  })

  test('lets a comment be deleted, but not edited, once the discussion is closed', async () => {
    const { api, store } = await openService()
    const right = rightTo(await api.postComment(hello()))
    const closed = createService({ ...ports, store: closing(store) })
    expect(await closed.editComment({ ...right, body: 'Other' }).catch(problemOf)).toEqual({
      code: 'discussion-closed',
    })
    expect(await closed.deleteComment(right)).toMatchObject({ status: 'deleted' })
  })

  test('lets a text with many addresses that was looked at be corrected', async () => {
    const { api, store } = await openService()
    const links = 'https://a.example https://b.example https://c.example https://d.example'
    const held = await api.postComment({ ...hello(), body: links })
    expect(held).toMatchObject({ status: 'held', heldFor: 'links' })
    await store.release(discussionId, held.id, publishedAt(new Date(Date.UTC(2026, 0, 1, 0, 1))))
    const edited = await api.editComment({ ...rightTo(held), body: `${links} See there.` })
    expect(edited).toMatchObject({ body: `${links} See there.`, editableUntil: '2026-01-01T00:16:00.000Z' })
  })

  test('is signalled when it is used, and not when nothing changes', async () => {
    const { api, signal } = await openService()
    const right = rightTo(await api.postComment(hello()))
    let told = 0
    const stop = signal.listen(discussionId, () => (told += 1))
    await api.editComment({ ...right, body: 'Better' })
    await api.editComment({ ...right, body: 'Better' })
    await api.editComment({ ...right, body: 'Other' }).catch(problemOf)
    expect(told).toBe(1)
    await api.deleteComment({ ...right, revision: 2 })
    await api.deleteComment({ ...right, revision: 2 })
    expect(told).toBe(2)
    await api.postComment({ ...hello(), body: 'http://a http://b http://c http://d' })
    expect(told).toBe(2)
    stop()
  })
})

describe('a comment that was taken down', () => {
  test('keeps its place and replies without name and text, and cannot be answered, changed or reported', async () => {
    const { api, takeDown } = await openService()
    const posted = await api.postComment(hello())
    const reply = await api.postComment({ ...hello(), parentId: posted.id, body: 'An answer' })
    await takeDown(posted.id)
    const gone = { status: 'rejected', author: { name: '' }, body: '', replyCount: 1 }
    const { comments } = await api.listComments({ discussionId })
    expect(comments).toMatchObject([{ id: posted.id, ...gone }, { id: reply.id }])
    expect(await api.postComment({ ...hello(), parentId: posted.id }).catch(problemOf)).toEqual({
      code: 'parent-gone',
    })
    const missing = { code: 'not-found', resource: 'comment' }
    const right = { ...rightTo(posted), revision: 2 }
    expect(await api.editComment({ ...right, body: 'Back' }).catch(problemOf)).toEqual(missing)
    expect(await api.deleteComment(right).catch(problemOf)).toEqual(missing)
    const report = { reason: 'spam' as const, words: '', idempotencyKey: 'r' as IdempotencyKey }
    const commentId = posted.id
    expect(await api.reportComment({ discussionId, commentId, ...report }).catch(problemOf)).toEqual(missing)
  })

  test('is told as edited, so that readers learn of it, and left out of what came where nothing stands below it', async () => {
    const { api, takeDown } = await openService()
    const { id } = await api.postComment(hello())
    const { version } = await api.readDiscussion({ discussionId })
    await takeDown(id)
    const rejected = expect.objectContaining({ id, status: 'rejected', body: '', revision: 2 })
    const changes = { added: [], edited: [rejected], deleted: [] }
    expect(await api.listChanges({ discussionId, since: version })).toMatchObject(changes)
    expect(await api.listChanges({ discussionId, since: 0 })).toMatchObject(changes)
  })

  test('does not make its text a duplicate', async () => {
    const { api, takeDown } = await openService()
    const { id } = await api.postComment(hello())
    await takeDown(id)
    expect((await api.postComment(hello())).id).not.toBe(id)
  })

  test('is told to its key, as is one that was never shown', async () => {
    const { api, store, takeDown } = await openService()
    const key = 'k' as IdempotencyKey
    const { id } = await api.postComment({ ...hello(), idempotencyKey: key })
    await takeDown(id)
    expect(await api.readPost({ key })).toMatchObject({ id, status: 'rejected', body: '', heldFor: null })
    const other = 'other' as IdempotencyKey
    const links = 'http://a http://b http://c http://d'
    const held = await api.postComment({ ...hello(), body: links, idempotencyKey: other })
    await store.release(discussionId, held.id, { status: 'rejected' })
    const rejected = { id: held.id, status: 'rejected', body: '', heldFor: null }
    expect(await api.readPost({ key: other })).toMatchObject(rejected)
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import type { LogEntry } from '../../src/domain/moderation.ts'
import type { CommentId, DiscussionId, EntryId, IdempotencyKey } from '../../src/domain/ids.ts'
import { problemOf } from '../../src/api/problem.ts'
import { createModeration } from '../../src/backend/moderation/moderation.ts'
import { createOwnApi } from '../../src/backend/ownComments.ts'
import { createService } from '../../src/backend/service.ts'
import type { ServerStore } from '../../src/backend/serverStore.ts'
import { exportText, importText } from '../support/transfer.ts'
import { importOf } from './imports.ts'
import { hello, ports } from './openService.ts'
import { here } from './store/support.ts'
import { everyKindOfServerStore } from './stores.ts'

const WORD = 'xforgottenx'
const NAME = 'xsomebodyx'
const WORDS = new RegExp(`${WORD}|${NAME}`, 'i')
const HELD = `${WORD} http://a.example http://b.example http://c.example http://d.example`

type Decision = 'approve' | 'reject' | 'delete'

describe.each(everyKindOfServerStore())('a comment that moderators judged, kept in $name,', (kind) => {
  let store: ServerStore
  const open = async () => {
    store = await kind.open()
    await store.importDiscussion(importOf('a', [['1', null, 1]]), { replace: false })
    const all = { ...ports, store }
    return {
      ...createService(all),
      ...createOwnApi(all),
      ...createModeration({ ...all, findModerator: (token) => token }),
    }
  }
  let api: Awaited<ReturnType<typeof open>>
  beforeEach(async () => {
    api = await open()
  })

  const moderatorToken = 'Mo'
  const post = async (body: string) => {
    const idempotencyKey = 'k' as IdempotencyKey
    const posted = await api.postComment({ ...hello(), body, author: { name: NAME }, idempotencyKey })
    return { discussionId: here, commentId: posted.id, editToken: posted.editToken ?? '' }
  }
  const decide = async (commentId: CommentId, decision: Decision, revision = 1) => {
    const place = { discussionId: here, commentId, revision }
    return (await api.decideComment({ moderatorToken, ...place, decision, reason: 'As it is' })).entry.id
  }
  const undo = (entryId: EntryId) => api.undoEntry({ moderatorToken, entryId })
  const report = (commentId: CommentId) =>
    api.reportComment({
      discussionId: here,
      commentId,
      idempotencyKey: 'r' as IdempotencyKey,
      reason: 'spam',
      words: '',
    })
  const readLog = async (): Promise<LogEntry[]> => (await api.readLog({ moderatorToken })).entries

  test.for<[string, string, (id: CommentId) => Promise<unknown>]>([
    ['deleted', WORD, (id) => decide(id, 'delete')],
    ['rejected', WORD, (id) => decide(id, 'reject')],
    ['reported and kept', WORD, async (id) => [await report(id), await decide(id, 'approve')]],
    ['deleted, and brought back', WORD, async (id) => undo(await decide(id, 'delete'))],
    ['held and approved', HELD, (id) => decide(id, 'approve')],
    ['held and rejected', HELD, (id) => decide(id, 'reject')],
    ['held and deleted', HELD, (id) => decide(id, 'delete')],
    ['held and rejected, and waits again', HELD, async (id) => undo(await decide(id, 'reject'))],
    ['held and approved, and was taken back', HELD, async (id) => undo(await decide(id, 'approve'))],
  ])('and %s, is gone from everywhere once it is erased, and no undoing brings it back', async (plot) => {
    const [, body, judge] = plot
    const asked = await post(body)
    await judge(asked.commentId)
    expect(await kind.everything()).toMatch(WORDS)
    const log = await readLog()
    expect(log.map(({ excerpt }) => excerpt)).toContain(body)

    expect(await api.eraseOwn({ comments: [asked] })).toMatchObject({ comments: [{ outcome: 'erased' }] })

    expect(await kind.everything()).not.toMatch(WORDS)
    expect(await readLog()).toEqual(log.map((entry) => ({ ...entry, excerpt: '' })))
    expect(await api.readQueue({ moderatorToken })).toMatchObject({ items: [], total: 0 })
    const erased = await store.readKept(here, asked.commentId)
    expect(erased).toMatchObject({ status: 'deleted', body: '', author: { name: '' } })
    for (const { id, action, undoneBy } of log) {
      // Whoever has undone it is told so again.
      if (undoneBy !== null) await undo(id)
      else
        expect(problemOf(await undo(id).catch((error: unknown) => error)).code).toBe(
          action === 'undo' ? 'invalid' : 'changed',
        )
    }
    expect(await store.readKept(here, asked.commentId)).toEqual(erased)
    expect(await kind.everything()).not.toMatch(WORDS)
  })

  test('is gone from the log also where it is not here any more, and nothing else is', async () => {
    const asked = await post(WORD)
    await decide(asked.commentId, 'delete')
    await report('1' as CommentId)
    await decide('1' as CommentId, 'approve')
    await api.closeDiscussion({ moderatorToken, discussionId: here, closed: true, reason: null })
    await store.importDiscussion(importOf('a', [['1', null, 1]]), { replace: true })
    const log = await readLog()
    const elsewhere = { ...asked, discussionId: 'b' as DiscussionId }
    await api.eraseOwn({ comments: [elsewhere, { ...asked, editToken: 'wrong' }] })
    expect(await readLog()).toEqual(log)
    expect(await api.eraseOwn({ comments: [asked] })).toMatchObject({ comments: [{ outcome: 'not-found' }] })
    expect(await kind.everything()).not.toMatch(WORDS)
    expect(await readLog()).toEqual(
      log.map((entry) => (entry.commentId === asked.commentId ? { ...entry, excerpt: '' } : entry)),
    )
  })

  test('keeps its log where its discussion is taken in again, and a decision can still be undone', async () => {
    const asked = await post(WORD)
    const entryId = await decide(asked.commentId, 'reject')
    const log = await readLog()
    await importText(store, await exportText(store, 'a'), { replace: true })
    expect(await readLog()).toEqual(log)
    expect(await undo(entryId)).toMatchObject({ comment: { status: 'published', body: WORD } })
  })
})

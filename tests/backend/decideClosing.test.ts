import { describe, expect, test } from 'vitest'
import { decideClosing } from '../../src/backend/moderation/decideClosing.ts'
import { decideReversal } from '../../src/backend/moderation/decideUndoing.ts'
import type { StoredDiscussion } from '../../src/backend/store.ts'
import type { EntryId } from '../../src/domain/ids.ts'
import { discussion, entry, now, problemOf, undoing } from './judged.ts'

describe('closing', () => {
  const open: StoredDiscussion = discussion
  const closed = { ...open, closed: true }
  const wanted = { moderator: 'Mo', closed: true, reason: null, now }
  const closing = entry({ action: 'close', commentId: null, revision: null, before: null })

  test('closes, and opens again', () => {
    const decision = { closed: true, entry: { action: 'close', commentId: null, excerpt: 'Article a' } }
    expect(decideClosing({ discussion: open, entries: [] }, wanted)).toMatchObject(decision)
    const reopening = decideClosing({ discussion: closed, entries: [] }, { ...wanted, closed: false })
    expect(reopening).toMatchObject({ closed: false, entry: { action: 'reopen' } })
  })

  test('is answered as before to the same moderator, and refused otherwise where it is so already', () => {
    const facts = { discussion: closed, entries: [closing] }
    expect(decideClosing(facts, wanted)).toEqual({ answered: closing })
    const refused = { code: 'invalid', field: 'closed' }
    expect(problemOf(() => decideClosing(facts, { ...wanted, moderator: 'Zoë' }))).toMatchObject(refused)
    expect(problemOf(() => decideClosing({ ...facts, entries: [] }, wanted))).toMatchObject(refused)
  })

  test('is undone where it is the last one that stands, and the discussion still is so', () => {
    const facts = { discussion: closed, entries: [closing] }
    expect(decideReversal(facts, undoing)).toMatchObject({ closed: false, entry: { undoes: '2' } })
    const reopened = entry({ id: '3' as EntryId, action: 'reopen' })
    for (const other of [{ discussion: open }, { entries: [reopened, closing] }, { entries: [] }]) {
      const problem = problemOf(() => decideReversal({ ...facts, ...other }, undoing))
      expect(problem).toMatchObject({ code: 'invalid', field: 'entryId' })
    }
  })
})

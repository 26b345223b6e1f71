import { ProblemError, type Problem } from '../../src/api/problem.ts'
import { arrangeImport } from '../../src/backend/arrangeImport.ts'
import type { StoredEntry } from '../../src/backend/moderatingStore.ts'
import type { StoredComment } from '../../src/backend/store.ts'
import type { EntryId } from '../../src/domain/ids.ts'
import { at, importOf } from './imports.ts'

const arranged = arrangeImport(importOf('a', [['1', null, 1, 'Pete', 'A text']]), null)
const [imported] = arranged.comments
if (!imported) throw new Error('nothing was imported')

/** What moderators decide on, when, and what they undo. */
export const { discussion } = arranged
export const comment: StoredComment = { ...imported, revision: 3, editableUntil: at(16) }
export const now = new Date(at(60))
export const undoing = { moderator: 'Mo', entryId: '2' as EntryId, now }

/** That `comment` was approved, unless it says otherwise. */
export function entry(changes: Partial<StoredEntry> = {}): StoredEntry {
  return {
    id: '2' as EntryId,
    at: at(50),
    moderator: 'Mo',
    action: 'approve',
    discussionId: discussion.id,
    commentId: comment.id,
    excerpt: 'A text',
    reason: null,
    undoes: null,
    undoneBy: null,
    revision: 3,
    before: { status: 'published', body: 'A text', editableUntil: at(16), holding: null },
    ...changes,
  }
}

/** Why nothing is decided; `null` where something is. */
export function problemOf(decide: () => unknown): Problem | null {
  try {
    decide()
    return null
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
}

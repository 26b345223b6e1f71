import { expect } from 'vitest'
import type {
  CommentDecision,
  CommentFacts,
  Outcome,
  StoredEntry,
} from '../../../src/backend/moderatingStore.ts'
import type { ServerStore } from '../../../src/backend/serverStore.ts'
import type { Report } from '../../../src/backend/store.ts'
import type { CommentId, IdempotencyKey } from '../../../src/domain/ids.ts'
import { at, importOf } from '../imports.ts'
import { here, id, tree } from './support.ts'

export const limits = { items: 99, reports: 9 }

/** What is done to a store under test, and asked of it, where moderators are at work. */
export function moderatorsDesk(store: () => ServerStore) {
  const fill = () => store().importDiscussion(importOf('a', tree), { replace: false })
  return { fill, report, decide, factsOf, matches, everything }

  async function report(which: string, minute: number, changes: Partial<Report> = {}): Promise<void> {
    const discussionId = changes.discussionId ?? here
    const key = `${discussionId}-${which}-${minute}` as IdempotencyKey
    await store().report(
      {
        key,
        discussionId,
        commentId: id(which),
        reason: 'spam',
        words: '',
        receivedAt: at(minute),
        ...changes,
      },
      () => undefined,
    )
  }

  /** Has something become of a comment, with an entry that says `approve` unless it says otherwise. */
  function decide(which: string, outcome: Outcome, changes: Partial<StoredEntry> = {}) {
    return store().decideOnComment(here, id(which), () => ({
      entry: entryOf(id(which), changes),
      outcome,
    }))
  }

  async function factsOf(which: string, discussionId = here): Promise<CommentFacts> {
    let seen: CommentFacts | undefined
    const looked = new Error('looked')
    const looking = store().decideOnComment(discussionId, id(which), (facts) => {
      seen = facts
      throw looked
    })
    await expect(looking).rejects.toBe(looked)
    if (!seen) throw new Error('nothing was asked')
    return seen
  }

  async function matches(term: string): Promise<string[]> {
    const nothing = { author: null, from: null, until: null, after: null, limit: 9 }
    const found = await store().search({ ...nothing, discussionId: here, terms: [term] })
    return (found?.matches ?? []).map((match) => String(match.comment.id))
  }

  async function everything() {
    return [
      await store().readDiscussion(here),
      await store().listChanges(here, 0, 99),
      await store().listWaiting(null, limits),
      await store().listEntries(null, 99),
    ]
  }
}

function entryOf(commentId: CommentId, changes: Partial<StoredEntry>): CommentDecision['entry'] {
  const { id: _, undoneBy: __, ...changed } = changes
  return {
    at: at(800),
    moderator: 'Mo',
    action: 'approve',
    discussionId: here,
    commentId,
    excerpt: 'Hello',
    reason: null,
    undoes: null,
    revision: 1,
    before: null,
    ...changed,
  }
}

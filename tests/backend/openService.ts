import type { PostedComment } from '../../src/api/schemas.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createService } from '../../src/backend/service.ts'
import type { Store } from '../../src/backend/store.ts'
import { randomId, type CommentId, type DiscussionId } from '../../src/domain/ids.ts'
import { importOf } from './imports.ts'
import { revised } from './store/support.ts'
import { tokens } from './tokens.ts'

export const discussionId = 'a' as DiscussionId
const START = Date.UTC(2026, 0, 1)
/** All but the store. */
export const ports = {
  clock: () => new Date(START),
  ids: () => randomId<CommentId>(),
  signal: createLocalSignal(),
  tokens,
}

export function rightTo({ id, editToken, revision }: PostedComment) {
  return { discussionId, commentId: id, editToken: editToken ?? '', revision }
}

export function hello() {
  return { discussionId: 'a' as DiscussionId, parentId: null, author: { name: 'Ann' }, body: 'Hello' }
}

/** A service over a memory store, with a clock that stands still until it is told to `wait`. */
export async function openService(rows: Parameters<typeof importOf>[1] = []) {
  const store = createMemoryStore()
  await store.importDiscussion(importOf('a', rows), { replace: false })
  let now = START
  const signal = createLocalSignal()
  const api = createService({ ...ports, store, signal, clock: () => new Date(now) })
  const wait = (milliseconds: number) => {
    now += milliseconds
  }
  const takeDown = (id: CommentId) =>
    store.revise(discussionId, id, (comment) => revised(comment, { status: 'rejected' }))
  return { api, store, signal, wait, takeDown }
}

/** The same store, with every discussion closed. */
export function closing(store: Store): Store {
  return {
    ...store,
    post: (attempt, decide) =>
      store.post(attempt, (facts) =>
        decide({ ...facts, discussion: facts.discussion && { ...facts.discussion, closed: true } }),
      ),
    revise: (at, id, decide) =>
      store.revise(at, id, (present, discussion) => decide(present, { ...discussion, closed: true })),
  }
}

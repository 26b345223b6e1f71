import { expect } from 'vitest'
import type { NewComment, PostAttempt, PostFacts, Siblings, Store } from '../../../src/backend/store.ts'
import type { CommentId, DiscussionId, IdempotencyKey } from '../../../src/domain/ids.ts'
import { at } from '../imports.ts'

/** A store that was opened empty for the test. */
export type StoreUnderTest = () => Store

export const here = 'a' as DiscussionId

/** Two threads; replies of three levels, whose times cross those of their cousins. */
export const tree = [
  ['7', null, 20, 'George'],
  ['1', null, 1, 'Pete'],
  ['2', '1', 2, 'Hapa'],
  ['3', '2', 11, 'Pete'],
  ['5', '1', 3, 'George'],
  ['4', '1', 4, 'Hapa'],
  ['6', '5', 10, 'Pete'],
] as const

/** Four threads with no to two replies. */
export const ranking = [
  ['4', null, 4],
  ['4a', '4', 5],
  ['3', null, 3],
  ['3a', '3', 5],
  ['2', null, 2],
  ['2a', '2', 5],
  ['2b', '2a', 6],
  ['1', null, 1],
] as const

export function id(text: string): CommentId {
  return text as CommentId
}

export function threads(changes: Partial<Siblings> = {}): Siblings {
  return { discussionId: here, parentId: null, order: 'newest', after: null, limit: 99, ...changes }
}

export async function listIds(store: Store, siblings: Siblings): Promise<string[]> {
  const branches = await store.listBranches(siblings, 0)
  return branches.map((branch) => branch.comment.id)
}

type Wanted = { key: string; discussionId: DiscussionId; parentId: CommentId; since: string; name: string }

export function attempt({ key, discussionId = here, parentId, since, name }: Partial<Wanted>): PostAttempt {
  return {
    key: key === undefined ? null : (key as IdempotencyKey),
    request: { discussionId, parentId: parentId ?? null, authorName: name ?? 'Ann', body: 'Hello' },
    recentSince: since ?? at(0),
  }
}

export function comment(text: string, changes: Partial<NewComment> = {}): NewComment {
  return {
    id: id(text),
    discussionId: here,
    parentId: null,
    depth: 1,
    author: { name: 'Ann' },
    body: 'Hello',
    format: 'plain',
    status: 'published',
    createdAt: at(500),
    editedAt: null,
    revision: 1,
    editableUntil: null,
    ...changes,
  }
}

/** The facts that a post would be decided on, without posting. */
export async function factsOf(store: Store, wanted: PostAttempt): Promise<PostFacts> {
  let seen: PostFacts | undefined
  const looked = new Error('looked')
  await store
    .post(wanted, (facts) => {
      seen = facts
      throw looked
    })
    .catch((error: unknown) => expect(error).toBe(looked))
  if (!seen) throw new Error('nothing was asked')
  return seen
}

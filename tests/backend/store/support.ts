import { expect } from 'vitest'
import type {
  NewComment,
  PostAttempt,
  PostFacts,
  Position,
  Revision,
  Siblings,
  Store,
  StoredComment,
} from '../../../src/backend/store.ts'
import type { CommentId, DiscussionId, IdempotencyKey } from '../../../src/domain/ids.ts'
import type { Order } from '../../../src/domain/order.ts'
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

type Wish = Partial<{
  order: Order
  after: Position | null
  asOf: number | null
  limit: number
  discussionId: DiscussionId
  backwards: boolean
}>

export function threads(wish: Wish = {}): Siblings {
  const whole = { discussionId: here, order: 'newest', after: null, asOf: null, limit: 99 } as const
  return { ...whole, ...wish, parentId: null }
}

export function repliesTo(parentId: string, after: Position | null = null): Siblings {
  return { discussionId: here, parentId: id(parentId), order: 'oldest', after, asOf: null, limit: 99 }
}

export async function listBranches(store: Store, siblings: Siblings, below = 0) {
  return (await store.listBranches(siblings, below))?.branches ?? []
}

export async function listIds(store: Store, siblings: Siblings): Promise<string[]> {
  const branches = await listBranches(store, siblings)
  return branches.map((branch) => branch.comment.id)
}

type Wanted = { key: string; discussionId: DiscussionId; parentId: CommentId; since: string; name: string }

export function attempt({ key, discussionId = here, parentId, since, name }: Partial<Wanted>): PostAttempt {
  return {
    key: key === undefined ? null : (key as IdempotencyKey),
    request: {
      discussionId,
      parentId: parentId ?? null,
      authorName: name ?? 'Ann',
      body: 'Hello',
      format: 'plain',
    },
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

/** Posts a comment of this id, at the top level unless it says otherwise. */
export function post(store: Store, text: string, changes: Partial<NewComment> = {}): Promise<StoredComment> {
  return store.post(attempt({}), () => comment(text, changes))
}

/** Has a comment of this id held. */
export function hold(store: Store, text: string, changes: Partial<NewComment> = {}): Promise<StoredComment> {
  return post(store, text, { status: 'held', heldFor: 'links', ...changes })
}

/** What becomes of a comment with another text, or of one that is deleted. */
export function revised(comment: StoredComment, changes: Partial<Revision>): Revision {
  const { format, editableUntil, revision, status, body } = comment
  return { format, editableUntil, status, body, editedAt: at(600), revision: revision + 1, ...changes }
}

export function edit(store: Store, text: string, body: string): Promise<StoredComment | null> {
  return store.revise(here, id(text), (present) => revised(present, { body }))
}

export function remove(store: Store, text: string): Promise<StoredComment | null> {
  return store.revise(here, id(text), (present) => revised(present, { status: 'deleted' }))
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

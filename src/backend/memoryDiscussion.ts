import { groupBy } from '../domain/groupBy.ts'
import type { CommentId } from '../domain/ids.ts'
import { changesOf } from './changes.ts'
import { addComment, releaseComment, reviseComment, withholdComment } from './counting.ts'
import { byReplies, byTime } from './siblingOrder.ts'
import { insertInto, removeFrom, type Compare } from './sortedList.ts'
import type { NewComment, Revision, StoredComment, StoredDiscussion, Verdict } from './store.ts'

/**
 * One discussion in memory, with every list in its order at all times, so that nothing is sorted when it is asked for. A
 * comment is changed by putting another record into its box.
 */
export type MemoryDiscussion = {
  record: StoredDiscussion
  boxes: Map<CommentId, Box>
  /** By time. Under `null` the threads. */
  siblings: Map<CommentId | null, Box[]>
  /** The threads by their reply counts. */
  ranking: Box[]
  /** Every comment under each of its versions that `changesOf` lists. */
  changes: Change[]
  /** What was posted, by the writer's name. */
  posted: Map<string, Box[]>
  withheld: Map<CommentId, StoredComment>
}

export type Box = { comment: StoredComment }
type Change = { version: number; box: Box }

/** `comments` are imported, in any order. */
export function createMemoryDiscussion(
  record: StoredDiscussion,
  comments: readonly StoredComment[],
): MemoryDiscussion {
  const boxes = comments.map((comment): Box => ({ comment }))
  const siblings = groupBy(boxes, ({ comment }) => comment.parentId)
  for (const group of siblings.values()) group.sort(boxesByTime)
  return {
    record,
    boxes: new Map(boxes.map((box) => [box.comment.id, box])),
    siblings,
    ranking: (siblings.get(null) ?? []).toSorted(boxesByReplies),
    changes: [],
    posted: new Map(),
    withheld: new Map(),
  }
}

/** Adds a comment and counts it in the discussion and in every ancestor. */
export function addToMemory(discussion: MemoryDiscussion, added: NewComment): StoredComment {
  const { boxes, siblings, ranking, posted } = discussion
  const parent = added.parentId === null ? undefined : boxes.get(added.parentId)
  const { discussion: record, comment } = addComment(discussion.record, added, parent?.comment ?? null)
  const box = { comment }
  discussion.record = record
  boxes.set(comment.id, box)
  insertInto(listUnder(siblings, comment.parentId), box, boxesByTime)
  if (comment.parentId === null) insertInto(ranking, box, boxesByReplies)
  listChangesOf(discussion, box)
  listUnder(posted, comment.author.name).push(box)
  for (let above = parent; above;) {
    countOneBelow(ranking, above)
    const { parentId } = above.comment
    above = parentId === null ? undefined : boxes.get(parentId)
  }
  return comment
}

export function withholdInMemory({ boxes, withheld }: MemoryDiscussion, added: NewComment): StoredComment {
  const parent = added.parentId === null ? undefined : boxes.get(added.parentId)
  const comment = withholdComment(added, parent?.comment ?? null)
  withheld.set(comment.id, comment)
  return comment
}

/** As `Store.release` says. */
export function releaseInMemory(
  discussion: MemoryDiscussion,
  id: CommentId,
  verdict: Verdict,
): StoredComment | null {
  const { withheld } = discussion
  const held = withheld.get(id)
  if (held?.status !== 'held') return null
  const released = releaseComment(held, verdict)
  if (released.status === 'published') {
    withheld.delete(id)
    return addToMemory(discussion, released)
  }
  withheld.set(id, released)
  return released
}

/** As `Store.revise` says. */
export function reviseInMemory(
  discussion: MemoryDiscussion,
  box: Box,
  decide: (comment: StoredComment, discussion: StoredDiscussion) => Revision | null,
): StoredComment {
  const revision = decide(box.comment, discussion.record)
  if (!revision) return box.comment
  const { comment, discussion: record } = reviseComment(discussion.record, box.comment, revision)
  for (const version of changesOf(box.comment, record.importedIn)) {
    removeFrom(discussion.changes, { version, box }, byVersion)
  }
  discussion.record = record
  box.comment = comment
  listChangesOf(discussion, box)
  return comment
}

export function listChangesOf({ record, changes }: MemoryDiscussion, box: Box): void {
  for (const version of changesOf(box.comment, record.importedIn)) {
    insertInto(changes, { version, box }, byVersion)
  }
}

function countOneBelow(ranking: Box[], box: Box): void {
  const isThread = box.comment.parentId === null
  if (isThread) removeFrom(ranking, box, boxesByReplies)
  box.comment = { ...box.comment, replyCount: box.comment.replyCount + 1 }
  if (isThread) insertInto(ranking, box, boxesByReplies)
}

export function listUnder<Key>(lists: Map<Key, Box[]>, key: Key): Box[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

const boxesByTime: Compare<Box> = (a, b) => byTime(a.comment, b.comment)
const boxesByReplies: Compare<Box> = (a, b) => byReplies(a.comment, b.comment)
export const byVersion: Compare<Change> = (a, b) => a.version - b.version

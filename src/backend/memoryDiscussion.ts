import type { CommentId } from '../domain/ids.ts'
import { addComment } from './counting.ts'
import { byReplies, byTime } from './siblingOrder.ts'
import type { NewComment, Position, Siblings, StoredComment, StoredDiscussion } from './store.ts'

/** One discussion in memory. A comment's counts are changed by putting another record into its box. */
export type MemoryDiscussion = {
  record: StoredDiscussion
  boxes: Map<CommentId, Box>
  /** Under `null` the threads. */
  siblings: Map<CommentId | null, SiblingBoxes>
  boxesByName: Map<string, Box[]>
}

type Box = { comment: StoredComment }

/** `byReplies` is sorted when it is asked for and dropped when a count in it changes. */
type SiblingBoxes = { byTime: Box[]; byReplies: Box[] | null }

/** `comments` in any order. */
export function createMemoryDiscussion(
  record: StoredDiscussion,
  comments: readonly StoredComment[],
): MemoryDiscussion {
  const discussion: MemoryDiscussion = {
    record,
    boxes: new Map(),
    siblings: new Map(),
    boxesByName: new Map(),
  }
  for (const comment of comments) enter(discussion, comment)
  for (const group of discussion.siblings.values()) group.byTime.sort((a, b) => byTime(a.comment, b.comment))
  return discussion
}

/** A page of siblings, as `Store.listBranches` says; in logarithmic time for the times, and for replies once sorted. */
export function listSiblings(
  discussion: MemoryDiscussion,
  { parentId, order, after, limit }: Pick<Siblings, 'parentId' | 'order' | 'after' | 'limit'>,
): StoredComment[] {
  const group = discussion.siblings.get(parentId)
  if (!group || limit <= 0) return []
  if (order === 'oldest') {
    const start = after ? countBefore(group.byTime, (comment) => byTime(comment, after) <= 0) : 0
    return group.byTime.slice(start, start + limit).map(({ comment }) => comment)
  }
  const [boxes, compare] = order === 'newest' ? [group.byTime, byTime] : [ranked(group), byReplies]
  const end = after ? countBefore(boxes, (comment) => compare(comment, after) < 0) : boxes.length
  const page = boxes.slice(Math.max(0, end - limit), end)
  return page.toReversed().map(({ comment }) => comment)
}

/** Adds a comment and counts it in the discussion and in every ancestor. */
export function addToMemory(discussion: MemoryDiscussion, added: NewComment): StoredComment {
  const { discussion: record, comment } = addComment(discussion.record, added)
  discussion.record = record
  const box = enter(discussion, comment)
  const siblings = discussion.siblings.get(comment.parentId)?.byTime ?? []
  siblings.pop()
  siblings.splice(
    countBefore(siblings, (other) => byTime(other, comment) < 0),
    0,
    box,
  )
  for (let { parentId } = comment; parentId !== null;) {
    const ancestor = discussion.boxes.get(parentId)
    if (!ancestor) break
    ancestor.comment = { ...ancestor.comment, replyCount: ancestor.comment.replyCount + 1 }
    parentId = ancestor.comment.parentId
    forgetRanking(discussion, parentId)
  }
  return comment
}

/** Comments of one name at or after an instant. */
export function listByName(discussion: MemoryDiscussion, name: string, since: Position['createdAt']) {
  const comments = discussion.boxesByName.get(name)?.map(({ comment }) => comment) ?? []
  return comments.filter(({ createdAt }) => createdAt >= since)
}

/** Puts a comment at the end of its siblings. */
function enter(discussion: MemoryDiscussion, comment: StoredComment): Box {
  const box = { comment }
  discussion.boxes.set(comment.id, box)
  const group = discussion.siblings.get(comment.parentId)
  if (group) group.byTime.push(box)
  else discussion.siblings.set(comment.parentId, { byTime: [box], byReplies: null })
  forgetRanking(discussion, comment.parentId)
  const sameName = discussion.boxesByName.get(comment.author.name)
  if (sameName) sameName.push(box)
  else discussion.boxesByName.set(comment.author.name, [box])
  return box
}

function ranked(group: SiblingBoxes): Box[] {
  group.byReplies ??= group.byTime.toSorted((a, b) => byReplies(a.comment, b.comment))
  return group.byReplies
}

function forgetRanking(discussion: MemoryDiscussion, parentId: CommentId | null): void {
  const group = discussion.siblings.get(parentId)
  if (group) group.byReplies = null
}

/** How many boxes come before a place, found by halving; `isBefore` holds for the first ones and for none after them. */
function countBefore(boxes: readonly Box[], isBefore: (comment: StoredComment) => boolean): number {
  let low = 0
  let high = boxes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const box = boxes[middle]
    if (box && isBefore(box.comment)) low = middle + 1
    else high = middle
  }
  return low
}

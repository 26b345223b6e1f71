import type { Comment } from './comment.ts'
import type { CommentId } from './ids.ts'
import { byAge, type Siblings } from './thread.ts'

/** Comments that were read in one answer, just as they were at a version of their discussion; parents before their replies. */
export type Excerpt = { comments: readonly Comment[]; version: number }

/** More of a branch, which goes on at `nextCursor`. */
export type BranchExcerpt = Excerpt & { branchId: CommentId; nextCursor: string | null }

/**
 * A thread as far as it was read for one of its comments, the thread itself first; beyond the first replies of a comment it may
 * hold one that stands later. A pinned one stands before all others.
 */
export type ContextExcerpt = Excerpt & { isPinned: boolean }

/** What is known to have happened since: comments that came, in that order, and what became of those of before. */
export type Happenings = {
  added: readonly Comment[]
  /** Those of `added` that are to be shown. */
  shown: ReadonlySet<CommentId>
  edited: ReadonlyMap<CommentId, Comment>
  deleted: ReadonlySet<CommentId>
}

export type Assembled = {
  /** Every comment that is shown, a parent before its replies, counted with what came since it was read. */
  comments: ReadonlyMap<CommentId, Comment>
  /** The threads of each page, and under every comment its replies, oldest first. */
  pages: readonly (readonly CommentId[])[]
  replies: Siblings
  /** Threads that are pinned, the one that was read last first; they stand in no page. */
  pinned: readonly CommentId[]
  /** Threads that came since the pages were read and are shown, oldest first. */
  cameLater: readonly CommentId[]
  /**
   * What came and is not shown, by the shown comment that it stands below; new threads and what is below them under `null`.
   * A deleted one is among it where something stands below it.
   */
  news: ReadonlyMap<CommentId | null, readonly Comment[]>
}

/**
 * Puts together what was read of a discussion at different times. Each comment stands once, as it was read last; it counts
 * what is known to have come below it after that, and hides what it counts and nobody has read. What came while the
 * pages were read and is in one of them, or is still to come in one (`threadsReadUpTo` is the version up to which the pages,
 * with those that follow, hold all threads), is no news. A context adds to its thread where that stands. Linear, iterative,
 * never throws.
 */
export function assemble(
  pages: readonly Excerpt[],
  branches: readonly BranchExcerpt[],
  { added, shown, edited, deleted }: Happenings,
  threadsReadUpTo: number,
  contexts: readonly ContextExcerpt[] = [],
): Assembled {
  const known: Known = new Map()
  const pinned = new Set(
    contexts
      .toReversed()
      .flatMap(({ isPinned, comments: [thread] }) => (isPinned && thread ? thread.id : [])),
  )
  const threads = pages.map((page) => readPage(known, page).filter((id) => !pinned.has(id)))
  const standing = new Set([...threads.flat(), ...pinned])
  const cameLater = added.flatMap(({ id, parentId }) =>
    parentId === null && shown.has(id) && !standing.has(id) ? [id] : [],
  )
  for (const id of cameLater) standing.add(id)
  for (const { comments: all, version } of contexts) {
    if (all[0] && standing.has(all[0].id)) readAll(known, all, version)
  }
  const ends = new Map<CommentId, string | null>()
  for (const branch of branches) {
    if (!known.has(branch.branchId)) continue
    readBranch(known, branch)
    ends.set(branch.branchId, branch.nextCursor)
  }
  /** Where the replies of a comment go on that nobody has read; `null` where they end. */
  const cursorOf = ({ id, nextReplyCursor }: Comment) =>
    ends.has(id) ? (ends.get(id) ?? null) : nextReplyCursor

  const news = new Map<CommentId | null, Comment[]>()
  const heldBelow = new Map<CommentId, CommentId | null>()
  const answered = new Set(added.map(({ parentId }) => parentId))
  for (const comment of added) {
    const { id, parentId, sequence } = comment
    if (known.has(id)) continue
    const parent = parentId === null ? undefined : known.get(parentId)
    if (shown.has(id) && (parentId === null || parent)) {
      known.set(id, { comment: withoutReplies(comment), asOf: sequence })
      continue
    }
    const below = parent || parentId === null ? parentId : heldBelow.get(parentId)
    if (below === undefined) continue
    if (parent && sequence <= parent.asOf && cursorOf(parent.comment) !== null) continue
    if (deleted.has(id) && !answered.has(id)) continue
    if (parentId === null && sequence <= threadsReadUpTo) continue
    heldBelow.set(id, below)
    news.set(below, [...(news.get(below) ?? []), revised(comment, edited, deleted)])
  }

  const comments = countAll(known, cursorOf, (comment) => revised(comment, edited, deleted))
  return { comments, pages: threads, replies: repliesOf(comments), pinned: [...pinned], cameLater, news }
}

/** `asOf` is the version that a comment's counts are of. In the order of reading, parents before their replies. */
type Known = Map<CommentId, { comment: Comment; asOf: number }>

/** Gives the page's threads that no page before it has. */
function readPage(known: Known, { comments, version }: Excerpt): CommentId[] {
  const fresh = comments.filter(({ id }) => !known.has(id))
  readAll(known, comments, version)
  return fresh.filter(({ parentId }) => parentId === null || !known.has(parentId)).map(({ id }) => id)
}

function readAll(known: Known, comments: readonly Comment[], version: number): void {
  for (const comment of comments) read(known, comment, version)
}

function readBranch(known: Known, { comments, version }: BranchExcerpt): void {
  for (const comment of comments) {
    if (comment.parentId !== null && known.has(comment.parentId)) read(known, comment, version)
  }
}

function read(known: Known, comment: Comment, version: number): void {
  const before = known.get(comment.id)
  if (!before || before.asOf < version) known.set(comment.id, { comment, asOf: version })
}

/** All that came below it is known apart, so it starts from nothing. */
function withoutReplies(comment: Comment): Comment {
  return { ...comment, replyCount: 0, hiddenReplies: 0, nextReplyCursor: null }
}

function revised(comment: Comment, edited: Happenings['edited'], deleted: Happenings['deleted']): Comment {
  if (deleted.has(comment.id)) return { ...comment, status: 'deleted', body: '', author: { name: '' } }
  const now = edited.get(comment.id)
  if (!now || now.revision <= comment.revision) return comment
  const { author, body, format, status, editedAt, revision, editableUntil } = now
  return { ...comment, author, body, format, status, editedAt, revision, editableUntil }
}

/**
 * What a comment hides is what it counts beyond what is known; nothing where its replies end, and something where they go on, as far as
 * what is below it was read after it.
 */
function countAll(
  known: Known,
  cursorOf: (comment: Comment) => string | null,
  revise: (comment: Comment) => Comment,
): Map<CommentId, Comment> {
  const came = countArrivals(known)
  const held = new Map<CommentId, { count: number; asOf: number }>()
  const counted = new Map<CommentId, Comment>()
  for (const [id, { comment, asOf }] of [...known].toReversed()) {
    const below = held.get(id) ?? { count: 0, asOf: 0 }
    const least = below.asOf > asOf ? 1 : 0
    const counts = comment.replyCount + (came.get(id) ?? 0)
    const cursor = cursorOf(comment)
    const hiddenReplies = cursor === null ? 0 : Math.max(least, counts - below.count)
    const nextReplyCursor = hiddenReplies === 0 ? null : cursor
    const replyCount = below.count + hiddenReplies
    const { parentId } = comment
    if (parentId !== null) {
      const beside = held.get(parentId)
      held.set(parentId, {
        count: (beside?.count ?? 0) + 1 + replyCount,
        asOf: Math.max(asOf, below.asOf, beside?.asOf ?? 0),
      })
    }
    const isAsRead =
      replyCount === comment.replyCount &&
      hiddenReplies === comment.hiddenReplies &&
      nextReplyCursor === comment.nextReplyCursor
    counted.set(id, revise(isAsRead ? comment : { ...comment, replyCount, hiddenReplies, nextReplyCursor }))
  }
  return new Map([...counted].toReversed())
}

/** How many of the known comments below each came after its counts were read. */
function countArrivals(known: Known): Map<CommentId, number> {
  const came = new Map<CommentId, number>()
  const earliest = [...known.values()].reduce((least, { asOf }) => Math.min(least, asOf), Infinity)
  for (const { comment } of known.values()) {
    if (comment.sequence <= earliest) continue
    const passed = new Set([comment.id])
    for (let { parentId } = comment; parentId !== null && !passed.has(parentId);) {
      const ancestor = known.get(parentId)
      if (!ancestor) break
      if (comment.sequence > ancestor.asOf) came.set(parentId, (came.get(parentId) ?? 0) + 1)
      passed.add(parentId)
      parentId = ancestor.comment.parentId
    }
  }
  return came
}

function repliesOf(comments: ReadonlyMap<CommentId, Comment>): Siblings {
  const replies = new Map<CommentId | null, Comment[]>()
  for (const comment of comments.values()) {
    const { parentId } = comment
    if (parentId === null) continue
    const group = replies.get(parentId)
    if (group) group.push(comment)
    else replies.set(parentId, [comment])
  }
  for (const group of replies.values()) group.sort(byAge)
  return replies
}

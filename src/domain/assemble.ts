import type { Comment } from './comment.ts'
import type { CommentId } from './ids.ts'
import { byAge, type Siblings } from './thread.ts'

/** Comments that were read in one answer, just as they were at a version of their discussion; parents before their replies. */
export type Excerpt = { comments: readonly Comment[]; version: number }

/** More of a branch, which goes on at `nextCursor`. */
export type BranchExcerpt = Excerpt & { branchId: CommentId; nextCursor: string | null }

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
 * with those that follow, hold all threads), is no news. Linear, iterative, never throws.
 */
export function assemble(
  pages: readonly Excerpt[],
  branches: readonly BranchExcerpt[],
  { added, shown, edited, deleted }: Happenings,
  threadsReadUpTo: number,
): Assembled {
  const known: Known = new Map()
  const threads = pages.map((page) => readPage(known, page))
  const ends = new Map<CommentId, string | null>()
  for (const branch of branches) {
    if (!known.has(branch.branchId)) continue
    readBranch(known, branch)
    ends.set(branch.branchId, branch.nextCursor)
  }
  /** Where the replies of a comment go on that nobody has read; `null` where they end. */
  const cursorOf = ({ id, nextReplyCursor }: Comment) =>
    ends.has(id) ? (ends.get(id) ?? null) : nextReplyCursor

  const cameLater: CommentId[] = []
  const news = new Map<CommentId | null, Comment[]>()
  const heldBelow = new Map<CommentId, CommentId | null>()
  const answered = new Set(added.map(({ parentId }) => parentId))
  for (const comment of added) {
    const { id, parentId, sequence } = comment
    if (known.has(id)) continue
    const parent = parentId === null ? undefined : known.get(parentId)
    if (shown.has(id) && (parentId === null || parent)) {
      known.set(id, { comment: withoutReplies(comment), asOf: sequence })
      if (parentId === null) cameLater.push(id)
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
  return { comments, pages: threads, replies: repliesOf(comments), cameLater, news }
}

/** `asOf` is the version that a comment's counts are of. In the order of reading, parents before their replies. */
type Known = Map<CommentId, { comment: Comment; asOf: number }>

/** Gives the page's threads that no page before it has. */
function readPage(known: Known, { comments, version }: Excerpt): CommentId[] {
  const fresh = comments.filter(({ id }) => !known.has(id))
  for (const comment of comments) read(known, comment, version)
  return fresh.filter(({ parentId }) => parentId === null || !known.has(parentId)).map(({ id }) => id)
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

/** What a comment hides is what it counts beyond what is known; nothing where its replies end, and something where they go on. */
function countAll(
  known: Known,
  cursorOf: (comment: Comment) => string | null,
  revise: (comment: Comment) => Comment,
): Map<CommentId, Comment> {
  const came = countArrivals(known)
  const held = new Map<CommentId, number>()
  const counted = new Map<CommentId, Comment>()
  for (const [id, { comment }] of [...known].toReversed()) {
    const heldHere = held.get(id) ?? 0
    const nextReplyCursor = cursorOf(comment)
    const counts = comment.replyCount + (came.get(id) ?? 0)
    const hiddenReplies = nextReplyCursor === null ? 0 : Math.max(1, counts - heldHere)
    const replyCount = heldHere + hiddenReplies
    const { parentId } = comment
    if (parentId !== null) held.set(parentId, (held.get(parentId) ?? 0) + 1 + replyCount)
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

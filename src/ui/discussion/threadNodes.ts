import type { Assembled } from '../../domain/assemble.ts'
import type { Comment } from '../../domain/comment.ts'
import type { CommentId } from '../../domain/ids.ts'
import { replyParents } from '../../domain/replyPlace.ts'
import type { Entry } from '../outbox/entry.ts'
import { hasSameMembers, isAlike } from './sameMembers.ts'

/** A comment with all that is drawn below it. It stays the same object as long as nothing of that changes. */
export type ThreadNode = {
  comment: Comment
  /** Below which comment an answer to it stands; `null` at the top level. */
  replyParentId: CommentId | null
  /** Oldest first. */
  replies: readonly ThreadNode[]
  /** What came below it and is not shown. */
  news: readonly Comment[]
  /** What is on its way to below it. */
  pending: readonly Entry[]
}

/** The threads of a discussion as they are drawn. */
export type ThreadNodes = {
  byId: ReadonlyMap<CommentId, ThreadNode>
  /** The threads of each page that was read. */
  pages: readonly (readonly ThreadNode[])[]
  /** Threads that stand before all others, since the reader was led to a comment in them. */
  pinned: readonly ThreadNode[]
  /** Those that came since, newest first. */
  cameLater: readonly ThreadNode[]
  /** New threads, and what is below them, that are not shown. */
  news: readonly Comment[]
  pending: readonly Entry[]
}

type Pending = ReadonlyMap<CommentId | null, readonly Entry[]>

/** How many comments came; one that was deleted since only keeps the place of what stands below it. */
export function countNews(news: readonly Comment[]): number {
  return news.filter(({ status }) => status !== 'deleted').length
}

/**
 * Makes the nodes over and over, each time with what has not changed since the last time. Comments are replied to down to
 * `maxDepth`. Linear, iterative.
 */
export function createNodeMaker(): (assembled: Assembled, pending: Pending, maxDepth: number) => ThreadNodes {
  let last: ThreadNodes | null = null
  return ({ comments, pages, replies, pinned, cameLater, news }, pending, maxDepth) => {
    const parents = replyParents(comments.values(), maxDepth)
    const byId = new Map<CommentId, ThreadNode>()
    const nodesOf = (ids: readonly CommentId[], before?: readonly ThreadNode[]) =>
      same(
        ids.flatMap((id) => byId.get(id) ?? []),
        before,
      )
    for (const [id, comment] of [...comments].toReversed()) {
      const before = last?.byId.get(id)
      const node = {
        comment: before && isAlike(before.comment, comment) ? before.comment : comment,
        replyParentId: parents.get(id) ?? null,
        replies: nodesOf(
          (replies.get(id) ?? []).map((reply) => reply.id),
          before?.replies,
        ),
        news: same(news.get(id) ?? NONE, before?.news),
        pending: same(pending.get(id) ?? NONE, before?.pending),
      }
      byId.set(id, before && hasSameMembers(before, node) ? before : node)
    }
    last = {
      byId,
      pages: pages.map((ids, index) => nodesOf(ids, last?.pages[index])),
      pinned: nodesOf(pinned, last?.pinned),
      cameLater: nodesOf(cameLater.toReversed(), last?.cameLater),
      news: same(news.get(null) ?? NONE, last?.news),
      pending: same(pending.get(null) ?? NONE, last?.pending),
    }
    return last
  }
}

const NONE: readonly never[] = []

function same<Item>(list: readonly Item[], before: readonly Item[] | undefined): readonly Item[] {
  return before && hasSameMembers(before, list) ? before : list
}

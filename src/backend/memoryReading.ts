import type { CommentId, Instant } from '../domain/ids.ts'
import { countArrivals, rankAsTheyAre, rankThreads } from './arrivals.ts'
import { breadthFirst } from './breadthFirst.ts'
import { firstOfEach, listedFor } from './changes.ts'
import type { Box, MemoryDiscussion } from './memoryDiscussion.ts'
import { byReplies, byTime } from './siblingOrder.ts'
import { countBefore } from './sortedList.ts'
import type { Branches, Position, Ranked, Siblings, StoredComment } from './store.ts'

/** As `Store.listBranches` says. */
export function listBranches(discussion: MemoryDiscussion, siblings: Siblings, below: number): Branches {
  const { parentId } = siblings
  return {
    discussion: discussion.record,
    parent: (parentId !== null && discussion.boxes.get(parentId)?.comment) || null,
    branches: listSiblings(discussion, siblings).map((ranked) => ({
      ...ranked,
      below: listBelow(discussion, ranked.comment, below),
    })),
  }
}

/** Comments that changed after a version, as `Store.listChanges` says. */
export function listChanges({ changes }: MemoryDiscussion, since: number, limit = Infinity): StoredComment[] {
  const start = countBefore(changes, ({ version }) => version <= since)
  const listed = changes.slice(start, start + listedFor(limit))
  return firstOfEach(
    listed.map(({ box }) => box.comment),
    limit,
  )
}

/** Comments that were posted under one name at or after an instant, withheld ones among them. */
export function listRecent(
  { posted, withheld }: MemoryDiscussion,
  name: string,
  since: Instant,
): StoredComment[] {
  const comments = posted.get(name)?.map(({ comment }) => comment) ?? []
  const unseen = [...withheld.values()].filter(({ author }) => author.name === name)
  return [...comments, ...unseen].filter(({ createdAt }) => createdAt >= since)
}

/** A comment of the discussion, whether or not it is withheld. */
export function findInMemory({ boxes, withheld }: MemoryDiscussion, id: CommentId): StoredComment | null {
  return boxes.get(id)?.comment ?? withheld.get(id) ?? null
}

function listSiblings(discussion: MemoryDiscussion, siblings: Siblings): Ranked[] {
  const { parentId, order, after, limit } = siblings
  const boxes = discussion.siblings.get(parentId) ?? []
  if (limit <= 0) return []
  switch (order) {
    case 'oldest':
      return rankAsTheyAre(oldestFirst(boxes, after, limit))
    case 'newest': {
      const end = after ? countBefore(boxes, ({ comment }) => byTime(comment, after) < 0) : boxes.length
      return rankAsTheyAre(lastFirst(boxes, end, limit))
    }
    case 'replies': {
      const { record, ranking } = discussion
      const { asOf } = siblings
      const isKnown = asOf !== null && asOf >= record.importedIn
      const arrivals = countArrivals(isKnown ? listChanges(discussion, asOf) : [], asOf ?? 0)
      const end = after
        ? countBefore(ranking, ({ comment }) => byReplies(comment, after) < 0)
        : ranking.length
      const untouched = lastFirst(ranking, end, limit, ({ id }) => arrivals.has(id))
      const touched = [...arrivals.keys()].flatMap((id) => discussion.boxes.get(id)?.comment ?? [])
      return rankThreads(untouched, touched, arrivals, siblings)
    }
  }
}

function listBelow(discussion: MemoryDiscussion, comment: StoredComment, below: number): StoredComment[] {
  const walk = breadthFirst(comment, below)
  let step = walk.next()
  while (!step.done) {
    const { parents, limit } = step.value
    const children = parents.map(({ id }) => oldestFirst(discussion.siblings.get(id) ?? [], null, limit))
    step = walk.next(children)
  }
  return step.value
}

function oldestFirst(boxes: readonly Box[], after: Position | null, limit: number): StoredComment[] {
  const start = after ? countBefore(boxes, ({ comment }) => byTime(comment, after) <= 0) : 0
  return boxes.slice(start, start + limit).map(({ comment }) => comment)
}

/** The last ones before `end`. */
function lastFirst(
  boxes: readonly Box[],
  end: number,
  limit: number,
  isPassedOver: (comment: StoredComment) => boolean = () => false,
): StoredComment[] {
  const found: StoredComment[] = []
  for (let index = end - 1; index >= 0 && found.length < limit; index -= 1) {
    const comment = boxes[index]?.comment
    if (comment && !isPassedOver(comment)) found.push(comment)
  }
  return found
}

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

export function listSiblings(discussion: MemoryDiscussion, siblings: Siblings): Ranked[] {
  const { parentId, order, after, limit, backwards = false } = siblings
  const boxes = discussion.siblings.get(parentId) ?? []
  if (limit <= 0) return []
  switch (order) {
    case 'oldest':
    case 'newest':
      return rankAsTheyAre(
        (order === 'oldest') === backwards
          ? walkFrom(boxes, after, byTime, -1, limit)
          : walkFrom(boxes, after, byTime, 1, limit),
      )
    case 'replies': {
      const { record, ranking } = discussion
      const { asOf } = siblings
      const isKnown = asOf !== null && asOf >= record.importedIn
      const arrivals = countArrivals(isKnown ? listChanges(discussion, asOf) : [], asOf ?? 0)
      const direction = backwards ? 1 : -1
      const untouched = walkFrom(ranking, after, byReplies, direction, limit, ({ id }) => arrivals.has(id))
      const touched = [...arrivals.keys()].flatMap((id) => discussion.boxes.get(id)?.comment ?? [])
      return rankThreads(untouched, touched, arrivals, siblings)
    }
  }
}

export function listBelow(
  discussion: MemoryDiscussion,
  comment: StoredComment,
  below: number,
): StoredComment[] {
  const walk = breadthFirst(comment, below)
  let step = walk.next()
  while (!step.done) {
    const { parents, limit } = step.value
    const children = parents.map(({ id }) =>
      walkFrom(discussion.siblings.get(id) ?? [], null, byTime, 1, limit),
    )
    step = walk.next(children)
  }
  return step.value
}

/** The first of a list that come after a position, or, in the direction -1, the last of those before it, backwards. */
function walkFrom(
  boxes: readonly Box[],
  after: Position | null,
  compare: (a: Position, b: Position) => number,
  direction: 1 | -1,
  limit: number,
  isPassedOver: (comment: StoredComment) => boolean = () => false,
): StoredComment[] {
  const found: StoredComment[] = []
  for (
    let index = startOf(boxes, after, compare, direction);
    index >= 0 && index < boxes.length && found.length < limit;
    index += direction
  ) {
    const comment = boxes[index]?.comment
    if (comment && !isPassedOver(comment)) found.push(comment)
  }
  return found
}

function startOf(
  boxes: readonly Box[],
  after: Position | null,
  compare: (a: Position, b: Position) => number,
  direction: 1 | -1,
): number {
  if (direction === 1) return after ? countBefore(boxes, ({ comment }) => compare(comment, after) <= 0) : 0
  return (after ? countBefore(boxes, ({ comment }) => compare(comment, after) < 0) : boxes.length) - 1
}

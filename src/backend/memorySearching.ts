import type { CommentId, DiscussionId } from '../domain/ids.ts'
import type { Order } from '../domain/order.ts'
import type { MemoryDiscussion } from './memoryDiscussion.ts'
import { listBelow, listSiblings } from './memoryReading.ts'
import { createSearch, createSurvey, type Scan } from './scanning.ts'
import type { SearchingStore, Surroundings } from './searchingStore.ts'
import type { StoredComment } from './store.ts'

/** As `SearchingStore` says. */
export function searchMemory(discussions: ReadonlyMap<DiscussionId, MemoryDiscussion>): SearchingStore {
  return {
    search: async (search) => {
      const discussion = discussions.get(search.discussionId)
      if (!discussion) return null
      const { comments, total } = scan(discussion, createSearch(search))
      const matches = comments.map((comment) => ({
        comment,
        ancestors: pathTo(discussion, comment.parentId),
      }))
      return { discussion: discussion.record, matches, total }
    },
    readSurroundings: async (discussionId, ...wanted) => {
      const discussion = discussions.get(discussionId)
      return discussion ? readSurroundings(discussion, ...wanted) : null
    },
    survey: async (discussionId, limits) => {
      const discussion = discussions.get(discussionId)
      return discussion ? { discussion: discussion.record, ...scan(discussion, createSurvey(limits)) } : null
    },
  }
}

function scan<Result>({ boxes }: MemoryDiscussion, { look, end }: Scan<Result>): Result {
  for (const { comment } of boxes.values()) look(comment)
  return end()
}

function readSurroundings(
  discussion: MemoryDiscussion,
  id: CommentId,
  order: Order,
  below: number,
): Surroundings {
  const path = pathTo(discussion, id)
  const [thread] = path
  const comment = path.at(-1)
  const isAtEnd = (backwards: boolean) => {
    const beyond = {
      discussionId: discussion.record.id,
      parentId: null,
      order,
      asOf: null,
      backwards,
    } as const
    return !thread || listSiblings(discussion, { ...beyond, after: thread, limit: 1 }).length === 0
  }
  return {
    discussion: discussion.record,
    path,
    belowComment: comment ? listBelow(discussion, comment, below) : [],
    belowThread: thread ? listBelow(discussion, thread, below) : [],
    isFirst: isAtEnd(true),
    isLast: isAtEnd(false),
  }
}

/** From the top level down to a comment; empty where it is not here. */
function pathTo({ boxes }: MemoryDiscussion, id: CommentId | null): StoredComment[] {
  const path: StoredComment[] = []
  for (let next = id; next !== null;) {
    const comment = boxes.get(next)?.comment
    if (!comment) break
    path.push(comment)
    next = comment.parentId
  }
  return path.toReversed()
}

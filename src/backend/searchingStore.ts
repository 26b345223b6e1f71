import type { CommentId, DiscussionId, Instant } from '../domain/ids.ts'
import type { Order } from '../domain/order.ts'
import type { Terms } from '../domain/search.ts'
import type { StoredComment, StoredDiscussion } from './store.ts'

/** A place in the time of a discussion, as `byMoment` orders them. */
export type Moment = Pick<StoredComment, 'createdAt' | 'sequence' | 'id'>

/** What is searched for, every part of it at once; a part that is `null`, and no terms, are of no account. */
export type Search = {
  discussionId: DiscussionId
  /** Each is in the body or in the name, both folded by `foldText`. */
  terms: Terms
  /**
   * The query that the terms are of, as it was typed. A store that knows languages finds other forms of its words by it, but for those
   * in quotation marks; to any other it is of no account.
   */
  typed?: string
  /** The name, folded by `foldName`. */
  author: string | null
  /** The first instant. */
  from: Instant | null
  /** The first instant that is not meant any more. */
  until: Instant | null
  /** Only what came before this is given; all is counted. */
  after: Moment | null
  limit: number
}

/** What was found, the newest first, each with what it stands below, the top level first. `total` is all that match. */
export type Found = {
  discussion: StoredDiscussion
  matches: { comment: StoredComment; ancestors: StoredComment[] }[]
  total: number
}

/** A comment's surroundings. */
export type Surroundings = {
  discussion: StoredDiscussion
  /** From the top level down to the comment itself; empty where it is not here. */
  path: StoredComment[]
  /** What stands below the comment, and below the thread's own, each as `Branches` has it. */
  belowComment: StoredComment[]
  belowThread: StoredComment[]
  /** Whether its thread is the first one, and the last. */
  isFirst: boolean
  isLast: boolean
}

/** Who wrote, and when. */
export type Survey = {
  discussion: StoredDiscussion
  /** By `foldName`, most comments first, then by name in the order of code units; each name as it was first written. */
  people: { name: string; count: number }[]
  /** How many people there are in all. */
  peopleCount: number
  /** Equal steps of whole milliseconds from the first comment on, the last one in the last of them; `null` where there is none. */
  timeline: { from: Instant; until: Instant; step: number; counts: number[] } | null
  /** All comments that were counted. */
  total: number
}

/**
 * What finds comments: the third part of `Store`, to which the same holds. What is deleted or rejected is in no list and no
 * count of `search` and `survey`. The time that both take grows with the discussion. A store that keeps folded texts and names
 * beside the others can ask for all this in its own language. Each gives `null` where the discussion is not here.
 */
export type SearchingStore = {
  search(search: Search): Promise<Found | null>
  /** Below each, at most `below` descendants. The time it takes grows with what is given. */
  readSurroundings(
    discussionId: DiscussionId,
    id: CommentId,
    order: Order,
    below: number,
  ): Promise<Surroundings | null>
  /** At most so many people, and so many steps. */
  survey(discussionId: DiscussionId, limits: { people: number; steps: number }): Promise<Survey | null>
}

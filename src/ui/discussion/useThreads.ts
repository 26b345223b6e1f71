import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { assemble } from '../../domain/assemble.ts'
import type { Comment } from '../../domain/comment.ts'
import type { Discussion } from '../../domain/discussion.ts'
import { groupBy } from '../../domain/groupBy.ts'
import type { Order } from '../../domain/order.ts'
import type { Entry } from '../outbox/entry.ts'
import { useEntries } from '../outbox/useOutbox.ts'
import {
  arrivalsQuery,
  branchesQuery,
  contextsQuery,
  type Arrivals,
  type CommentPages,
  type ReadContext,
} from '../queries.ts'
import { countNews, createNodeMaker, type ThreadNodes } from './threadNodes.ts'

/** What is drawn of a discussion. */
export type Threads = {
  order: Order
  nodes: ThreadNodes
  /** Whether what came since the threads were read stands last, and not first. */
  laterStandsLast: boolean
  /** All that came and is not shown, in the order in which it came. */
  news: readonly Comment[]
  /** How many came, where they cannot be told one by one, 0 if that cannot be told either; `null` if all is told. */
  missed: number | null
  /** What is on its way. */
  posts: readonly Entry[]
  /** Comments of the whole discussion, but for those that came and are not shown. */
  count: number
}

/** What was read of a discussion in an order, and whether there are threads beyond that. */
export type ReadThreads = {
  discussion: Discussion
  pages: CommentPages['pages']
  order: Order
  hasMore: boolean
}

/** The same with what is known of it beyond that. */
type Known = ReadThreads & {
  laterStandsLast: boolean
  arrivals: Arrivals
  branches: Parameters<typeof assemble>[1]
  contexts: readonly ReadContext[]
  posts: readonly Entry[]
}

/**
 * The threads of a discussion from the pages that are here, what was read beyond them, and what came since. They follow at
 * their leisure (`useDeferredValue`), in slices between which the page answers its reader.
 */
export function useThreads(read: ReadThreads): Threads {
  const { discussion } = read
  const { data: arrivals } = useQuery(arrivalsQuery(discussion.id))
  const { data: branches } = useQuery(branchesQuery(discussion.id))
  const { data: contexts } = useQuery(contextsQuery(discussion.id))
  const posts = useEntries(discussion.id)
  const [makeNodes] = useState(createNodeMaker)
  const laterStandsLast = useWhereLaterStands(read)
  const known = useDeferredValue(
    useMemo(
      () => ({ ...read, laterStandsLast, arrivals, branches, contexts, posts }),
      [read, laterStandsLast, arrivals, branches, contexts, posts],
    ),
  )
  return useMemo(() => putTogether(known, makeNodes), [known, makeNodes])
}

/** Last where all threads are here, oldest first, by the time that they are sorted; where it stands, it stays. */
function useWhereLaterStands({ order, hasMore }: ReadThreads): boolean {
  const [place, setPlace] = useState({ order, isLast: order === 'oldest' && !hasMore })
  if (place.order !== order) setPlace({ order, isLast: order === 'oldest' && !hasMore })
  return place.isLast
}

function putTogether(known: Known, makeNodes: ReturnType<typeof createNodeMaker>): Threads {
  const { discussion, pages, order, laterStandsLast, arrivals, branches } = known
  const contexts = known.contexts.map((each) => ({ ...each, isPinned: each.pinnedIn === order }))
  const posts = known.posts.filter((entry) => !entry.isReturned && !arrivals.acknowledged.has(entry.key))
  const happenings = { ...arrivals, added: withoutOnTheirWay(arrivals, posts) }
  const assembled = assemble(pages, branches, happenings, threadsReadUpTo(known), contexts)
  const pending = groupBy(posts, ({ parentId: below }) => below)
  const later = [...assembled.comments.values()].filter(({ sequence }) => sequence > discussion.version)
  const count = discussion.count + later.length
  const news = [...assembled.news.values()].flat().toSorted((a, b) => a.sequence - b.sequence)
  const after = ({ version }: { version: number }) => news.filter(({ sequence }) => sequence > version)
  return {
    order,
    nodes: makeNodes(assembled, pending, discussion.maxDepth),
    laterStandsLast,
    news,
    missed: arrivals.missed && Math.max(0, arrivals.missed.total - count) + countNews(after(arrivals.missed)),
    posts,
    count,
  }
}

function threadsReadUpTo({ pages, order, hasMore }: ReadThreads): number {
  if (order !== 'oldest') return pages[0]?.version ?? 0
  return hasMore ? Infinity : (pages.at(-1)?.version ?? 0)
}

/** A comment of this page may come with the changes before its post is answered. */
function withoutOnTheirWay({ added, shown }: Arrivals, posts: readonly Entry[]): readonly Comment[] {
  if (posts.length === 0) return added
  const isOnItsWay = ({ parentId, author, body }: Comment) =>
    posts.some((post) => post.parentId === parentId && post.name === author.name && post.body === body)
  return added.filter((comment) => shown.has(comment.id) || !isOnItsWay(comment))
}

import { useMemo, useRef, useState, type RefObject } from 'react'
import type { Discussion } from '../../domain/discussion.ts'
import type { CommentId } from '../../domain/ids.ts'
import type { Order } from '../../domain/order.ts'
import { siblingsByParent } from '../../domain/thread.ts'
import { useAmbient } from '../ambient.tsx'
import type { PendingPost } from '../composer/delivery.ts'
import { NewComment } from '../composer/NewComment.tsx'
import { usePendingPosts } from '../composer/usePosting.ts'
import { focusWhenThere, rootOf } from '../parts/focusWhenThere.ts'
import { createStoredSet } from '../parts/storedSet.ts'
import type { CommentPages } from '../queries.ts'
import { DiscussionHeading } from './DiscussionHeading.tsx'
import { DiscussionToolbar } from './DiscussionToolbar.tsx'
import { MoreThreads } from './MoreThreads.tsx'
import { ThreadList } from './ThreadList.tsx'
import type { ThreadView } from './threadView.ts'
import { usePermalink } from './usePermalink.ts'
import styles from './DiscussionView.module.css'

/** What is here of the threads, and the way to the next. */
export type LoadedComments = {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  error: Error | null
  fetchNextPage: () => Promise<{ data: Pick<CommentPages, 'pages'> | undefined; error: Error | null }>
}

/** A discussion that is here: its heading, where it is written to, and its threads. */
export function LoadedDiscussion({
  discussion,
  comments,
  pages,
  order,
  onOrder,
}: {
  discussion: Discussion
  comments: LoadedComments
  pages: CommentPages['pages']
  order: Order
  onOrder: (order: Order) => void
}) {
  const { messages } = useAmbient()
  const place = useRef<HTMLDivElement>(null)
  const view = useThreadView(discussion, pages, place)
  usePermalink(view)
  const threads = view.siblings.get(null) ?? []
  const isEmpty = threads.length + (view.pending.get(null) ?? []).length === 0
  return (
    <div ref={place}>
      <DiscussionHeading discussion={discussion} />
      {discussion.closed ? <p className={styles.closed}>{messages.closed}</p> : <NewComment view={view} />}
      {isEmpty ? (
        !discussion.closed && <p className={styles.empty}>{messages.beFirst}</p>
      ) : (
        <>
          <DiscussionToolbar view={view} order={order} onOrder={onOrder} />
          <ThreadList view={view} isNewestFirst={order === 'newest'} />
        </>
      )}
      <MoreThreads comments={comments} view={view} />
    </div>
  )
}

function useThreadView(
  discussion: Discussion,
  pages: CommentPages['pages'],
  place: RefObject<HTMLElement | null>,
): ThreadView {
  const { device, tab } = useAmbient()
  const { id } = discussion
  const posts = usePendingPosts(id)
  const siblings = useMemo(() => siblingsByParent(pages.flatMap((page) => page.comments)), [pages])
  const pending = useMemo(() => groupByParent(posts), [posts])
  const [stores] = useState(() => ({
    folds: createStoredSet(device, `folds:${id}`),
    openReplies: createStoredSet(tab, `open-replies:${id}`),
    requestFocus: ((elementId, from, block) => {
      if (place.current) focusWhenThere(rootOf(place.current), elementId, from, block)
    }) satisfies ThreadView['requestFocus'],
  }))
  return useMemo(
    () => ({ discussion, siblings, pending, ...stores }),
    [discussion, siblings, pending, stores],
  )
}

function groupByParent(posts: readonly PendingPost[]): ThreadView['pending'] {
  const groups = new Map<CommentId | null, PendingPost[]>()
  for (const each of posts) {
    const { parentId } = each.post
    groups.set(parentId, [...(groups.get(parentId) ?? []), each])
  }
  return groups
}

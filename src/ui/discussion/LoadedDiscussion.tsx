import { useRef } from 'react'
import type { Discussion } from '../../domain/discussion.ts'
import type { Order } from '../../domain/order.ts'
import { useMessages } from '../ambient.tsx'
import { NewComment } from '../composer/NewComment.tsx'
import type { CommentPages } from '../queries.ts'
import { DiscussionHeading } from './DiscussionHeading.tsx'
import { DiscussionToolbar } from './DiscussionToolbar.tsx'
import { MoreThreads, type LoadedComments } from './MoreThreads.tsx'
import { ThreadList } from './ThreadList.tsx'
import { usePermalink } from './usePermalink.ts'
import { useThreadView } from './useThreadView.ts'
import styles from './DiscussionView.module.css'

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
  const messages = useMessages()
  const place = useRef<HTMLDivElement>(null)
  const view = useThreadView(discussion, pages, order, place)
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

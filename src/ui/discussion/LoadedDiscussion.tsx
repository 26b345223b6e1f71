import { useRef } from 'react'
import type { Discussion } from '../../domain/discussion.ts'
import { useMessages } from '../ambient.tsx'
import { NewComment } from '../composer/NewComment.tsx'
import type { CommentPages } from '../queries.ts'
import { DiscussionHeading } from './DiscussionHeading.tsx'
import { DiscussionToolbar, type Ordering } from './DiscussionToolbar.tsx'
import { MoreThreads, type LoadedComments } from './MoreThreads.tsx'
import { NewsButton } from './NewsButton.tsx'
import { countBatches, ThreadBatches } from './ThreadBatches.tsx'
import { useLiveChanges } from './useLiveChanges.ts'
import { usePermalink } from './usePermalink.ts'
import { useProgressive } from './useProgressive.ts'
import { useThreads } from './useThreads.ts'
import { useThreadView } from './useThreadView.ts'
import styles from './DiscussionView.module.css'

/** A discussion that is here: its heading, where it is written to, and its threads. */
export function LoadedDiscussion({
  discussion,
  comments,
  pages,
  ordering,
}: {
  discussion: Discussion
  comments: LoadedComments
  pages: CommentPages['pages']
  ordering: Ordering
}) {
  const messages = useMessages()
  const place = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const threads = useThreads(discussion, pages, ordering.order, comments.hasNextPage)
  const view = useThreadView(discussion, threads, place)
  usePermalink(view)
  useLiveChanges(discussion.id, pages[0]?.version ?? 0, ordering.order, list)
  const { nodes } = threads
  const batches = countBatches(nodes.pages)
  const drawn = useProgressive(batches)
  const isEmpty = nodes.byId.size + nodes.pending.length === 0
  return (
    <div ref={place}>
      <DiscussionHeading discussion={discussion} count={threads.count} />
      {discussion.closed ? (
        <p className={styles.closed}>{messages.closed}</p>
      ) : (
        <NewComment discussion={discussion} requestFocus={view.requestFocus} />
      )}
      {isEmpty ? (
        !discussion.closed && <p className={styles.empty}>{messages.beFirst}</p>
      ) : (
        <DiscussionToolbar threads={threads} view={view} ordering={ordering} />
      )}
      <div ref={list}>
        <NewsButton discussionId={discussion.id} order={ordering.order} threads={threads} view={view} />
        <ThreadBatches threads={threads} drawn={drawn} view={view} />
      </div>
      <MoreThreads
        comments={comments}
        isDrawn={nodes.pages.length === pages.length && drawn === batches}
        view={view}
      />
    </div>
  )
}

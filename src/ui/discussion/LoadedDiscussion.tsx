import { useRef } from 'react'
import type { Discussion } from '../../domain/discussion.ts'
import { useMessages } from '../ambient.tsx'
import { NewComment } from '../composer/NewComment.tsx'
import type { CommentPages } from '../queries.ts'
import { DiscussionHeading } from './DiscussionHeading.tsx'
import { DiscussionToolbar, type Ordering } from './DiscussionToolbar.tsx'
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
  ordering,
}: {
  discussion: Discussion
  comments: LoadedComments
  pages: CommentPages['pages']
  ordering: Ordering
}) {
  const messages = useMessages()
  const place = useRef<HTMLDivElement>(null)
  const view = useThreadView(discussion, pages, ordering.order, place)
  usePermalink(view)
  const threads = view.siblings.get(null) ?? []
  const isEmpty = threads.length + (view.pending.get(null) ?? []).length === 0
  return (
    <div ref={place}>
      <DiscussionHeading discussion={discussion} />
      {discussion.closed ? (
        <p className={styles.closed}>{messages.closed}</p>
      ) : (
        <NewComment discussion={discussion} requestFocus={view.requestFocus} />
      )}
      {isEmpty ? (
        !discussion.closed && <p className={styles.empty}>{messages.beFirst}</p>
      ) : (
        <>
          <DiscussionToolbar view={view} ordering={ordering} />
          <ThreadList view={view} isNewestFirst={ordering.order === 'newest'} />
        </>
      )}
      <MoreThreads comments={comments} view={view} />
    </div>
  )
}

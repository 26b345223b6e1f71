import { memo, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { isId, type CommentId } from '../../domain/ids.ts'
import { useMessages } from '../ambient.tsx'
import { NewComment } from '../composer/NewComment.tsx'
import { lazyPart } from '../parts/lazyPart.tsx'
import { useHydrated } from '../parts/useHydrated.ts'
import { whenIdle } from '../parts/whenIdle.ts'
import { useOutcomes } from '../outbox/useOutcomes.ts'
import { DiscussionHeading } from './DiscussionHeading.tsx'
import { DiscussionToolbar, type Ordering } from './DiscussionToolbar.tsx'
import { ThreadList } from './ThreadList.tsx'
import type { ThreadView } from './threadView.ts'
import { useThreads, type ReadThreads, type Threads } from './useThreads.ts'
import { useThreadView } from './useThreadView.ts'
import styles from './DiscussionView.module.css'

const UnfinishedDrafts = lazyPart(async () => (await import('./UnfinishedDrafts.tsx')).UnfinishedDrafts)

const DeletionsElsewhere = lazyPart(
  async () => (await import('../own/DeletionsElsewhere.tsx')).DeletionsElsewhere,
)
const KeptDraft = lazyPart(async () => (await import('../own/KeptDraft.tsx')).KeptDraft)
const IdleParts = lazyPart(async () => (await import('./IdleParts.tsx')).IdleParts)

/** A discussion that is here: its heading, where it is written to, and its threads. */
export const LoadedDiscussion = memo(function LoadedDiscussion({
  read,
  ordering,
}: {
  read: ReadThreads
  ordering: Ordering
}) {
  const { discussion, pages, order } = read
  const messages = useMessages()
  const place = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const threads = useThreads(read)
  const view = useThreadView(discussion, threads, place)
  useOutcomes(discussion, view)
  const { nodes } = threads
  const deletions = useDeletionsElsewhere(threads, view)
  const isIdle = useIdle()
  const isEmpty = nodes.byId.size + nodes.pending.length === 0
  return (
    <div ref={place}>
      <DiscussionHeading discussion={discussion} count={threads.count} />
      {discussion.closed ? (
        <>
          <p className={styles.closed}>{messages.closed}</p>
          <KeptDraft discussionId={discussion.id} />
        </>
      ) : (
        <NewComment discussion={discussion} requestFocus={view.requestFocus} />
      )}
      {deletions.length > 0 && <DeletionsElsewhere ids={deletions} view={view} />}
      <Unfinished threads={threads} view={view} />
      {isEmpty ? (
        !discussion.closed && <p className={styles.empty}>{messages.beFirst}</p>
      ) : (
        <DiscussionToolbar threads={threads} view={view} order={order} ordering={ordering} />
      )}
      {isIdle && (
        <IdleParts
          threads={threads}
          view={view}
          place={place}
          list={list}
          since={pages[0]?.version ?? 0}
          order={order}
        />
      )}
      <ThreadList threads={threads} view={view} list={list} order={order} />
    </div>
  )
})

/** Whether the page has had nothing better to do since it was hydrated. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => whenIdle(() => setIdle(true)), [])
  return isIdle
}

/** Of what is being deleted: what is not here, or is deleted by now. */
function useDeletionsElsewhere({ nodes }: Threads, { deleting }: ThreadView): CommentId[] {
  const isHydrated = useHydrated()
  if (!isHydrated) return []
  return deleting
    .list()
    .filter(isId<CommentId>)
    .filter((id) => (nodes.byId.get(id)?.comment.status ?? 'deleted') === 'deleted')
}

/** Also what is on its way to below a comment that is not on the page. Apart, so that nothing else is drawn anew as a first key is pressed. */
function Unfinished({ threads, view }: { threads: Threads; view: ThreadView }) {
  const { posts, nodes } = threads
  const { unfinished } = view
  const hasDrafts = useSyncExternalStore(
    unfinished.subscribeAll,
    () => unfinished.list().length > 0,
    () => false,
  )
  const isAny = hasDrafts || posts.some(({ parentId }) => parentId !== null && !nodes.byId.has(parentId))
  return isAny && <UnfinishedDrafts threads={threads} view={view} />
}

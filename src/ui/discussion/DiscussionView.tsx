import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import type { DiscussionId } from '../../domain/ids.ts'
import type { Order } from '../../domain/order.ts'
import { useAmbient } from '../ambient.tsx'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { commentsQuery, discussionQuery } from '../queries.ts'
import { DiscussionSkeleton } from './DiscussionSkeleton.tsx'
import { LoadedDiscussion } from './LoadedDiscussion.tsx'
import styles from './DiscussionView.module.css'

/** The discussion of an article: loading, failed, or here. Its composers stay where they are while the order changes. */
export function DiscussionView({ discussionId }: { discussionId: DiscussionId }) {
  const { api, messages } = useAmbient()
  const [order, setOrder] = useState<Order>('newest')
  const discussion = useQuery(discussionQuery(api, discussionId))
  const comments = useInfiniteQuery({
    ...commentsQuery(api, discussionId, order),
    placeholderData: (previous) => previous,
  })
  const error = discussion.error ?? (comments.data ? null : comments.error)

  function content() {
    if (error) {
      const retry = () => {
        if (discussion.error) void discussion.refetch()
        if (comments.error) void comments.refetch()
      }
      return (
        <ProblemNotice
          text={messages.discussionFailed(messages.explain(problemOf(error)))}
          onTryAgain={retry}
        />
      )
    }
    if (!discussion.data || !comments.data) return <DiscussionSkeleton />
    return (
      <LoadedDiscussion
        discussion={discussion.data}
        comments={comments}
        pages={comments.data.pages}
        order={order}
        onOrder={setOrder}
      />
    )
  }

  return (
    <section id="discussion" tabIndex={-1} className={styles.discussion} aria-label={messages.discussion}>
      {content()}
    </section>
  )
}

import { usePrefetchInfiniteQuery, usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { problemOf } from '../api/problem.ts'
import { discussionIdOf, type ArticleId } from '../domain/ids.ts'
import { useAmbient } from './ambient.tsx'
import { ArticleFailure } from './article/ArticleFailure.tsx'
import { ArticleSkeleton } from './article/ArticleSkeleton.tsx'
import { ArticleView } from './article/ArticleView.tsx'
import { DiscussionView } from './discussion/DiscussionView.tsx'
import { readOrder } from './discussion/keptOrder.ts'
import { articleQuery, commentsQuery, discussionQuery } from './queries.ts'
import styles from './Page.module.css'

/**
 * An article and its discussion, which goes by the same name, with `notices` between them. They are asked for at once, and
 * fail apart, each in its own place. The discussion is drawn once the article's length is known, so that it is not seen to
 * move, and then stays, whatever becomes of the article.
 */
export function ArticleAndDiscussion({ articleId, notices }: { articleId: ArticleId; notices: ReactNode }) {
  const { api, device, messages } = useAmbient()
  const place = useRef<HTMLDivElement>(null)
  const { data: article, error, isPending, refetch } = useQuery(articleQuery(api, articleId))
  const discussionId = article?.discussionId ?? discussionIdOf(articleId)
  usePrefetchQuery(discussionQuery(api, discussionId))
  usePrefetchInfiniteQuery(commentsQuery(api, discussionId, readOrder(device, true) ?? 'newest'))
  const [isSettled, setSettled] = useState(!isPending)
  if (!isPending && !isSettled) setSettled(true)

  const problem = error && problemOf(error)
  function retry() {
    place.current?.focus()
    void refetch()
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {isPending && <ArticleSkeleton />}
      {article && <ArticleView article={article} />}
      {problem && <ArticleFailure problem={problem} onTryAgain={retry} />}
      {isSettled && problem?.code !== 'not-found' && (
        <div className={styles.discussion}>
          <noscript>
            <p className={styles.notice}>{messages.needsScript}</p>
          </noscript>
          {notices}
          <DiscussionView discussionId={discussionId} isOrderInAddress />
        </div>
      )}
    </div>
  )
}

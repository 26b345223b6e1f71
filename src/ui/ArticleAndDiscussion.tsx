import { usePrefetchInfiniteQuery, usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { problemOf } from '../api/problem.ts'
import { discussionIdOf, type ArticleId } from '../domain/ids.ts'
import { useAmbient } from './ambient.tsx'
import { ArticleSkeleton } from './article/ArticleSkeleton.tsx'
import { ArticleView } from './article/ArticleView.tsx'
import { DiscussionView } from './discussion/DiscussionView.tsx'
import { ProblemNotice } from './parts/ProblemNotice.tsx'
import { articleQuery, commentsQuery, discussionQuery } from './queries.ts'
import styles from './Page.module.css'

/**
 * An article and its discussion, which goes by the same name. They are asked for at once, and fail apart, each in its own
 * place. The discussion is drawn once the article's length is known, so that it is not seen to move.
 */
export function ArticleAndDiscussion({ articleId }: { articleId: ArticleId }) {
  const { api, messages } = useAmbient()
  const place = useRef<HTMLDivElement>(null)
  const discussionId = discussionIdOf(articleId)
  const { data: article, error, isPending, refetch } = useQuery(articleQuery(api, articleId))
  usePrefetchQuery(discussionQuery(api, discussionId))
  usePrefetchInfiniteQuery(commentsQuery(api, discussionId, 'newest'))
  useDocumentTitle(article?.title)
  if (isPending) return <ArticleSkeleton />

  const isUnknown = error !== null && problemOf(error).code === 'not-found'
  function retry() {
    place.current?.focus()
    void refetch()
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {error ? (
        <ProblemNotice
          text={messages.articleFailed(messages.explain(problemOf(error)))}
          onTryAgain={isUnknown ? undefined : retry}
        />
      ) : (
        <ArticleView article={article} />
      )}
      {!isUnknown && (
        <div className={styles.discussion}>
          <DiscussionView discussionId={article?.discussionId ?? discussionId} />
        </div>
      )}
    </div>
  )
}

function useDocumentTitle(title: string | undefined) {
  useEffect(() => {
    if (title !== undefined) document.title = title
  }, [title])
}

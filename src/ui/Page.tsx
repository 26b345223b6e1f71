import { useQuery } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { problemOf } from '../api/problem.ts'
import type { ArticleId } from '../domain/ids.ts'
import { ArticleAndDiscussion } from './ArticleAndDiscussion.tsx'
import { ArticleFailure } from './article/ArticleFailure.tsx'
import { ArticleSkeleton } from './article/ArticleSkeleton.tsx'
import { ThemeSwitch } from './parts/ThemeSwitch.tsx'
import { articleIdQuery } from './queries.ts'
import { SkipLink } from './SkipLink.tsx'
import styles from './Page.module.css'

/** Our own page about one article. `notices` stand above its discussion, `languages` in its bar. */
export function Page({
  findArticleId,
  notices,
  languages,
}: {
  findArticleId: () => Promise<ArticleId>
  notices?: ReactNode
  languages?: ReactNode
}) {
  const main = useRef<HTMLElement>(null)
  const { data: articleId, error, isPending, refetch } = useQuery(articleIdQuery(findArticleId))
  function retry() {
    main.current?.focus()
    void refetch()
  }
  return (
    <>
      {articleId && <SkipLink articleId={articleId} />}
      <header className={styles.bar}>
        <span className={styles.brand}>Soundoff</span>
        <span className={styles.languages} data-scripted>
          {languages}
        </span>
        <ThemeSwitch />
      </header>
      <main ref={main} tabIndex={-1} className={styles.main}>
        {isPending && <ArticleSkeleton />}
        {error && <ArticleFailure problem={problemOf(error)} onTryAgain={retry} />}
        {articleId && <ArticleAndDiscussion articleId={articleId} notices={notices} />}
      </main>
    </>
  )
}

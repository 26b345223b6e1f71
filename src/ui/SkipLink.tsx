import { useQuery } from '@tanstack/react-query'
import { problemOf } from '../api/problem.ts'
import type { ArticleId } from '../domain/ids.ts'
import { useAmbient } from './ambient.tsx'
import { articleQuery } from './queries.ts'
import styles from './Page.module.css'

/** The way past the article, first on the page (WCAG 2.4.1), once there is a discussion to go to. */
export function SkipLink({ articleId }: { articleId: ArticleId }) {
  const { api, messages } = useAmbient()
  const { isPending, error } = useQuery(articleQuery(api, articleId))
  if (isPending || (error && problemOf(error).code === 'not-found')) return null
  return (
    <a className={styles.skip} href="#discussion">
      {messages.skipToDiscussion}
    </a>
  )
}

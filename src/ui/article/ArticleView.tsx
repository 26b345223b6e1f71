import type { Article } from '../../domain/article.ts'
import { useMessages } from '../ambient.tsx'
import { DocumentTitle } from '../parts/DocumentTitle.tsx'
import { ArticleDateline } from './ArticleDateline.tsx'
import styles from './ArticleView.module.css'

/** The piece that is discussed, as a newspaper sets it. */
export function ArticleView({ article }: { article: Article }) {
  const messages = useMessages()
  const titleId = `article-${article.id}`
  return (
    <article lang="en" dir="ltr" className={styles.article} aria-labelledby={titleId}>
      <DocumentTitle title={article.title} />
      <header className={styles.header}>
        <h1 id={titleId} className={styles.title}>
          {article.title}
        </h1>
        <p lang={messages.locale} className={styles.credits}>
          {article.byline !== null && (
            <span className={styles.byline}>{messages.byline(article.byline)}</span>
          )}
          <ArticleDateline article={article} />
        </p>
      </header>
      {article.blocks.map((block, index) => (
        <p key={`${index}`} className={styles[block.kind]}>
          {block.text}
        </p>
      ))}
    </article>
  )
}

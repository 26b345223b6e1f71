import { useMessages } from '../ambient.tsx'
import { Loading, SkeletonLines } from '../parts/Skeleton.tsx'
import view from './ArticleView.module.css'
import styles from './ArticleSkeleton.module.css'

const PARAGRAPHS = [4, 3, 3, 5, 4, 3, 4]

/** An article to come. It fills the window, so that nothing below it is seen to move when the article arrives. */
export function ArticleSkeleton() {
  const messages = useMessages()
  return (
    <Loading label={messages.loadingArticle}>
      <div className={`${view.article} ${styles.skeleton}`}>
        <div className={styles.title}>
          <SkeletonLines count={2} />
        </div>
        <div className={view.credits}>
          <span className={styles.credit} />
        </div>
        <div className={styles.text}>
          {PARAGRAPHS.map((count, index) => (
            <SkeletonLines key={`${index}`} count={count} />
          ))}
        </div>
      </div>
    </Loading>
  )
}

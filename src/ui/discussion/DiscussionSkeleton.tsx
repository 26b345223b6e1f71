import { useMessages } from '../ambient.tsx'
import { Loading, SkeletonLines } from '../parts/Skeleton.tsx'
import view from './DiscussionView.module.css'
import styles from './DiscussionSkeleton.module.css'

const THREADS = [2, 1, 4, 2, 3, 2]

/** A discussion to come: heading, composer and threads, in their own places and sizes. */
export function DiscussionSkeleton() {
  const messages = useMessages()
  return (
    <Loading label={messages.loadingDiscussion}>
      <div className={`${view.heading} ${styles.heading}`}>
        <SkeletonLines count={1} />
      </div>
      <div className={styles.composer} />
      <div className={styles.toolbar} />
      {THREADS.map((lines, index) => (
        <div key={`${index}`} className={styles.thread}>
          <span className={styles.avatar} />
          <SkeletonLines count={lines} />
        </div>
      ))}
    </Loading>
  )
}

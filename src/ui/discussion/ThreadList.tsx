import { CommentItem } from './CommentItem.tsx'
import { PendingComment } from './PendingComment.tsx'
import type { ThreadView } from './threadView.ts'
import styles from './ThreadList.module.css'

/** The threads, numbered as they stand. A new one that is on its way stands where it will stand: first, or else last. */
export function ThreadList({ view, isNewestFirst }: { view: ThreadView; isNewestFirst: boolean }) {
  const threads = view.siblings.get(null) ?? []
  const pending = (view.pending.get(null) ?? []).map((each) => (
    <PendingComment key={each.post.key} pending={each} parent={null} />
  ))
  return (
    <ol className={styles.threads}>
      {isNewestFirst && pending.toReversed()}
      {threads.map((thread, index) => (
        <CommentItem key={thread.id} comment={thread} parent={null} number={index + 1} view={view} />
      ))}
      {!isNewestFirst && pending}
    </ol>
  )
}

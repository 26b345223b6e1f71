import { useId } from 'react'
import { CommentItem } from '../../discussion/CommentItem.tsx'
import threadStyles from '../../discussion/ThreadPage.module.css'
import type { ThreadNodes } from '../../discussion/threadNodes.ts'
import type { ThreadView } from '../../discussion/threadView.ts'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import styles from './Permalink.module.css'

/** The threads that the reader was led to and that stand in no page so far, and what tells the others from them. */
export function PinnedThreads({ nodes, view }: { nodes: ThreadNodes; view: ThreadView }) {
  const words = useFindingMessages()
  const id = useId()
  const { pinned, cameLater, pages } = nodes
  const hasOthers = cameLater.length > 0 || pages.some((page) => page.length > 0)
  return (
    <>
      <section aria-labelledby={id} className={styles.pinned}>
        <h3 id={id} className={styles.heading}>
          {words.linkedThreads(pinned.length)}
        </h3>
        <ol className={threadStyles.threads}>
          {pinned.map((node) => (
            <CommentItem key={node.comment.id} node={node} answeredName={null} view={view} />
          ))}
        </ol>
      </section>
      {hasOthers && <h3 className={styles.heading}>{words.allThreads}</h3>}
    </>
  )
}

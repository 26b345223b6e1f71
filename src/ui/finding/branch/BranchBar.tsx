import type { RefObject } from 'react'
import type { Comment } from '../../../domain/comment.ts'
import type { CommentId } from '../../../domain/ids.ts'
import { useMessages } from '../../ambient.tsx'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import controls from '../../parts/controls.module.css'
import { labelName, shownName } from '../../parts/names.ts'
import styles from './BranchFocus.module.css'

/** What a branch that is shown alone stands under, each of which can be shown with all that is below it, and the way back to all. */
export function BranchBar({
  bar,
  comment,
  ancestors,
  onWiden,
  onBack,
}: {
  bar: RefObject<HTMLElement | null>
  comment: Comment
  ancestors: readonly Comment[]
  onWiden: (id: CommentId) => void
  onBack: () => void
}) {
  const messages = useMessages()
  const words = useFindingMessages()
  return (
    <nav ref={bar} aria-label={words.branch} className={styles.bar}>
      <ol className={styles.crumbs}>
        {ancestors.map(({ id, author }) => (
          <li key={id}>
            <button
              type="button"
              className={controls.quiet}
              aria-label={words.widenTo(labelName(author.name, messages))}
              onClick={() => onWiden(id)}
            >
              <bdi>{shownName(author.name, messages)}</bdi>
            </button>
          </li>
        ))}
        <li aria-current="true" className={styles.current}>
          <bdi>{shownName(comment.author.name, messages)}</bdi>
        </li>
      </ol>
      <button type="button" className={controls.button} onClick={onBack}>
        {words.backToAll}
      </button>
    </nav>
  )
}

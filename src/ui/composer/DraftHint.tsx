import { useMessages } from '../ambient.tsx'
import styles from './ComposerForm.module.css'

/** Tells a writer that the text is kept, or that it is not. */
export function DraftHint({ isKept }: { isKept: boolean }) {
  const messages = useMessages()
  return (
    <span className={styles.hint}>
      {isKept ? messages.draftKept : <strong>{messages.draftNotKept}</strong>}
    </span>
  )
}

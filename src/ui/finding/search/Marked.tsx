import type { Piece } from './excerpt.ts'
import styles from './SearchResults.module.css'

/** A text, with what matches in it marked. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, isMatch }, index) =>
    isMatch ? (
      <mark key={`${index}`} className={styles.mark}>
        {text}
      </mark>
    ) : (
      text
    ),
  )
}

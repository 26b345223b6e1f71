import type { Steps } from './steps.ts'
import styles from './Overview.module.css'

/** Of each step, and of the gap behind it, in units of the picture, which is stretched to the room that it has. */
const [WIDTH, GAP, HEIGHT] = [8, 2, 100]
/** So that a single comment is seen beside many. */
const LEAST = 4

/** A bar for each step; those that are chosen stand out. All that it tells is told in words, too. */
export function Bars({ counts, steps: [from, until] }: { counts: readonly number[]; steps: Steps }) {
  const most = Math.max(1, ...counts)
  return (
    <svg
      aria-hidden="true"
      className={styles.bars}
      viewBox={`0 0 ${counts.length * (WIDTH + GAP)} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {counts.map((count, index) => {
        const height = count === 0 ? 0 : Math.max(LEAST, (count / most) * HEIGHT)
        return (
          <rect
            key={`${index}`}
            x={index * (WIDTH + GAP) + GAP / 2}
            y={HEIGHT - height}
            width={WIDTH}
            height={height}
            data-chosen={index >= from && index < until}
          />
        )
      })}
    </svg>
  )
}

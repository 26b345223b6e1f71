import type { CSSProperties, ReactNode } from 'react'
import type { ThreadNode } from './threadNodes.ts'
import styles from './Batch.module.css'

/** Characters of a line, on average, where lines are as long as they get. */
const LINE_LENGTH = 70

/**
 * Comments that cost next to nothing while they are out of sight: the browser neither lays them out nor draws them
 * (`content-visibility: auto`), and yet finds, selects, prints and reads them out. Until it has drawn them once, their
 * height is an estimate from their text. The first ones, which most readers see, are drawn at once (`isDrawnAtOnce`).
 */
export function Batch({
  nodes,
  isDrawnAtOnce = false,
  children,
}: {
  nodes: readonly ThreadNode[]
  isDrawnAtOnce?: boolean
  children: ReactNode
}) {
  if (isDrawnAtOnce) return <div>{children}</div>
  const { comments, lines } = measure(nodes)
  const style: CSSProperties & Record<`--${string}`, number> = { '--comments': comments, '--lines': lines }
  // In a page that came drawn, the style stands in a style sheet (`moveStyles`).
  return (
    <div className={styles.batch} style={style} suppressHydrationWarning>
      {children}
    </div>
  )
}

function measure(nodes: readonly ThreadNode[]): { comments: number; lines: number } {
  const size = { comments: 0, lines: 0 }
  const waiting = [...nodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    size.comments += 1
    size.lines += 1 + Math.floor(node.comment.body.length / LINE_LENGTH)
    waiting.push(...node.replies)
  }
  return size
}

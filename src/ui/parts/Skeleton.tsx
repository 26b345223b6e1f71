import type { ReactNode } from 'react'
import controls from './controls.module.css'
import styles from './Skeleton.module.css'

/** What stands in place of something that is loading, in the shape that it will have; screen readers read `label`. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div aria-busy="true">
      <p className={controls.unseen}>{label}</p>
      {children}
    </div>
  )
}

/** A paragraph to come. The last line is shorter, as a last line is. */
export function SkeletonLines({ count }: { count: number }) {
  return (
    <div className={styles.lines}>
      {Array.from({ length: count }, (_, line) => (
        <span key={line} className={styles.line} />
      ))}
    </div>
  )
}
